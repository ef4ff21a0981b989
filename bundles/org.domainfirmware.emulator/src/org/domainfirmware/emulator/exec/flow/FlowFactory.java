package org.domainfirmware.emulator.exec.flow;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.exec.op.Op;
import org.domainfirmware.emulator.exec.op.Rm;

/** Near control transfer. */
public final class FlowFactory {
    private FlowFactory() {
    }

    /** The op, or null when the instruction is no near transfer. */
    public static Op create(Instruction in, Cpu c) {
        int mask = in.op32 ? -1 : 0xFFFF;
        int count = in.addr32 ? -1 : 0xFFFF;
        int stack = c.stackMask();
        int code = in.opcode.code();
        if (code >= 0x70 && code <= 0x7F || code >= 0x180 && code <= 0x18F) {
            return JccOps.of(code, in.immediate, mask);
        }
        int size = in.op32 ? 4 : 2;
        return switch (code) {
            case 0xE9, 0xEB -> new NearOps.Jmp(in.immediate, mask);
            case 0xE8 -> in.op32 ? new NearOps.Call32(in.immediate, stack) : new NearOps.Call16(in.immediate, stack);
            case 0xC2, 0xC3 -> in.op32 ? new NearOps.Ret32(in.immediate, stack) : new NearOps.Ret16(in.immediate, stack);
            case 0xE0 -> new LoopOps.LoopWhile(in.immediate, mask, count, false);
            case 0xE1 -> new LoopOps.LoopWhile(in.immediate, mask, count, true);
            case 0xE2 -> new LoopOps.Loop(in.immediate, mask, count);
            case 0xE3 -> new LoopOps.Jcxz(in.immediate, mask, count);
            case 0xFF -> switch (in.reg()) {
                case 2 -> new NearOps.CallRm(Rm.of(in, c, size), stack);
                case 4 -> new NearOps.JmpRm(Rm.of(in, c, size));
                default -> null;
            };
            default -> null;
        };
    }
}
