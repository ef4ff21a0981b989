package org.domainfirmware.debug.core.guest;

import java.util.Optional;
import org.domainfirmware.firmware.core.symbols.FrameRule;

/** Unwinds by the compiler's call frame information. ESP-relative values are offsets in SS, return addresses offsets in CS. */
final class CfiUnwinder {
    /** EBX, EBP, ESI, EDI survive a call: System V ABI, i386 supplement, 2.2.3; -mregparm does not change that. */
    private static final int PRESERVED = 1 << FrameRegisters.EBX | 1 << FrameRegisters.EBP | 1 << FrameRegisters.ESI
            | 1 << FrameRegisters.EDI | 1 << FrameRegisters.ESP;

    private final GuestMemory memory;

    CfiUnwinder(GuestMemory memory) {
        this.memory = memory;
    }

    /** The caller, or empty when there is no information for the frame. */
    Optional<CallerFrame> unwind(GuestFrame frame) throws InspectionException {
        if (frame.file() == null) {
            return Optional.empty();
        }
        Optional<FrameRule> rule = frame.file().frameRule(frame.lookup());
        if (rule.isEmpty() || rule.get().cfaRegister() < 0 || rule.get().cfaRegister() > FrameRegisters.EDI
                || !frame.registers().knows(rule.get().cfaRegister())) {
            return Optional.empty();
        }
        FrameRegisters r = frame.registers();
        int cfa = r.values()[rule.get().cfaRegister()] + (int) rule.get().cfaOffset();
        int stack = r.ss().base();
        FrameRegisters caller = r.keep(PRESERVED);
        int back = memory.i32(stack + cfa + (int) rule.get().savedAt(FrameRule.RETURN_ADDRESS).orElse(-4));
        for (int n = 0; n <= FrameRegisters.EDI; n++) {
            if (rule.get().savedAt(n).isPresent()) {
                caller = caller.with(n, memory.i32(stack + cfa + (int) rule.get().savedAt(n).getAsLong()));
            }
        }
        caller = caller.with(FrameRegisters.ESP, cfa).at(r.cs(), back);
        return Optional.of(CallerFrame.call(caller, cfa));
    }
}
