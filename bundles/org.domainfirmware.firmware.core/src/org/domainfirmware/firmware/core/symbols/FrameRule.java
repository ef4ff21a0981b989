package org.domainfirmware.firmware.core.symbols;

import java.util.Map;
import java.util.OptionalLong;

/**
 * How to find the caller's frame from an instruction: from .debug_frame or .eh_frame.
 *
 * @param cfaRegister register the canonical frame address is relative to, or -1 for an expression
 * @param cfaOffset added to it
 * @param saved registers saved on the stack, by number: offset from the canonical frame address
 */
public record FrameRule(int cfaRegister, long cfaOffset, Map<Integer, Long> saved) {
    /** DWARF number of the return address column on i386. */
    public static final int RETURN_ADDRESS = 8;

    public FrameRule {
        saved = Map.copyOf(saved);
    }

    /** Offset from the canonical frame address at which a register was saved. */
    public OptionalLong savedAt(int register) {
        Long at = saved.get(register);
        return at == null ? OptionalLong.empty() : OptionalLong.of(at);
    }
}
