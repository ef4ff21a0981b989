package org.domainfirmware.debug.core.guest;

import java.util.OptionalInt;

/**
 * Names real-mode interrupts by the interrupt vector table and by what called them: INT, the hardware, or a far call with FLAGS on
 * the stack, as BIOSes call services of their own.
 */
final class RealInterrupts {
    private static final int VECTORS = 256;
    private static final int JUMP_SHORT = 0xEB;
    private static final int JUMP_NEAR = 0xE9;
    private static final int JUMP_FAR = 0xEA;
    /** Jumps followed from a vector: ROMs have them at the addresses of the first PC's services. */
    private static final int MOST_JUMPS = 4;
    /** The first vectors of the two interrupt controllers as a BIOS sets them. */
    private static final int MASTER = 0x08;
    private static final int SLAVE = 0x70;
    private static final int LINES = 8;

    /** Tells whether a vector's handler is the one looked for. */
    @FunctionalInterface
    interface Handler {
        boolean startsAt(int linear) throws InspectionException;
    }

    /** Bits 1 set, 3, 5 and 15 clear: what PUSHF and INT push of FLAGS since the 386 (SDM volume 1, 3.4.3). */
    private static final int FIXED_FLAGS = 0x802A;
    private static final int FIXED_FLAGS_VALUE = 0x0002;

    private final GuestMemory memory;
    private final CallSites calls;

    RealInterrupts(GuestMemory memory) {
        this.memory = memory;
        calls = new CallSites(memory);
    }

    /** Whether a word can be what an interrupt pushed of FLAGS. */
    static boolean isFlags(int word) {
        return (word & FIXED_FLAGS) == FIXED_FLAGS_VALUE;
    }

    /** The first vector whose handler, or the place its first jumps lead to, is the one looked for; -1 when none is. */
    int vectorOf(Handler wanted) throws InspectionException {
        for (int v = 0; v < VECTORS; v++) {
            int entry = memory.i32(4 * v);
            int segment = entry >>> 16;
            int offset = entry & 0xFFFF;
            for (int jumps = 0; jumps <= MOST_JUMPS; jumps++) {
                int at = (segment << 4) + offset;
                if (wanted.startsAt(at)) {
                    return v;
                }
                int opcode = memory.u8(at);
                if (opcode == JUMP_SHORT) {
                    offset = offset + 2 + (byte) memory.u8(at + 1) & 0xFFFF;
                } else if (opcode == JUMP_NEAR) {
                    offset = offset + 3 + memory.u16(at + 1) & 0xFFFF;
                } else if (opcode == JUMP_FAR) {
                    offset = memory.u16(at + 1);
                    segment = memory.u16(at + 3);
                } else {
                    break;
                }
            }
        }
        return -1;
    }

    /**
     * How a handler was entered.
     *
     * @param by in words
     * @param called by an INT or CALL, behind which it goes on; otherwise the hardware came in between
     */
    record Entry(String by, boolean called) { }

    /**
     * What an interrupt's frame says.
     *
     * @param back linear address it returns to
     * @param vector by the vector table, -1 when not known
     * @param eax at the call, when known
     */
    Entry describe(int back, int vector, OptionalInt eax) {
        int asked = calls.interruptBefore(back);
        if (asked >= 0 && (asked == vector || !isHardware(vector))) {
            int function = eax.isEmpty() ? calls.functionBefore(back) : -1;
            return new Entry(InterruptNames.describe(asked, true, function < 0 ? eax : OptionalInt.of(function << 8)), true);
        }
        boolean called = !isHardware(vector) && calls.handlerCallBefore(back);
        String unknown = called ? "interrupt handler" : "interrupt";
        return new Entry(vector < 0 ? unknown : InterruptNames.describe(vector, called, eax), called);
    }

    private static boolean isHardware(int vector) {
        return vector >= MASTER && vector < MASTER + LINES || vector >= SLAVE && vector < SLAVE + LINES;
    }
}
