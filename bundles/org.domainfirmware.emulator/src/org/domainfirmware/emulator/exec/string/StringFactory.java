package org.domainfirmware.emulator.exec.string;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.exec.op.Op;

/** String instructions, with and without repeat prefix. */
public final class StringFactory {
    private StringFactory() {
    }

    /** True for a string instruction that repeats: it ends its block. */
    public static boolean repeats(Instruction in) {
        return in.repeat != 0 && isString(in.opcode.code());
    }

    private static boolean isString(int code) {
        return code >= 0x6C && code <= 0x6F || code >= 0xA4 && code <= 0xA7 || code >= 0xAA && code <= 0xAF;
    }

    /** The op, or null when it is no string instruction. */
    public static Op create(Instruction in, Cpu c) {
        int code = in.opcode.code();
        if (!isString(code)) {
            return null;
        }
        int size = (code & 1) == 0 ? 1 : in.op32 ? 4 : 2;
        StringOp body = switch (code & ~1) {
            case 0x6C -> new PortStrings.In(in, c, size);
            case 0x6E -> new PortStrings.Out(in, c, size);
            case 0xA4 -> new MoveStrings(in, c, size);
            case 0xA6 -> new CompareStrings(in, c, size);
            case 0xAA -> new StoreStrings(in, c, size);
            case 0xAC -> new LoadStrings(in, c, size);
            default -> new ScanStrings(in, c, size);
        };
        return in.repeat == 0 ? body : new Repeat(body, in.repeat == 0xF3);
    }
}
