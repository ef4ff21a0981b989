package org.domainfirmware.boot;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.domainfirmware.emulator.machine.MachineConfig.Drive;

/**
 * What a guest program is booted on, in our emulator or in QEMU: 64 MiB, a floppy drive, and these images.
 *
 * @param boot the drives to boot from in this order, of a, c and d
 * @param floppyDrive QEMU's type of floppy drive; our emulator takes the one that the image's format was made for
 */
record GuestHardware(Map<Drive, Path> drives, String boot, String floppyDrive) {
    GuestHardware(Map<Drive, Path> drives, String boot) {
        this(drives, boot, "144");
    }

    static GuestHardware floppy(Path image) {
        return new GuestHardware(Map.of(Drive.FDA, image), "a");
    }

    static GuestHardware cdrom(Path image) {
        return new GuestHardware(Map.of(Drive.CDROM, image), "d");
    }

    GuestHardware with(Drive drive, Path image) {
        Map<Drive, Path> more = new EnumMap<>(drives);
        more.put(drive, image);
        return new GuestHardware(more, boot, floppyDrive);
    }

    GuestHardware withFloppyDrive(String type) {
        return new GuestHardware(drives, boot, type);
    }
}
