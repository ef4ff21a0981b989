package org.domainfirmware.emulator.device.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the host cannot do with an image is said once for reading and once for writing, and the drive sees every failure. */
class ReportingMediumTest {
    private static final int SECTOR = 512;

    private final List<String> said = new ArrayList<>();

    /** An image on a disk that is full, and bad. */
    private static ImageStore failing() {
        return new ImageStore() {
            @Override
            public String description() {
                return "disk.img";
            }

            @Override
            public long size() {
                return 8 * SECTOR;
            }

            @Override
            public void read(long position, byte[] to, int offset, int length) throws IOException {
                throw new IOException("Input/output error");
            }

            @Override
            public void write(long position, byte[] from, int offset, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void close() {
                // There is nothing to close.
            }
        };
    }

    @Test
    void eachKindIsSaidOnce() {
        Medium medium = new ReportingMedium(new WriteThroughMedium(failing(), SECTOR, true), "hda", said::add);
        byte[] sector = new byte[SECTOR];
        for (int i = 0; i < 3; i++) {
            assertThrows(IOException.class, () -> medium.write(1, 1, sector, 0));
            assertThrows(IOException.class, medium::flush);
            assertThrows(IOException.class, () -> medium.read(2, 1, sector, 0));
        }
        assertEquals(List.of("drive hda: the image disk.img cannot be written, and the guest gets a drive error: No space left on device",
                "drive hda: the image disk.img cannot be read, and the guest gets a drive error: Input/output error"), said);
    }
}
