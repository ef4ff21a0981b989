package org.domainfirmware.debug.ui.launch;

import java.util.List;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.core.launch.LaunchCheck;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.swt.widgets.Composite;

/** Processor, memory, real mode and time. All of it fits into the dialog as it first opens. */
final class MachineTab extends GuestTab {
    MachineTab() {
        super("Machine", "machine");
    }

    @Override
    protected void createFields(Composite parent) {
        Composite machine = group(parent, "Machine");
        add(new ChoiceField(machine, "Processor:", LaunchAttributes.CPU, LaunchAttributes.DEFAULT_CPU, List.of(
                new ChoiceField.Choice("386", "80386 with 80387"), new ChoiceField.Choice("486", "80486"),
                new ChoiceField.Choice("pentium", "Pentium"), new ChoiceField.Choice("ppro", "Pentium Pro"))));
        add(new NumberField(machine, "Memory, MiB", LaunchAttributes.MEMORY, LaunchAttributes.DEFAULT_MEMORY, 1, LaunchAttributes.MOST_MEMORY));
        add(new ChoiceField(machine, "Real mode:", LaunchAttributes.REAL_MODE, LaunchAttributes.REAL_MODE_FULL, List.of(
                new ChoiceField.Choice(LaunchAttributes.REAL_MODE_FULL, "Full: the processor's own"),
                new ChoiceField.Choice(LaunchAttributes.REAL_MODE_ASSIST, "Assisted: a domain, by its VM86 monitor"))));
        add(new FileField(machine, "Domain loader:", "the project's vmxloader.elf, or the workbench's own",
                LaunchAttributes.DOMAIN_LOADER, "*.elf", "*"));
        add(new CheckField(machine, "A triple fault stops the guest (a PC would reset)", LaunchAttributes.STOP_ON_SHUTDOWN, true, 4));
        Composite time = group(parent, "Time");
        add(new TextField(time, "The clock starts at:", "2000-01-01T00:00:00", LaunchAttributes.RTC, 3));
        add(new NumberField(time, "An instruction takes, ns", LaunchAttributes.INSTRUCTION_PERIOD,
                LaunchAttributes.DEFAULT_INSTRUCTION_PERIOD, 1, LaunchAttributes.LONGEST_INSTRUCTION_PERIOD));
        add(new CheckField(time, "No faster than real time", LaunchAttributes.REAL_TIME, true, 4));
    }

    @Override
    protected void check(ILaunchConfiguration configuration) throws CoreException {
        LaunchCheck.machine(configuration);
    }
}
