package org.domainfirmware.emulator.exec.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.isa.OperandKind;
import org.domainfirmware.emulator.cpu.sem.system.SegmentLoads;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.exec.op.Address;
import org.domainfirmware.emulator.exec.op.Op;
import org.domainfirmware.emulator.exec.op.Rm;
import org.domainfirmware.emulator.exec.op.SimpleOp;

/** Moves to and from segment registers. */
final class SegmentFactory {
    private SegmentFactory() {
    }

    /** The op, or null when the instruction is not of this family. */
    static Op create(Instruction in, Cpu c) {
        int size = in.op32 ? 4 : 2;
        int code = in.opcode.code();
        return switch (code) {
            case 0x06, 0x0E, 0x16, 0x1E, 0x1A0, 0x1A8 -> new SegmentOps.Push(segmentOf(in.operand(0)), size);
            case 0x07, 0x17, 0x1F, 0x1A1, 0x1A9 -> new SegmentOps.Pop(segmentOf(in.operand(0)), size);
            case 0x8C -> store(in, c, size);
            case 0x8E -> new SegmentOps.Load(in.reg(), Rm.of(in, c, 2));
            case 0xC4 -> far(Reg.ES, in, c, size);
            case 0xC5 -> far(Reg.DS, in, c, size);
            case 0x1B2 -> far(Reg.SS, in, c, size);
            case 0x1B4 -> far(Reg.FS, in, c, size);
            case 0x1B5 -> far(Reg.GS, in, c, size);
            default -> null;
        };
    }

    static int segmentOf(OperandKind kind) {
        return kind.ordinal() - OperandKind.ES.ordinal();
    }

    private static Op store(Instruction in, Cpu c, int size) {
        int number = in.reg();
        Rm rm = Rm.of(in, c, in.memory ? 2 : size);
        return new SegmentOps.Store(number, rm);
    }

    private static Op far(int number, Instruction in, Cpu c, int size) {
        Address at = Address.of(in, c.s);
        Rm dst = Rm.register(in.reg(), size);
        return new SimpleOp(cpu -> {
            int offset = FarPointer.offset(cpu, at, size);
            int selector = FarPointer.selector(cpu, at, size);
            SegmentLoads.load(cpu, number, selector);
            dst.write(cpu, offset);
            // SS:ESP are loaded together here, so there is no shadow; but SS.B may be another now.
            if (number == Reg.SS) {
                cpu.leaveBlock();
            }
        });
    }
}
