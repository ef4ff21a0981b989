package org.domainfirmware.debug.ui.launch;

import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.core.launch.LaunchCheck;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.swt.widgets.Composite;

/** What is in the guest's drives. */
final class DrivesTab extends GuestTab {
    DrivesTab() {
        super("Drives", "drive");
    }

    @Override
    protected void createFields(Composite parent) {
        Composite drives = group(parent, "Images");
        for (String drive : LaunchAttributes.DRIVES) {
            String label = LaunchAttributes.driveLabel(drive);
            boolean cd = drive.equals("cdrom");
            String kinds = cd ? "*.iso" : drive.startsWith("fd") ? "*.img;*.ima;*.flp;*.vfd;*.dsk" : "*.img;*.raw;*.hdd";
            add(new FileField(drives, label + ":", "empty", LaunchAttributes.drive(drive), kinds, "*"));
            if (!cd) {
                add(new CheckField(drives, "the guest's writes change the image of " + label
                        + " (otherwise they are kept in memory)", LaunchAttributes.writeThrough(drive), false, 4));
            }
        }
        Composite boot = group(parent, "Boot");
        add(new TextField(boot, "Order:", "the drives that hold an image; a floppy, c disk, d CD-ROM, as in a,c",
                LaunchAttributes.BOOT_ORDER, 3));
    }

    @Override
    protected void check(ILaunchConfiguration configuration) throws CoreException {
        LaunchCheck.drives(configuration);
    }
}
