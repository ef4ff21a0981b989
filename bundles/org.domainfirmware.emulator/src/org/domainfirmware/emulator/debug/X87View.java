package org.domainfirmware.emulator.debug;

import java.util.List;

/**
 * The x87 registers.
 *
 * @param stack ST(0) to ST(7)
 */
public record X87View(List<Register80> stack, int controlWord, int statusWord, int tagWord) {
    public X87View {
        stack = List.copyOf(stack);
    }

    /**
     * An 80-bit register.
     *
     * @param signExponent 16 bits
     */
    public record Register80(int signExponent, long significand) { }
}
