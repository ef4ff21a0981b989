package org.domainfirmware.emulator.exec.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.isa.OperandKind;
import org.domainfirmware.emulator.cpu.sem.Stack;
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
            case 0x06, 0x0E, 0x16, 0x1E, 0x1A0, 0x1A8 -> push(segmentOf(in.operand(0)), size);
            case 0x07, 0x17, 0x1F, 0x1A1, 0x1A9 -> pop(segmentOf(in.operand(0)), size);
            case 0x8C -> store(in, c, size);
            case 0x8E -> load(in.reg(), Rm.of(in, c, 2));
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

    private static Op push(int number, int size) {
        return new SimpleOp(c -> {
            int value = c.s.seg[number].selector;
            if (size == 2) {
                Stack.push16(c, value);
                return;
            }
            // With 32-bit operands the pointer moves by 4 but only the low word is written, from the 486 on
            // (SDM volume 2, PUSH).
            int mask = c.stackMask();
            int esp = c.s.gpr[Reg.ESP];
            int at = esp - 4 & mask;
            c.mem.write16(c.s.ss, at, value);
            c.s.gpr[Reg.ESP] = esp & ~mask | at;
        });
    }

    private static Op pop(int number, int size) {
        return new SimpleOp(c -> {
            int selector = Stack.peek(c, size, 0) & 0xFFFF;
            // SS is loaded before the pointer moves: its new B must not govern the increment's width.
            int mask = c.stackMask();
            int esp = c.s.gpr[Reg.ESP];
            SegmentLoads.load(c, number, selector);
            c.s.gpr[Reg.ESP] = esp & ~mask | esp + size & mask;
            shadow(c, number);
        });
    }

    private static Op load(int number, Rm rm) {
        return new SimpleOp(c -> {
            SegmentLoads.load(c, number, rm.read(c));
            shadow(c, number);
        });
    }

    /** After a load of SS nothing interrupts before the next instruction, which loads SP. */
    private static void shadow(Cpu c, int number) {
        if (number == Reg.SS) {
            c.s.interruptShadow = 1;
            c.leaveBlock();
        }
    }

    private static Op store(Instruction in, Cpu c, int size) {
        int number = in.reg();
        Rm rm = Rm.of(in, c, in.memory ? 2 : size);
        return new SimpleOp(cpu -> rm.write(cpu, cpu.s.seg[number].selector));
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
