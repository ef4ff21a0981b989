package org.domainfirmware.emulator.loader;

import org.domainfirmware.emulator.exec.Breakpoints;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.machine.RunEnd;

/**
 * Lets the BIOS do its power-on self test and catches it where it would boot: at the first instruction of
 * the INT 19h handler, however it gets there (firmware calls the vector as often as it executes INT).
 */
final class BootInterception implements Breakpoints {
    private static final int BOOTSTRAP_VECTOR = 0x19 * 4;
    private static final long LONGEST_NANOS = 120_000_000_000L;

    private final Machine machine;

    private BootInterception(Machine machine) {
        this.machine = machine;
    }

    /** @throws KernelException when the BIOS does not come to INT 19h */
    static void run(Machine machine) throws KernelException {
        machine.executor().breakpoints(new BootInterception(machine));
        try {
            RunEnd end = RunEnd.STOP_REQUEST;
            while (end == RunEnd.STOP_REQUEST) {
                end = machine.run(Long.MAX_VALUE, LONGEST_NANOS);
            }
            if (end != RunEnd.BREAKPOINT) {
                throw new KernelException("the BIOS did not come to boot (INT 19h) within "
                        + LONGEST_NANOS / 1_000_000_000 + " s of guest time; is the system ROM a PC BIOS?");
            }
        } finally {
            machine.executor().breakpoints(NONE);
        }
    }

    private int handler() {
        int vector = machine.memory().peek(BOOTSTRAP_VECTOR, 4);
        return (vector >>> 16 << 4) + (vector & 0xFFFF);
    }

    @Override
    public boolean mayStopAt(int linear, int storeOffset) {
        return linear != 0 && linear == handler();
    }

    @Override
    public boolean stopBeforeInstruction() {
        int here = machine.cpu().s.cs.base + machine.cpu().s.eip;
        return machine.cpu().s.isRealLike() && here == handler();
    }
}
