package org.domainfirmware.debug.ui.launch;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.core.launch.LaunchCheck;
import org.domainfirmware.firmware.core.FirmwareProject;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.swt.widgets.Composite;

/** Which firmware the guest starts with. */
final class FirmwareTab extends GuestTab {
    FirmwareTab() {
        super("Firmware", "rom");
    }

    @Override
    protected void createFields(Composite parent) {
        Composite project = group(parent, "Project");
        List<ChoiceField.Choice> choices = new ArrayList<>();
        choices.add(new ChoiceField.Choice("", "(none)"));
        for (IProject p : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
            if (FirmwareProject.isFirmware(p)) {
                choices.add(new ChoiceField.Choice(p.getName(), p.getName()));
            }
        }
        add(new ChoiceField(project, "Built before the launch:", LaunchAttributes.PROJECT, "", choices));
        Composite roms = group(parent, "ROMs");
        String[] kinds = {"*.rom;*.bin", "*"};
        add(new FileField(roms, "System ROM:", "the project's, or the workbench's own", LaunchAttributes.ROMBIOS, kinds));
        add(new FileField(roms, "VGA ROM:", "the project's, or the workbench's own; none: no VGA ROM", LaunchAttributes.VGABIOS, kinds));
        add(new LinesField(roms, "Option ROMs:\nFILE or\nFILE@HEXADDR", LaunchAttributes.OPTION_ROMS));
        Composite symbols = group(parent, "Symbols");
        add(new LinesField(symbols, "Further ELF files:", LaunchAttributes.SYMBOL_FILES));
    }

    @Override
    protected void check(ILaunchConfiguration configuration) throws CoreException {
        LaunchCheck.firmware(configuration);
    }
}
