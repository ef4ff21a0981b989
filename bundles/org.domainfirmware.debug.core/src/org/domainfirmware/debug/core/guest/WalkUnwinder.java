package org.domainfirmware.debug.core.guest;

import java.util.Optional;
import java.util.OptionalInt;
import org.domainfirmware.debug.core.guest.FrameRegisters.SegmentPart;
import org.domainfirmware.debug.core.guest.ReturnWalk.Exit;
import org.domainfirmware.debug.core.guest.ReturnWalk.Way;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.debug.RegistersView;

/** Unwinds code without frame information by following it to its return. */
final class WalkUnwinder {
    /** What a called function leaves as it was; the others are known only as an interrupt's handler restores them. */
    private static final int KEPT = 1 << FrameRegisters.EBX | 1 << FrameRegisters.EBP | 1 << FrameRegisters.ESI
            | 1 << FrameRegisters.EDI | 1 << FrameRegisters.ESP;
    private static final int PROTECTED = 1;

    private final GuestMemory memory;
    private final CallSites calls;
    private final InterruptEntries entries;
    private final ProtectedInterrupts gates;
    private final int cr0;
    private final int gdt;
    private boolean neverReturns;

    /** @param gates null in real and virtual-8086 mode */
    WalkUnwinder(GuestMemory memory, ProtectedInterrupts gates, RegistersView view) {
        this.memory = memory;
        this.gates = gates;
        calls = new CallSites(memory);
        entries = new InterruptEntries(memory);
        cr0 = gates == null ? view.control().get(0) & ~PROTECTED : view.control().get(0);
        gdt = view.gdtBase();
    }

    Optional<CallerFrame> unwind(GuestFrame frame) throws InspectionException {
        FrameRegisters r = frame.registers();
        Optional<CallerFrame> gate = frame.exact() && gates != null ? gates.atEntry(r) : Optional.empty();
        if (gate.isPresent()) {
            return gate;
        }
        ReturnWalk.Found found = ReturnWalk.from(new WalkState(memory, r, cr0, gdt), e -> isPlausible(e, r));
        if (found.exit().isPresent()) {
            return Optional.of(caller(frame, found.exit().get()));
        }
        neverReturns = found.complete();
        return Optional.empty();
    }

    /** True when all of the frame's code was followed and leaves it nowhere. */
    boolean neverReturns() {
        return neverReturns;
    }

    private boolean isReal(Exit exit) {
        return exit.state().cr0 == WalkState.UNKNOWN || (exit.state().cr0 & PROTECTED) == 0;
    }

    private boolean isPlausible(Exit exit, FrameRegisters start) throws InspectionException {
        SegmentPart cs = exit.state().segment(Reg.CS);
        int size = exit.size();
        int back = (int) exit.back();
        boolean wide = size == 4;
        boolean code32 = cs.big();
        int selector = (int) exit.selector();
        return switch (exit.way()) {
            case NEAR -> calls.nearCallBefore(cs.base() + back, wide, code32);
            case FAR -> isReal(exit) && back >>> 16 == 0
                    && (calls.farCallBefore((selector << 4) + back, wide, false) || calls.pushedCsCallBefore((selector << 4) + back)
                    || calls.interruptBefore((selector << 4) + back) >= 0);
            case INTERRUPT -> isReal(exit)
                    // Who calls a handler may give it any word for FLAGS.
                    ? RealInterrupts.isFlags(memory.u16(exit.slot() + 2 * size)) || calls.handlerCallBefore((selector << 4) + back)
                    : gates != null && gates.isFrame(exit.state().registers(start), size);
        };
    }

    private CallerFrame caller(GuestFrame frame, Exit exit) throws InspectionException {
        WalkState s = exit.state();
        int size = exit.size();
        FrameRegisters r = s.registers(frame.registers());
        int at = r.sp();
        int back = (int) exit.back();
        if (exit.way() == Way.NEAR) {
            return CallerFrame.call(r.keep(KEPT).with(FrameRegisters.ESP, at + size).at(r.cs(), back), at + size);
        }
        if (!isReal(exit)) {
            return gates.caller(r, frame.registers().sp(), size);
        }
        SegmentPart cs = SegmentPart.paragraph((int) exit.selector());
        int linear = cs.base() + back;
        if (exit.way() == Way.FAR && calls.interruptBefore(linear) < 0) {
            // PUSH CS and a near CALL: as the caller's frame information has it, CS was on the stack before the call.
            int taken = calls.pushedCsCallBefore(linear) ? size : 2 * size;
            return CallerFrame.call(r.keep(KEPT).with(FrameRegisters.ESP, at + taken).at(cs, back), at + taken);
        }
        FrameRegisters interrupted = r.with(FrameRegisters.ESP, at + 6).at(cs, back);
        RealInterrupts.Entry entry = entries.describe(frame, linear, exit.slot());
        return CallerFrame.interrupt(interrupted, OptionalInt.of(at + 6), entry.by(), entry.called());
    }
}
