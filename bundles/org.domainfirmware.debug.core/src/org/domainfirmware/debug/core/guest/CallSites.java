package org.domainfirmware.debug.core.guest;

/**
 * Tells from the bytes before an address whether a call can have left it as its return address. Encodings: SDM volume 2,
 * CALL and INT n.
 */
final class CallSites {
    private static final int OPERAND_SIZE = 0x66;
    private static final int CALL_NEAR = 0xE8;
    private static final int CALL_FAR = 0x9A;
    private static final int PUSH_CS = 0x0E;
    private static final int GROUP_5 = 0xFF;
    private static final int INT = 0xCD;
    private static final int MOV_AH = 0xB4;
    private static final int MOV_AX = 0xB8;
    private static final int NEAR_FORM = 2;
    private static final int FAR_FORM = 3;

    private final GuestMemory memory;

    CallSites(GuestMemory memory) {
        this.memory = memory;
    }

    /** @param wide the return address has 32 bits; in 16-bit code that takes a prefix */
    boolean nearCallBefore(int linear, boolean wide, boolean code32) {
        boolean prefixed = wide != code32;
        int displacement = wide ? 4 : 2;
        return byteIs(linear - displacement - 1, CALL_NEAR) && prefixBefore(linear - displacement - 1, prefixed)
                || groupCallBefore(linear, NEAR_FORM, prefixed);
    }

    /** @param wide selector and offset take 8 bytes of stack */
    boolean farCallBefore(int linear, boolean wide, boolean code32) {
        boolean prefixed = wide != code32;
        int pointer = wide ? 6 : 4;
        return byteIs(linear - pointer - 1, CALL_FAR) && prefixBefore(linear - pointer - 1, prefixed)
                || groupCallBefore(linear, FAR_FORM, prefixed);
    }

    /** PUSH CS and a near CALL in 16-bit code: how code reaches a far routine of its own segment. */
    boolean pushedCsCallBefore(int linear) {
        return byteIs(linear - 3, CALL_NEAR) && byteIs(linear - 4, PUSH_CS);
    }

    /** Any call with a 16-bit segment and offset: what pushes FLAGS first calls an interrupt's handler by it. */
    boolean handlerCallBefore(int linear) {
        return pushedCsCallBefore(linear) || farCallBefore(linear, false, false);
    }

    /** Vector of the INT before an address, or -1. */
    int interruptBefore(int linear) {
        return byteIs(linear - 2, INT) ? at(linear - 1) : -1;
    }

    /** AH as the instruction before an INT sets it, by MOV AH or MOV AX with a number; -1 when it does not. */
    int functionBefore(int behindInt) {
        int before = behindInt - 2;
        if (byteIs(before - 2, MOV_AH)) {
            return at(before - 1);
        }
        return byteIs(before - 3, MOV_AX) ? at(before - 1) : -1;
    }

    private boolean prefixBefore(int opcode, boolean wanted) {
        return !wanted || byteIs(opcode - 1, OPERAND_SIZE) || byteIs(opcode - 2, OPERAND_SIZE);
    }

    /** FF /2 and FF /3 in their 16-bit and 32-bit address forms. */
    private boolean groupCallBefore(int linear, int form, boolean prefixed) {
        for (int length = 2; length <= 7; length++) {
            int modrm = at(linear - length + 1);
            if (byteIs(linear - length, GROUP_5) && modrm >= 0 && (modrm >>> 3 & 7) == form
                    && fits(modrm, length - 2) && prefixBefore(linear - length, prefixed)) {
                return true;
            }
        }
        return false;
    }

    /** Whether so many bytes of displacement and SIB can follow a ModRM byte. */
    private static boolean fits(int modrm, int rest) {
        int rm = modrm & 7;
        return switch (modrm >>> 6) {
            case 0 -> rest == 0 || rest == 2 && rm == 6 || rest == 4 && rm == 5 || rest == 1 && rm == 4
                    || rest == 5 && rm == 4;
            case 1 -> rest == 1 || rest == 2 && rm == 4;
            case 2 -> rest == 2 || rest == 4 || rest == 5 && rm == 4;
            default -> rest == 0;
        };
    }

    private boolean byteIs(int linear, int value) {
        return at(linear) == value;
    }

    /** A byte, or -1 where nothing is mapped: then no call was there either. */
    private int at(int linear) {
        try {
            return memory.u8(linear);
        } catch (InspectionException e) {
            return -1;
        }
    }
}
