package org.domainfirmware.emulator.debug;

import java.util.List;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.machine.RunEnd;

/** The ways to run: freely, so many instructions, to a place, within a range of addresses. */
final class RunPlans {
    /** Guest time of a slice, nanoseconds. */
    private static final long SLICE_NANOS = 10_000_000;
    /** Single steps in a slice of stepping: with everything watched that can be, it still ends soon. */
    private static final int STEPS = 500;

    private final Machine machine;
    private final BreakpointManager breakpoints;
    private final Stepper stepper;
    private final MonitorPassage monitor;

    RunPlans(Machine machine, BreakpointManager breakpoints, Stepper stepper, MonitorPassage monitor) {
        this.machine = machine;
        this.breakpoints = breakpoints;
        this.stepper = stepper;
        this.monitor = monitor;
    }

    /** Call when the guest starts running, so that it gets past a breakpoint it stands at. */
    void begin() {
        machine.executor().passBreakpointHere();
        stepper.takeInterrupt();
        monitor.cancel();
    }

    /** Until something happens. */
    RunPlan free() {
        return () -> runSlice(Long.MAX_VALUE);
    }

    private StopReason runSlice(long until) {
        breakpoints.publish();
        long now = machine.clock().instructions();
        long count = breakpoints.nextCount(now);
        RunEnd end = machine.run(Math.min(until, count), machine.clock().nanos() + SLICE_NANOS);
        // Whatever else ended the run there too (the slice's time, a suspend, another breakpoint): the count is passed now.
        if (machine.clock().instructions() == count) {
            breakpoints.reportCounts(count);
        }
        return reasonOf(end);
    }

    private StopReason reasonOf(RunEnd end) {
        List<Integer> hits = breakpoints.takeHits();
        switch (end) {
            case POWERED_OFF, EXIT_PORT:
                return new StopReason.PoweredOff();
            case SHUTDOWN:
                return new StopReason.TripleFault("exception while delivering a double fault");
            case DOMAIN_STOPPED:
                return new StopReason.DomainStopped(machine.domainError());
            default:
                break;
        }
        if (!hits.isEmpty()) {
            breakpoints.target(null);
            return new StopReason.AtBreakpoints(hits);
        }
        return breakpoints.targetReached() ? stepEnd() : null;
    }

    private StopReason stepEnd() {
        breakpoints.target(null);
        return new StopReason.StepEnd();
    }

    /** So many instructions, interrupts included. */
    RunPlan steps(long count) {
        long goal = machine.clock().instructions() + count;
        return () -> {
            StopReason reason = runSlice(goal);
            boolean there = machine.clock().instructions() >= goal;
            return reason != null ? reason : there ? new StopReason.StepEnd() : null;
        };
    }

    /** To a place on a stack not deeper than {@code target} says. */
    RunPlan to(BreakpointManager.Target target) {
        breakpoints.target(target);
        return free();
    }

    /** Over the next instruction; a hardware interrupt that comes meanwhile, and a VM86 monitor, are run through. */
    RunPlan over() {
        BreakpointManager.Target behind = stepper.over();
        return behind == null ? range(stepper.here(), stepper.here() + 1, true) : to(behind);
    }

    /** While the next instruction is in the range; calls are run through unless {@code into}, a VM86 monitor always. */
    RunPlan range(int first, int end, boolean into) {
        return new RunPlan() {
            private final boolean inGuest = !monitor.inMonitor();
            private boolean running;
            private boolean passing;

            @Override
            public StopReason slice() {
                for (int i = 0; i < STEPS; i++) {
                    StopReason reason = one();
                    if (reason != null || running || passing) {
                        return reason;
                    }
                }
                return null;
            }

            private StopReason one() {
                if (passing) {
                    StopReason reason = runSlice(Long.MAX_VALUE);
                    if (reason != null || monitor.inMonitor()) {
                        return reason;
                    }
                    passing = false;
                } else if (running) {
                    StopReason reason = runSlice(Long.MAX_VALUE);
                    if (!(reason instanceof StopReason.StepEnd)) {
                        return reason;
                    }
                    running = false;
                } else if (!into && stepper.isCall()) {
                    runTo(stepper.over());
                    return null;
                } else {
                    StopReason reason = single();
                    if (reason != null) {
                        return reason;
                    }
                    BreakpointManager.Target interrupted = stepper.takeInterrupt();
                    if (interrupted != null) {
                        runTo(interrupted);
                        return null;
                    }
                    if (inGuest && monitor.inMonitor()) {
                        monitor.begin();
                        passing = true;
                        return null;
                    }
                }
                int here = stepper.here();
                boolean inside = here - first >= 0 && here - end < 0;
                return inside ? null : new StopReason.StepEnd();
            }

            private void runTo(BreakpointManager.Target target) {
                breakpoints.target(target);
                machine.executor().passBreakpointHere();
                running = true;
            }
        };
    }

    /** Until a VM86 monitor gives the processor back to its guest; at once where no monitor has it. */
    RunPlan outOfMonitor() {
        monitor.begin();
        return () -> {
            if (!monitor.inMonitor()) {
                return new StopReason.StepEnd();
            }
            StopReason reason = runSlice(Long.MAX_VALUE);
            return reason != null || monitor.inMonitor() ? reason : new StopReason.StepEnd();
        };
    }

    /** One instruction; a request to stop that came before it only delays it. */
    private StopReason single() {
        long goal = machine.clock().instructions() + 1;
        while (machine.clock().instructions() < goal) {
            StopReason reason = runSlice(goal);
            if (reason != null) {
                return reason;
            }
            if (machine.cpu().s.halted) {
                // A halt takes no instruction to leave: the slice ends and the wait goes on in the next.
                return null;
            }
        }
        return null;
    }
}
