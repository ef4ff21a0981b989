package org.domainfirmware.emulator.debug;

import java.util.function.Consumer;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.machine.Machine;

/**
 * A machine with the debugger's instruments on it. Only the guest's thread keeps one, and lets it go when the guest is
 * terminated: a port may be kept much longer, by the Debug view for instance, and must not keep the guest's memory.
 */
record DebuggedMachine(Machine machine, Cpu cpu, GuestPeek peek, BreakpointManager breakpoints, InterruptTracer tracer,
        E820Recorder e820, MemorySizeRecorder sizes, SegmentLoadRecorder segmentLoads, AssistRecorder assist, RunPlans plans,
        ConsoleTaps consoles) {
    static DebuggedMachine of(Machine machine, EventQueueThread queue) {
        Cpu cpu = machine.cpu();
        Consumer<DebugEvent> events = event -> {
            queue.accept(event);
            if (queue.isFull()) {
                // The slice ends here: the guest waits until its listeners have kept up.
                machine.requestStop();
            }
        };
        machine.onImageFailure(failure -> events.accept(new DebugEvent.Logged(0, failure)));
        GuestPeek peek = new GuestPeek(machine);
        MonitorPassage monitor = new MonitorPassage(machine);
        BreakpointManager breakpoints = new BreakpointManager(machine, peek, monitor, events);
        E820Recorder e820 = new E820Recorder(cpu);
        MemorySizeRecorder sizes = new MemorySizeRecorder(cpu);
        SegmentLoadRecorder loads = new SegmentLoadRecorder(cpu.s, machine.executor()::currentEip);
        Stepper stepper = new Stepper(machine, peek);
        RunPlans plans = new RunPlans(machine, breakpoints, stepper, monitor);
        ConsoleTaps consoles = new ConsoleTaps(machine, events);
        HookChain hook = new HookChain(e820, sizes, loads, stepper, monitor, breakpoints);
        cpu.hook = hook;
        InterruptTracer tracer = new InterruptTracer(cpu, hook);
        return new DebuggedMachine(machine, cpu, peek, breakpoints, tracer, e820, sizes, loads,
                new AssistRecorder(machine, hook), plans, consoles);
    }

    /** After each slice: hands out what the guest produced. */
    void flush() {
        consoles.flush();
    }

    /** Linear address of a place in the present mode; a physical one has none. */
    int linear(Location at) {
        if (at instanceof Location.SegmentOffset s) {
            return peek.base(s.selector()) + s.offset();
        }
        if (at instanceof Location.Linear l) {
            return l.address();
        }
        throw new DebugException("run to a linear address or a segment and offset, not a physical address");
    }
}
