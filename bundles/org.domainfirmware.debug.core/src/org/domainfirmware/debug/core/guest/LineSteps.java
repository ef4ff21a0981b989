package org.domainfirmware.debug.core.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.domainfirmware.emulator.debug.Breakpoint;
import org.domainfirmware.emulator.debug.BreakpointSpec;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.Location;
import org.domainfirmware.emulator.debug.StopReason;
import org.domainfirmware.firmware.core.symbols.FunctionInfo;
import org.domainfirmware.firmware.core.symbols.LineRange;
import org.domainfirmware.firmware.core.symbols.SourceLine;

/**
 * Steps by source lines. A line ends where another begins in the same activation, or where the function returns to its
 * caller. Where no line is known, instructions are stepped.
 */
public final class LineSteps {
    private static final int MOST_PIECES = 100_000;

    private final DebugPort port;
    private final GuestSymbols symbols;
    private final PortMemory memory;
    private final GuestRuns runs;

    public LineSteps(DebugPort port, GuestSymbols symbols, PortMemory memory, GuestRuns runs) {
        this.port = port;
        this.symbols = symbols;
        this.memory = memory;
        this.runs = runs;
    }

    /** The topmost activation and its caller; inlined calls left out. */
    private List<GuestFrame> activations() throws InspectionException {
        memory.forget();
        return new Unwinder(symbols, memory).frames(PortMemory.await(port.registers()), 2).stream()
                .filter(f -> f.inlined() == null).toList();
    }

    /** One instruction. */
    public StopReason instruction() throws InspectionException {
        return runs.run(() -> port.step(1));
    }

    /** One instruction; calls, interrupts and repeated string instructions as one. */
    public StopReason overInstruction() throws InspectionException {
        return runs.run(port::stepOver);
    }

    /** To the next line of this activation. */
    public StopReason over() throws InspectionException {
        return line(false);
    }

    /** To the next line, also that of a called function with lines: there behind its prologue. */
    public StopReason into() throws InspectionException {
        return line(true);
    }

    private StopReason line(boolean into) throws InspectionException {
        GuestFrame start = activations().get(0);
        if (start.line() == null) {
            return into ? instruction() : overInstruction();
        }
        StopReason reason = new StopReason.StepEnd();
        for (int i = 0; i < MOST_PIECES; i++) {
            reason = piece(into);
            if (!(reason instanceof StopReason.StepEnd)) {
                return reason;
            }
            List<GuestFrame> now = activations();
            if (entered(start, now)) {
                Optional<StopReason> end = called(into, now);
                if (end.isPresent()) {
                    return end.get();
                }
            } else if (!sameStack(start, now.get(0))) {
                return reason;
            }
            if (newLine(start.line(), here())) {
                return reason;
            }
        }
        return reason;
    }

    private int here() throws InspectionException {
        return activations().get(0).linear();
    }

    /** Runs the piece of a line the guest stands in. */
    private StopReason piece(boolean into) throws InspectionException {
        int pc = activations().get(0).linear();
        int first = pc;
        int end = pc + 1;
        Optional<LineRange> range = symbols.lineAt(pc);
        if (range.isPresent()) {
            int shift = pc - (int) symbols.linked(pc);
            first = (int) range.get().range().start() + shift;
            end = (int) range.get().range().end() + shift;
        }
        int from = first;
        int to = end;
        return runs.run(() -> port.stepRange(from, to, into));
    }

    /** True when the activation stepped in has called the topmost one, or left by a jump into another function. */
    private static boolean entered(GuestFrame start, List<GuestFrame> now) {
        boolean deeper = now.size() > 1 && sameStack(start, now.get(1)) && !sameStack(start, now.get(0));
        boolean tail = sameStack(start, now.get(0)) && start.function() != null
                && !start.function().equals(now.get(0).function());
        return deeper || tail;
    }

    private static boolean sameStack(GuestFrame a, GuestFrame b) {
        return a.registers().ss().base() == b.registers().ss().base()
                && (a.cfa().isPresent() ? a.cfa().equals(b.cfa()) : sameCode(a, b));
    }

