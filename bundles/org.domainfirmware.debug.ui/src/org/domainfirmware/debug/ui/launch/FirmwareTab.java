package org.domainfirmware.debug.ui.launch;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.firmware.core.FirmwareProject;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.widgets.Composite;

/** Which firmware the guest starts with. */
final class FirmwareTab extends GuestTab {
    private static final long ROM = 256 << 10;
    private static final long OPTION_ROM = 128 << 10;
    private static final long VIDEO_ROM = 64 << 10;

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
        add(new FileField(roms, "System ROM:", "the project's, or the workbench's own", LaunchAttributes.ROMBIOS, ROM, kinds));
        add(new FileField(roms, "VGA ROM:", "the project's, or the workbench's own; none: no VGA ROM", LaunchAttributes.VGABIOS,
                VIDEO_ROM, LaunchAttributes.NONE, kinds));
        add(new LinesField(roms, "Option ROMs:\nFILE or\nFILE@HEXADDRESS", LaunchAttributes.OPTION_ROMS,
                FirmwareTab::optionRomProblem));
        Composite symbols = group(parent, "Symbols");
        add(new LinesField(symbols, "Further ELF files:", LaunchAttributes.SYMBOL_FILES,
                line -> fileProblem("Symbols", line, 0)));
    }

    private static String optionRomProblem(String line) {
        int at = line.lastIndexOf('@');
        if (at < 0) {
            return fileProblem("Option ROM", line, OPTION_ROM);
        }
        try {
            int address = Integer.parseInt(line.substring(at + 1).strip(), 16);
            if (address < 0xC0000 || address > 0xFF800 || (address & 0x7FF) != 0) {
                return String.format("Option ROM: %X is not a multiple of 800h between C0000h and FF800h", address);
            }
        } catch (NumberFormatException e) {
            return "Option ROM: '" + line.substring(at + 1) + "' is not a hexadecimal address";
        }
        return fileProblem("Option ROM", line.substring(0, at), OPTION_ROM);
    }
}
