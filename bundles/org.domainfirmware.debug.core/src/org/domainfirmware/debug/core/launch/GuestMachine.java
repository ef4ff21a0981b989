package org.domainfirmware.debug.core.launch;

import static org.domainfirmware.debug.core.launch.GuestFiles.text;
import static org.domainfirmware.debug.core.launch.GuestFiles.wrong;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;

/** Processor, memory and time of a guest. */
final class GuestMachine {
    private static final int FIRST_YEAR = 1980;
    private static final int LAST_YEAR = 2099;

    private GuestMachine() {
    }

    /** A machine with the processor, memory and time of the configuration. */
    static MachineConfig put(ILaunchConfiguration c, MachineConfig machine) throws CoreException {
        int memory = c.getAttribute(LaunchAttributes.MEMORY, LaunchAttributes.DEFAULT_MEMORY);
        try {
            MachineConfig set = machine.withMemory(memory).withCpu(cpu(c)).withRtc(rtc(c)).withInstructionPeriod(period(c))
                    .withStopOnShutdown(c.getAttribute(LaunchAttributes.STOP_ON_SHUTDOWN, true));
            if (memory > Runtime.getRuntime().maxMemory() >> 20) {
                throw tooLarge(memory);
            }
            return set;
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    /** What is to be said when there is no room for a guest. */
    static CoreException tooLarge(int memory) {
        return wrong("a guest of " + memory + " MiB does not fit into the workbench's heap of "
                + (Runtime.getRuntime().maxMemory() >> 20) + " MiB; give it less memory, or start the workbench with more heap (-Xmx)");
    }

    private static CpuModel cpu(ILaunchConfiguration c) throws CoreException {
        String name = c.getAttribute(LaunchAttributes.CPU, LaunchAttributes.DEFAULT_CPU);
        return Arrays.stream(CpuModel.values()).filter(m -> m.optionName().equals(name)).findFirst()
                .orElseThrow(() -> wrong("there is no processor '" + name + "'; there are 386, 486, pentium and ppro"));
    }

    private static LocalDateTime rtc(ILaunchConfiguration c) throws CoreException {
        String time = text(c, LaunchAttributes.RTC);
        try {
            LocalDateTime start = time.isEmpty() ? MachineConfig.DEFAULT_RTC : LocalDateTime.parse(time);
            if (start.getYear() < FIRST_YEAR || start.getYear() > LAST_YEAR) {
                throw wrong("the clock cannot start at '" + time + "': it knows the years " + FIRST_YEAR + " to " + LAST_YEAR);
            }
            return start;
        } catch (DateTimeParseException e) {
            throw wrong("the clock's start '" + time + "' is no date and time; write it as 2000-01-31T23:59:00");
        }
    }

    private static int period(ILaunchConfiguration c) throws CoreException {
        int nanos = c.getAttribute(LaunchAttributes.INSTRUCTION_PERIOD, LaunchAttributes.DEFAULT_INSTRUCTION_PERIOD);
        if (nanos < 1 || nanos > LaunchAttributes.LONGEST_INSTRUCTION_PERIOD) {
            throw wrong("an instruction takes 1 to " + LaunchAttributes.LONGEST_INSTRUCTION_PERIOD + " ns, not " + nanos);
        }
        return nanos;
    }
}
