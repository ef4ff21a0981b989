package org.domainfirmware.emulator.debug;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.TransferHook;
import org.domainfirmware.emulator.machine.Machine;

/**
 * For stepping in the guest of a VM86 monitor: an instruction that traps is one step, and the monitor is run through until it
 * gives the processor back, in virtual-8086 mode or by a switch to protected mode.
 */
final class MonitorPassage implements TransferHook {
    private final Machine machine;
    private final Cpu cpu;
    private boolean waiting;
    private boolean trapped;
    private int trappedAt;
    private long stays;

    MonitorPassage(Machine machine) {
        this.machine = machine;
        cpu = machine.cpu();
    }

    /** True while the monitor itself has the processor. */
    boolean inMonitor() {
        return machine.partition() != null && machine.partition().isMonitorActive() && !cpu.s.isVm86();
    }

    /**
     * Linear address of the guest's instruction whose trap or change of mode the monitor was entered by: the processor had begun
     * it itself.
     */
    int enteredFrom() {
        return trapped ? trappedAt : machine.partition().leftAt();
    }

    /** Another number for another stay in the monitor. */
    long stays() {
        return stays;
    }

    /** Has the machine stop when the guest goes on. */
    void begin() {
        waiting = true;
    }

    void cancel() {
        waiting = false;
    }

    @Override
    public void modeChanged(int before, int after) {
        if (!inMonitor()) {
            trapped = false;
            stays++;
        }
        if (waiting && !inMonitor()) {
            waiting = false;
            machine.executor().requestStop();
            cpu.leaveBlock();
        }
    }

    @Override
    public void beforeInterrupt(int vector, Kind kind) {
        if (cpu.s.isVm86()) {
            trapped = true;
            trappedAt = cpu.s.cs.base + cpu.s.eip;
        }
    }
}
