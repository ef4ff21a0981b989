package org.domainfirmware.emulator.device.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Bad images give one clear line with a way out. */
class ImageOpenerTest {
    @TempDir
    Path folder;

    private Path image(String name, long size) throws IOException {
        Path path = folder.resolve(name);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(size);
        }
        return path;
    }

    private static void refused(Path path, String why, Executable opening) {
        ImageException e = assertThrows(ImageException.class, opening);
        assertTrue(e.getMessage().startsWith(path.toString()), e.getMessage());
        assertTrue(e.getMessage().contains(why), e.getMessage());
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
    }

    @Test
    void missingAndDirectory() {
        Path missing = folder.resolve("none.img");
        refused(missing, "no such image", () -> ImageOpener.disk(missing, false));
        refused(folder, "directory", () -> ImageOpener.floppy(folder, false));
    }

    @Test
    void empty() throws IOException {
        Path path = image("empty.img", 0);
        refused(path, "empty", () -> ImageOpener.floppy(path, false));
        refused(path, "empty", () -> ImageOpener.disk(path, true));
        refused(path, "empty", () -> ImageOpener.cdrom(path));
    }

    @Test
    void oddSizes() throws IOException {
        Path disk = image("odd.img", 1_000_001);
        refused(disk, "truncate -s %512", () -> ImageOpener.disk(disk, false));
        Path boot = image("boot.bin", 512);
        refused(boot, "truncate -s 163840", () -> ImageOpener.floppy(boot, false));
        Path cut = image("cut.img", 1474560 - 512);
        refused(cut, "1.44 MB", () -> ImageOpener.floppy(cut, false));
        Path big = image("big.img", 4_000_000);
        refused(big, "more than a floppy", () -> ImageOpener.floppy(big, false));
        Path iso = image("odd.iso", 2048 * 3 + 512);
        refused(iso, "truncate -s %2048", () -> ImageOpener.cdrom(iso));
        Path bin = image("raw.bin", 2352 * 3);
        refused(bin, "2352", () -> ImageOpener.cdrom(bin));
    }

    @Test
    void hugeSizes() {
        assertThrows(ImageException.class, () -> ImageOpener.checkDisk("huge", 1L << 58));
        assertThrows(ImageException.class, () -> ImageOpener.checkCdrom("huge", 1L << 44));
    }

    @Test
    void containersAreNotRaw() throws IOException {
        Path path = folder.resolve("disk.qcow2");
        byte[] header = new byte[1024];
        System.arraycopy("QFI\u00FB".getBytes(StandardCharsets.ISO_8859_1), 0, header, 0, 4);
        Files.write(path, header);
        refused(path, "qemu-img convert", () -> ImageOpener.disk(path, false));
    }

    @Test
    void hugeSparseDiskWorksAtItsEnd() throws IOException {
        long size = 3L << 40;
        Path path = image("sparse.img", size);
        try (Medium disk = ImageOpener.disk(path, false)) {
            byte[] sector = new byte[512];
            java.util.Arrays.fill(sector, (byte) 7);
            disk.write(size / 512 - 1, 1, sector, 0);
            byte[] back = new byte[512];
            disk.read(size / 512 - 1, 1, back, 0);
            assertArrayEquals(sector, back);
        }
    }

    @Test
    void writeThroughChangesTheFileAndOverlayDoesNot() throws IOException {
        Path path = image("floppy.img", 1474560);
        byte[] sector = new byte[512];
        sector[0] = 1;
        try (Medium floppy = ImageOpener.floppy(path, false)) {
            assertTrue(floppy.writable());
            floppy.write(3, 1, sector, 0);
        }
        assertEquals(0, Files.readAllBytes(path)[3 * 512]);
        try (Medium floppy = ImageOpener.floppy(path, true)) {
            floppy.write(3, 1, sector, 0);
            floppy.flush();
        }
        assertEquals(1, Files.readAllBytes(path)[3 * 512]);
    }

    @Test
    void cdromIsReadOnlyAndFileShrinkingIsAnError() throws IOException {
        Path path = image("cd.iso", 2048 * 10);
        try (Medium cd = ImageOpener.cdrom(path)) {
            assertFalse(cd.writable());
            assertEquals(10, cd.sectors());
            byte[] sector = new byte[2048];
            assertThrows(IOException.class, () -> cd.write(0, 1, sector, 0));
            try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
                file.setLength(2048);
            }
            assertThrows(IOException.class, () -> cd.read(5, 1, sector, 0));
        }
    }
}
