package org.domainfirmware.emulator.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.domainfirmware.emulator.device.disk.DiskLayout;
import org.domainfirmware.emulator.device.disk.FloppyFormat;
import org.domainfirmware.emulator.device.disk.ImageException;
import org.domainfirmware.emulator.device.disk.ImageOpener;
import org.domainfirmware.emulator.device.disk.Medium;
import org.domainfirmware.emulator.device.disk.ReportingMedium;
import org.domainfirmware.emulator.device.fdc.FloppyDriveType;
import org.domainfirmware.emulator.device.rtc.CmosContents;
import org.domainfirmware.emulator.machine.MachineConfig.Drive;

/** The images of a configuration, opened; closing it closes them. */
final class Drives implements AutoCloseable {
    private static final Map<String, Integer> BOOT_CODES = Map.of("a", 1, "c", 2, "d", 3);

    private final Map<Drive, Medium> media = new EnumMap<>(Drive.class);
    private Consumer<String> failures = failure -> {
        // Nobody wants to know.
    };

    /** @throws ImageException naming the file and a way out */
    Drives(MachineConfig config) throws ImageException {
        refuseShared(config.drives());
        try {
            for (Map.Entry<Drive, DriveImage> e : config.drives().entrySet()) {
                media.put(e.getKey(), open(e.getKey(), e.getValue()));
            }
        } catch (ImageException e) {
            closeQuietly(e);
            throw e;
        }
    }

    /** Two drives that write one file, or one that reads what the other writes, would have a torn file system. */
    private static void refuseShared(Map<Drive, DriveImage> images) throws ImageException {
        for (Drive first : images.keySet()) {
            for (Drive second : images.keySet()) {
                boolean written = images.get(first).writeThrough() || images.get(second).writeThrough();
                if (first.compareTo(second) < 0 && written && same(images.get(first).path(), images.get(second).path())) {
                    throw new ImageException(String.format("%s: is in two drives (%s and %s) and the guest's writes change it;"
                            + " give one of them a copy, or let writes stay in memory", images.get(second).path(),
                            first.name().toLowerCase(Locale.ROOT), second.name().toLowerCase(Locale.ROOT)));
                }
            }
        }
    }

    private static boolean same(Path first, Path second) throws ImageException {
        try {
            return first.equals(second) || Files.exists(first) && Files.exists(second) && Files.isSameFile(first, second);
        } catch (IOException e) {
            throw new ImageException(first + ": cannot be compared with " + second + ": " + e.getMessage(), e);
        }
    }

    private void closeQuietly(ImageException cause) {
        try {
            close();
        } catch (IOException second) {
            cause.addSuppressed(second);
        }
    }

    /** Who is told, in a sentence, what the host could not do with an image. */
    void onFailure(Consumer<String> listener) {
        failures = listener;
    }

    Medium open(Drive drive, DriveImage image) throws ImageException {
        Medium medium = switch (drive) {
            case FDA, FDB -> ImageOpener.floppy(image.path(), image.writeThrough());
            case HDA, HDB -> ImageOpener.disk(image.path(), image.writeThrough());
            case CDROM -> ImageOpener.cdrom(image.path());
        };
        return new ReportingMedium(medium, drive.name().toLowerCase(Locale.ROOT), failure -> failures.accept(failure));
    }

    /** The medium in a drive, or null. */
    Medium in(Drive drive) {
        return media.get(drive);
    }

    /** Puts another medium in (null: none) and closes the one before. */
    void replace(Drive drive, Medium medium) throws IOException {
        Medium old = medium == null ? media.remove(drive) : media.put(drive, medium);
        if (old != null) {
            old.close();
        }
    }

    /** A: is always there, a 1.44 MiB drive unless its medium needs another; B: only with a medium. */
    FloppyDriveType floppyType(Drive drive) {
        Medium medium = in(drive);
        if (medium == null) {
            return drive == Drive.FDA ? FloppyDriveType.M1_44 : FloppyDriveType.NONE;
        }
        return FloppyFormat.ofSize(medium.sectors() * 512).map(FloppyDriveType::forFormat)
                .orElse(FloppyDriveType.M1_44);
    }

    /** The CMOS as a set-up program would have left it for these drives and this memory. */
    byte[] cmos(MachineConfig config) throws IOException {
        CmosContents cmos = new CmosContents()
                .memory((long) config.memoryMiB() << 20, 0)
                .floppies(floppyType(Drive.FDA).cmosType(), floppyType(Drive.FDB).cmosType());
        Drive[] disks = {Drive.HDA, Drive.HDB};
        for (int i = 0; i < disks.length; i++) {
            Medium disk = in(disks[i]);
            if (disk != null) {
                DiskLayout layout = DiskLayout.guess(disk);
                cmos.disk(i, layout.drive().cylinders(), layout.drive().heads(), layout.drive().sectors());
            }
        }
        int[] order = config.bootOrder().stream().mapToInt(d -> BOOT_CODES.getOrDefault(d, 0)).limit(3).toArray();
        return cmos.bootOrder(false, order).build();
    }

    @Override
    public void close() throws IOException {
        IOException failed = null;
        for (Medium medium : media.values()) {
            try {
                medium.close();
            } catch (IOException e) {
                failed = e;
            }
        }
        media.clear();
        if (failed != null) {
            throw failed;
        }
    }
}
