package org.domainfirmware.debug.core.launch;

import static org.domainfirmware.debug.core.launch.GuestFiles.text;
import static org.domainfirmware.debug.core.launch.GuestFiles.wrong;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.domainfirmware.emulator.machine.DriveImage;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.domainfirmware.emulator.machine.MachineConfig.Drive;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;

/** What is in a guest's drives, and which of them it boots from. */
final class GuestDrives {
    private GuestDrives() {
    }

    /** A machine with the drives of the configuration. */
    static MachineConfig put(ILaunchConfiguration c, MachineConfig machine) throws CoreException {
        Map<Drive, DriveImage> drives = drives(c);
        return machine.withDrives(drives).withBootOrder(bootOrder(c, drives));
    }

    private static Map<Drive, DriveImage> drives(ILaunchConfiguration c) throws CoreException {
        Map<Drive, DriveImage> drives = new EnumMap<>(Drive.class);
        for (String name : LaunchAttributes.DRIVES) {
            String image = text(c, LaunchAttributes.drive(name));
            if (!image.isEmpty()) {
                boolean write = c.getAttribute(LaunchAttributes.writeThrough(name), false) && !name.equals("cdrom");
                drives.put(Drive.valueOf(name.toUpperCase(Locale.ROOT)),
                        new DriveImage(GuestFiles.named(c, image, LaunchAttributes.driveLabel(name)), write));
            }
        }
        return drives;
    }

    private static List<String> bootOrder(ILaunchConfiguration c, Map<Drive, DriveImage> drives) throws CoreException {
        String order = text(c, LaunchAttributes.BOOT_ORDER);
        if (!order.isEmpty()) {
            List<String> letters = Arrays.stream(order.split("[, ]+")).toList();
            for (String letter : letters) {
                if (!List.of("a", "c", "d").contains(letter)) {
                    throw wrong("Boot order: there is no '" + letter + "'; write a (floppy), c (disk), d (CD-ROM), as in a,c");
                }
            }
            return letters;
        }
        List<String> letters = new ArrayList<>();
        add(letters, "a", drives.containsKey(Drive.FDA));
        add(letters, "c", drives.containsKey(Drive.HDA));
        add(letters, "d", drives.containsKey(Drive.CDROM));
        return letters.isEmpty() ? List.of("a", "c", "d") : letters;
    }

    private static void add(List<String> letters, String letter, boolean there) {
        if (there) {
            letters.add(letter);
        }
    }
}
