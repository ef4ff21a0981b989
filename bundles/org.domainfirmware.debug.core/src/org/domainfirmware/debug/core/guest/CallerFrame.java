package org.domainfirmware.debug.core.guest;

import java.util.OptionalInt;

/**
 * What unwinding one frame finds.
 *
 * @param registers of the caller at its return address
 * @param cfa canonical frame address of the unwound frame, where known
 * @param exact the caller was interrupted: its EIP is the next instruction, not behind a call
 * @param by "" for a call, else how it was interrupted
 * @param virtual8086 the caller runs in virtual-8086 mode under the handler
 */
record CallerFrame(FrameRegisters registers, OptionalInt cfa, boolean exact, String by, boolean virtual8086) {
    static CallerFrame call(FrameRegisters registers, int cfa) {
        return new CallerFrame(registers, OptionalInt.of(cfa), false, "", false);
    }

    /** A caller whose frame is on another stack. */
    static CallerFrame anotherStack(FrameRegisters registers) {
        return new CallerFrame(registers, OptionalInt.empty(), false, "", false);
    }

    /** A program in virtual-8086 mode, interrupted by its monitor. */
    static CallerFrame virtual8086(FrameRegisters registers, OptionalInt cfa, String by) {
        return new CallerFrame(registers, cfa, true, by, true);
    }

    /** @param called by an INT or CALL; otherwise what it interrupted goes on with the instruction that was next */
    static CallerFrame interrupt(FrameRegisters registers, OptionalInt cfa, String by, boolean called) {
        return new CallerFrame(registers, cfa, !called, by, false);
    }
}
