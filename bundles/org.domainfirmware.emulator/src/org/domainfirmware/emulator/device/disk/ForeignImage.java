package org.domainfirmware.emulator.device.disk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Formats other than raw, recognised by how they begin, so that nobody boots a container's header. */
enum ForeignImage {
    QCOW("QCOW", "QFI\u00FB"),
    VMDK("VMDK", "KDMV"),
    VMDK_TEXT("VMDK", "# Disk DescriptorFile"),
    VHD("VHD", "conectix"),
    VHDX("VHDX", "vhdxfile"),
    VDI("VDI", "<<< "),
    GZIP("gzip", "\u001F\u008B\u0008"),
    XZ("xz", "\u00FD7zXZ"),
    ZIP("zip", "PK\u0003\u0004");

    private final String format;
    private final byte[] magic;

    ForeignImage(String format, String magic) {
        this.format = format;
        this.magic = magic.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** @throws ImageException when the image is not raw, or cannot be read at all */
    static void check(ImageStore image) throws ImageException {
        byte[] start = new byte[(int) Math.min(32, image.size())];
        try {
            image.read(0, start, 0, start.length);
        } catch (IOException e) {
            throw new ImageException(image.description() + ": cannot be read (" + e.getMessage() + "); copy it elsewhere", e);
        }
        for (ForeignImage foreign : values()) {
            if (start.length >= foreign.magic.length
                    && Arrays.equals(start, 0, foreign.magic.length, foreign.magic, 0, foreign.magic.length)) {
                throw new ImageException(image.description() + ": is a " + foreign.format
                        + " file, not a raw image; unpack or convert it, for example by qemu-img convert -O raw");
            }
        }
    }
}
