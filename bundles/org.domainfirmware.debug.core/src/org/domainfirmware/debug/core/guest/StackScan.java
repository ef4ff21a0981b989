package org.domainfirmware.debug.core.guest;

import java.util.Optional;
import java.util.OptionalInt;
import org.domainfirmware.debug.core.guest.FrameRegisters.SegmentPart;

/**
 * Unwinds code without frame information: the nearest value on the stack that a CALL, a far CALL or an INT can have pushed
 * is taken for the return address. At the very entry of an interrupt handler the interrupt's frame is at the stack pointer.
 */
final class StackScan {
    private static final int KEPT = 1 << FrameRegisters.EBX | 1 << FrameRegisters.EBP | 1 << FrameRegisters.ESI
            | 1 << FrameRegisters.EDI | 1 << FrameRegisters.ESP;

    private final GuestMemory memory;
    private final CallSites calls;
    private final RealInterrupts interrupts;
    private final boolean realMode;
    private final ProtectedInterrupts gates;

    /** @param gates null in real and virtual-8086 mode */
    StackScan(GuestMemory memory, ProtectedInterrupts gates) {
        this.memory = memory;
        this.gates = gates;
        realMode = gates == null;
        calls = new CallSites(memory);
        interrupts = new RealInterrupts(memory);
    }

    /** @param words places on the stack that may hold the return address */
    Optional<CallerFrame> unwind(GuestFrame frame, int words) throws InspectionException {
        FrameRegisters r = frame.registers();
        if (frame.exact() && realMode) {
            int vector = interrupts.vectorOf(at -> at == r.linear());
            if (vector >= 0) {
                return Optional.of(interrupt(r, r.sp(), vector, OptionalInt.of(r.values()[FrameRegisters.EAX])));
            }
        }
        int step = r.cs().big() ? 4 : 2;
        for (int i = 0; i < words; i++) {
            int at = r.sp() + i * step;
            Optional<CallerFrame> caller = candidate(r, at);
            if (caller.isPresent()) {
                return caller;
            }
        }
        return Optional.empty();
    }

    private Optional<CallerFrame> candidate(FrameRegisters r, int at) {
        try {
            int stack = r.ss().base();
            boolean code32 = r.cs().big();
            int word = memory.u16(stack + at);
            int dword = memory.i32(stack + at);
            if (!code32) {
                int flags = memory.u16(stack + at + 4);
                int cs = memory.u16(stack + at + 2);
                int there = (cs << 4) + word;
                if (realMode && RealInterrupts.isFlags(flags) && calls.interruptBefore(there) >= 0) {
                    return Optional.of(interrupt(r, at, calls.interruptBefore(there), OptionalInt.empty()));
                }
                if (realMode && calls.pushedCsCallBefore(there)) {
                    // The callee's RETF takes CS too; as the caller's frame information has it, CS was there before the call.
                    return Optional.of(call(r, at, 2, SegmentPart.paragraph(cs), word));
                }
                if (realMode && calls.farCallBefore(there, false, false)) {
                    return Optional.of(call(r, at, 4, SegmentPart.paragraph(cs), word));
                }
                if (calls.nearCallBefore(r.cs().base() + word, false, false)) {
                    return Optional.of(call(r, at, 2, r.cs(), word));
                }
            }
            Optional<CallerFrame> interrupted = realMode ? Optional.empty() : gates.at(r, at);
            if (interrupted.isPresent()) {
                return interrupted;
            }
            boolean inSegment = code32 || dword >>> 16 == 0;
            if (inSegment && calls.nearCallBefore(r.cs().base() + dword, true, code32)) {
                return Optional.of(call(r, at, 4, r.cs(), dword));
            }
            return Optional.empty();
        } catch (InspectionException e) {
            // Past the end of what is mapped there are no frames.
            return Optional.empty();
        }
    }

    private CallerFrame call(FrameRegisters r, int at, int size, SegmentPart cs, int eip) throws InspectionException {
        FrameRegisters caller = savedBp(r, at).keep(KEPT).with(FrameRegisters.ESP, at + size).at(cs, eip);
        return CallerFrame.call(caller, at + size);
    }

    /** When BP points right below the return address, its old value is there. */
    private FrameRegisters savedBp(FrameRegisters r, int at) throws InspectionException {
        int bp = r.values()[FrameRegisters.EBP] & (r.ss().big() ? -1 : 0xFFFF);
        if (bp == at - 2 && !r.cs().big()) {
            int old = memory.u16(r.ss().base() + bp);
            return r.with(FrameRegisters.EBP, r.values()[FrameRegisters.EBP] & 0xFFFF0000 | old);
        }
        return bp == at - 4 ? r.with(FrameRegisters.EBP, memory.i32(r.ss().base() + bp)) : r;
    }

    /** The frame IP CS FLAGS of a real-mode interrupt at a place of the stack. @param eax at its entry, when known */
    private CallerFrame interrupt(FrameRegisters r, int at, int vector, OptionalInt eax) throws InspectionException {
        int stack = r.ss().base();
        int ip = memory.u16(stack + at);
        int cs = memory.u16(stack + at + 2);
        FrameRegisters caller = r.with(FrameRegisters.ESP, at + 6).at(SegmentPart.paragraph(cs), ip);
        RealInterrupts.Entry entry = interrupts.describe((cs << 4) + ip, vector, eax);
        return CallerFrame.interrupt(caller, OptionalInt.of(at + 6), entry.by(), entry.called());
    }
}
