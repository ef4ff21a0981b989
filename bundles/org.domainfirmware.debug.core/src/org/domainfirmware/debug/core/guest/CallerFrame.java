package org.domainfirmware.debug.core.guest;

import java.util.OptionalInt;

/**
 * What unwinding one frame finds.
 *
 * @param registers of the caller at its return address
 * @param cfa canonical frame address of the unwound frame, where known
 * @param exact the caller was interrupted: its EIP is the next instruction, not behind a call
 * @param by "" for a call, else how it was interrupted
 */
record CallerFrame(FrameRegisters registers, OptionalInt cfa, boolean exact, String by) {
    static CallerFrame call(FrameRegisters registers, int cfa) {
        return new CallerFrame(registers, OptionalInt.of(cfa), false, "");
    }

    static CallerFrame interrupt(FrameRegisters registers, OptionalInt cfa, String by) {
        return new CallerFrame(registers, cfa, true, by);
    }
}
