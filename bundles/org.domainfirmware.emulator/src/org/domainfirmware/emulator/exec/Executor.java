package org.domainfirmware.emulator.exec;

import org.domainfirmware.emulator.bus.InterruptController;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.fault.CpuFault;
import org.domainfirmware.emulator.cpu.fault.Vector;
import org.domainfirmware.emulator.cpu.mmu.AccessWatch;
import org.domainfirmware.emulator.cpu.sem.system.Interrupts;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Flag;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.VirtualClock;

/**
 * Runs a processor. Between budgets it fires events, recognises interrupts and traps and looks for
 * stop requests; within one, {@link BlockRunner} goes from block to block with nothing to test but
 * the budget. A faulting instruction counts as one, so that time passes even in a loop of faults.
 */
public final class Executor {
    /** Longest budget in instructions: well below a millisecond, the bound on noticing a stop request. */
    private static final int MOST = 50_000;
    /** DR6: single step. */
    private static final int BS = 1 << 14;

    private final Cpu cpu;
    private final CpuState s;
    private final VirtualClock clock;
    private final EventQueue events;
    private final DebugStops stops;
    private final BlockRunner runner;
    private volatile boolean stopRequested;
    private boolean signalled;

    public Executor(Cpu cpu) {
        this.cpu = cpu;
        s = cpu.s;
        clock = cpu.clock;
        events = cpu.events;
        stops = new DebugStops(cpu);
        runner = new BlockRunner(cpu, stops);
    }

    /** Asks the running {@link #run} to come back; from any thread. A request made while it does not run counts for the next. */
    public void requestStop() {
        stopRequested = true;
    }

    /**
     * Has the running {@link #run} come back behind the instruction being executed; for devices, on the processor's thread.
     * Apart from {@link #requestStop}, so that a request made at the same moment is not taken for it and lost.
     */
    public void signal() {
        signalled = true;
        cpu.leaveBlock();
    }

    /** Sets the debugger's execution breakpoints (or {@link Breakpoints#NONE}). Not while running, but from within its callbacks. */
    public void breakpoints(Breakpoints breakpoints) {
        stops.breakpoints(breakpoints);
        runner.forgetBlocks();
    }

    /** Call when the answers of {@link Breakpoints#mayStopAt} change. */
    public void breakpointsChanged() {
        runner.forgetBlocks();
    }

    /** Sets the debugger's watch on data accesses, or removes it (null). */
    public void watch(AccessWatch watch) {
        stops.watch(watch);
    }

    /** EIP of the instruction being executed: for callbacks from within an instruction. */
    public int currentEip() {
        return runner.currentEip();
    }

    /** A non-maskable interrupt: taken before the next instruction that is not in a shadow. */
    public void nonMaskableInterrupt() {
        s.nonMaskablePending = true;
        cpu.leaveBlock();
    }

    /** Call when registers were changed from outside (debugger, snapshot): mode and translations are taken anew. */
    public void stateReplaced() {
        cpu.linear.flush();
        cpu.modeChanged();
        runner.forgetBlocks();
    }

    /** Runs one instruction (one iteration of a REP), or takes one interrupt's first instruction. */
    public Stop step() {
        passBreakpointHere();
        return run(clock.instructions() + 1);
    }

    /** Lets the next instruction pass a breakpoint at it: for going on from where one stopped. */
    public void passBreakpointHere() {
        runner.skipBreakpointAt(clock.instructions());
    }

    /** Runs until so many instructions have retired since power-on, or something else ends it. */
    public Stop run(long until) {
        while (true) {
            if (signalled) {
                signalled = false;
                return Stop.SIGNAL;
            }
            if (stopRequested) {
                stopRequested = false;
                return Stop.REQUEST;
            }
            if (cpu.shutdown) {
                return Stop.SHUTDOWN;
            }
            if (events.nextDue() <= clock.nanos()) {
                events.fireDue();
            }
            if (stops.refresh()) {
                runner.forgetBlocks();
            }
            if (clock.instructions() >= until) {
                return Stop.COUNT;
            }
            boolean shadow = s.interruptShadow != 0;
            s.interruptShadow = 0;
            if (!shadow) {
                recogniseInterrupts();
                trap(false);
                // Delivering may have found no way out, or a debugger that wants to stop.
                if (stopRequested || cpu.shutdown) {
                    continue;
                }
            }
            if (s.halted) {
                if (events.nextDue() == EventQueue.NEVER) {
                    return Stop.DEAD;
                }
                clock.skipTo(events.nextDue());
                continue;
            }
            if (runBudget(until, shadow)) {
                return Stop.BREAKPOINT;
            }
        }
    }

    private void recogniseInterrupts() {
        if (s.nonMaskablePending) {
            s.nonMaskablePending = false;
            s.halted = false;
            Interrupts.hardware(cpu, Vector.NMI);
            return;
        }
        InterruptController controller = cpu.interrupts();
        if ((s.systemFlags & Flag.IF) != 0 && controller != null && controller.interruptPending()) {
            s.halted = false;
            Interrupts.hardware(cpu, controller.acknowledge());
        }
    }

    /** Runs up to the next event or {@code until}; true when a breakpoint stopped it. */
    private boolean runBudget(long until, boolean shadow) {
        long now = clock.instructions();
        boolean stepping = (s.systemFlags & Flag.TF) != 0;
        boolean resuming = (s.systemFlags & Flag.RF) != 0;
        long end = Math.min(until, now + MOST);
        if (stepping || resuming || shadow) {
            end = now + 1;
        } else if (events.nextDue() != EventQueue.NEVER) {
            end = Math.min(end, now + clock.instructionsUntil(events.nextDue()));
        }
        if (resuming) {
            s.systemFlags &= ~Flag.RF;
            runner.skipBreakpointAt(now);
        }
        cpu.singleStep = stepping;
        cpu.blockBase = now;
        cpu.budgetEnd = end;
        boolean stopped = false;
        try {
            stopped = runner.run();
            retire();
            if (!stopped) {
                trap(stepping && cpu.singleStep && s.interruptShadow == 0);
            }
        } catch (CpuFault fault) {
            runner.unwind();
            retire();
            stops.takeHits();
            deliver(fault);
            trap(false);
        }
        return stopped;
    }

    /** Outside blocks the present instruction is the count itself: what interrupt frames touch sees the right time. */
    private void retire() {
        cpu.opIndex = 0;
        clock.retireTo(cpu.blockBase);
    }

    private void deliver(CpuFault fault) {
        if (fault.vector == CpuFault.RETRY) {
            return;
        }
        s.halted = false;
        // The image pushed for a fault has RF set, so that the restart passes a breakpoint (SDM volume 3, 17.3.1.1).
        s.systemFlags |= fault.trap ? 0 : Flag.RF;
        Interrupts.exception(cpu, fault);
    }

    /** Debug traps after an instruction or an interrupt's delivery: single step, data breakpoints. */
    private void trap(boolean step) {
        int bits = stops.takeHits() | (step ? BS : 0);
        if (bits != 0) {
            s.dr[6] |= bits;
            CpuFault fault = cpu.fault.of(Vector.DB);
            fault.trap = true;
            deliver(fault);
            // The trap's own frame may lie under a breakpoint: one trap is enough.
            stops.takeHits();
        }
    }
}
