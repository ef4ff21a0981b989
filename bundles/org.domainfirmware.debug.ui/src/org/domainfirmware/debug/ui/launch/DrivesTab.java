package org.domainfirmware.debug.ui.launch;

import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.core.launch.LaunchCheck;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What is in the guest's drives. */
final class DrivesTab extends GuestTab {
    private static final int COLUMNS = 5;

    DrivesTab() {
        super("Drives", "drive");
    }

    @Override
    protected void createFields(Composite parent) {
        Composite drives = group(parent, "Images (the guest's writes are kept in memory, unless they are to change the image)", COLUMNS);
        for (String drive : LaunchAttributes.DRIVES) {
            boolean cd = drive.equals("cdrom");
            String kinds = cd ? "*.iso" : drive.startsWith("fd") ? "*.img;*.ima;*.flp;*.vfd;*.dsk" : "*.img;*.raw;*.hdd";
            add(new FileField(drives, LaunchAttributes.driveLabel(drive) + ":", "empty", LaunchAttributes.drive(drive), kinds, "*"));
            if (cd) {
                new Label(drives, SWT.NONE);
            } else {
                add(new CheckField(drives, "change it", LaunchAttributes.writeThrough(drive), false, 1));
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
