package org.domainfirmware.emulator.debug;

import java.util.HashSet;
import java.util.Set;
import org.domainfirmware.emulator.machine.Machine;

/**
 * Finds instructions that a VM86 monitor emulates in its guest's place: the processor never executes them, but the monitor has to
 * read their first byte. The instruction by which the monitor was entered does not count, for the processor had begun it; the
 * others count once a stay, because a monitor may read one several times.
 */
final class EmulatedExecution {
    private final Machine machine;
    private final MonitorPassage monitor;
    private final Set<Integer> seen = new HashSet<>();
    private long stay = -1;

    EmulatedExecution(Machine machine, MonitorPassage monitor) {
        this.machine = machine;
        this.monitor = monitor;
    }

    /** False where no monitor can be: then nothing has to be watched. */
    boolean isPossible() {
        return machine.partition() != null;
    }

    /** True when the monitor, by reading this byte, begins to emulate the instruction there. */
    boolean begins(int linear) {
        if (!isPossible() || !monitor.inMonitor() || linear == monitor.enteredFrom()) {
            return false;
        }
        if (stay != monitor.stays()) {
            stay = monitor.stays();
            seen.clear();
        }
        return seen.add(linear);
    }
}
