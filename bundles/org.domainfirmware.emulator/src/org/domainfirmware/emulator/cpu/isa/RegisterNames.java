package org.domainfirmware.emulator.cpu.isa;

/** Register names in encoding order. */
final class RegisterNames {
    static final String[] BYTE = {"al", "cl", "dl", "bl", "ah", "ch", "dh", "bh"};
    static final String[] WORD = {"ax", "cx", "dx", "bx", "sp", "bp", "si", "di"};
    static final String[] DWORD = {"eax", "ecx", "edx", "ebx", "esp", "ebp", "esi", "edi"};
    static final String[] SEGMENT = {"es", "cs", "ss", "ds", "fs", "gs"};

    private RegisterNames() {
    }

    /** A general register of operand size. */
    static String general(int number, boolean wide) {
        return wide ? DWORD[number] : WORD[number];
    }
}
