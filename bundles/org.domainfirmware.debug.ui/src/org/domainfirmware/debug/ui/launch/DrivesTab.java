package org.domainfirmware.debug.ui.launch;

import java.util.Map;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.eclipse.swt.widgets.Composite;

/** What is in the guest's drives. */
final class DrivesTab extends GuestTab {
    private static final Map<String, String> NAMES = Map.of("fda", "Floppy A", "fdb", "Floppy B", "hda", "Disk 1", "hdb",
            "Disk 2", "cdrom", "CD-ROM");
    private static final long FLOPPY = 2880 << 10;

    DrivesTab() {
        super("Drives", "drive");
    }

    @Override
    protected void createFields(Composite parent) {
        Composite drives = group(parent, "Images");
        for (String drive : LaunchAttributes.DRIVES) {
            boolean floppy = drive.startsWith("fd");
            boolean cd = drive.equals("cdrom");
            String kinds = cd ? "*.iso" : floppy ? "*.img;*.ima;*.flp;*.vfd;*.dsk" : "*.img;*.raw;*.hdd";
            add(new FileField(drives, NAMES.get(drive) + ":", "empty", LaunchAttributes.drive(drive), floppy ? FLOPPY : 0, kinds,
                    "*"));
            if (!cd) {
                add(new CheckField(drives, "the guest's writes change the image of " + NAMES.get(drive)
                        + " (otherwise they are kept in memory)", LaunchAttributes.writeThrough(drive), false, 4));
            }
        }
        Composite boot = group(parent, "Boot");
        add(new TextField(boot, "Order:", "the drives that hold an image; a floppy, c disk, d CD-ROM, as in a,c",
                LaunchAttributes.BOOT_ORDER, 3, DrivesTab::orderProblem));
    }

    private static String orderProblem(String typed) {
        String order = typed.replace(" ", "");
        return order.isEmpty() || order.matches("[acd](,[acd]){0,2}") ? null
                : "Boot order: '" + typed + "' is not made of a, c and d with commas between";
    }
}