    /** Without frame information: the same function or the same stub of assembly. */
    private static boolean sameCode(GuestFrame a, GuestFrame b) {
        return a.file() == b.file() && b.cfa().isEmpty();
    }

    /** In a called function: stays there behind its prologue, or runs back out of it. @return an end of the step, if it is */
    private Optional<StopReason> called(boolean into, List<GuestFrame> now) throws InspectionException {
        GuestFrame callee = now.get(0);
        if (into && callee.line() != null) {
            return Optional.of(throughPrologue(callee));
        }
        if (now.size() < 2) {
            return Optional.of(new StopReason.StepEnd());
        }
        StopReason back = runBack(callee, now.get(1));
        return back instanceof StopReason.StepEnd ? Optional.empty() : Optional.of(back);
    }

    private StopReason throughPrologue(GuestFrame callee) throws InspectionException {
        FunctionInfo f = callee.function();
        long at = symbols.linked(callee.linear());
        if (f == null || at != f.entry() || callee.file().afterPrologue(f) == at) {
            return new StopReason.StepEnd();
        }
        int behind = callee.linear() + (int) (callee.file().afterPrologue(f) - at);
        return runs.run(() -> port.runTo(new Location.Linear(behind), 0));
    }

    private StopReason runBack(GuestFrame callee, GuestFrame caller) throws InspectionException {
        if (caller.underMonitor() && !callee.underMonitor()) {
            // The monitor returns to where its guest goes on, not to the instruction that trapped.
            return runs.run(port::leaveMonitor);
        }
        int esp = caller.registers().sp();
        boolean switched = callee.registers().ss().base() != caller.registers().ss().base();
        return runs.run(() -> port.runTo(new Location.Linear(caller.linear()), switched ? 0 : esp));
    }

    private boolean newLine(SourceLine old, int pc) {
        Optional<LineRange> at = symbols.lineAt(pc);
        if (at.isEmpty()) {
            return false;
        }
        boolean sameLine = at.get().line().line() == old.line() && at.get().line().file().equals(old.file());
        return !sameLine && at.get().statement() && at.get().range().start() == symbols.linked(pc)
                && at.get().line().line() > 0;
    }

    /**
     * Runs until a frame has returned to its caller.
     *
     * @throws InspectionException when nobody called it
     */
    public StopReason returnFrom(GuestFrame frame) throws InspectionException {
        if (frame.inlined() != null) {
            return outOf(frame);
        }
        memory.forget();
        List<GuestFrame> all = new Unwinder(symbols, memory).frames(PortMemory.await(port.registers())).stream()
                .filter(f -> f.inlined() == null).toList();
        for (int i = 0; i + 1 < all.size(); i++) {
            if (all.get(i).linear() == frame.linear() && all.get(i).registers().sp() == frame.registers().sp()) {
                return runBack(all.get(i), all.get(i + 1));
            }
        }
        throw new InspectionException("there is no caller to return to");
    }

    private StopReason outOf(GuestFrame inlined) throws InspectionException {
        StopReason reason = new StopReason.StepEnd();
        for (int i = 0; i < MOST_PIECES && reason instanceof StopReason.StepEnd
                && inlined.inlined().contains(symbols.linked(here())); i++) {
            reason = piece(false);
        }
        return reason;
    }

    /** Runs until one of some places, all of them where code of one line is. */
    public StopReason runTo(List<Breakpoint> places) throws InspectionException {
        List<Integer> ids = new ArrayList<>();
        try {
            for (Breakpoint place : places) {
                ids.add(PortMemory.await(port.setBreakpoint(BreakpointSpec.stop(place))));
            }
            StopReason reason = runs.run(port::resume);
            boolean arrived = reason instanceof StopReason.AtBreakpoints b && ids.containsAll(b.ids());
            return arrived ? new StopReason.StepEnd() : reason;
        } finally {
            for (int id : ids) {
                PortMemory.await(port.removeBreakpoint(id));
            }
        }
    }
}
