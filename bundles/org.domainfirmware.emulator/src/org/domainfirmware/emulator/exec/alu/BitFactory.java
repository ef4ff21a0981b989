package org.domainfirmware.emulator.exec.alu;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.isa.OperandKind;
import org.domainfirmware.emulator.cpu.sem.Arithmetic;
import org.domainfirmware.emulator.cpu.sem.BitOps;
import org.domainfirmware.emulator.cpu.state.Flag;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.exec.op.Address;
import org.domainfirmware.emulator.exec.op.Op;
import org.domainfirmware.emulator.exec.op.Rm;
import org.domainfirmware.emulator.exec.op.SimpleOp;

/** Bit tests and scans, and the exchanges of the 486 and Pentium: BSWAP, XADD, CMPXCHG, CMPXCHG8B. */
public final class BitFactory {
    private BitFactory() {
    }

    /** The op, or null when the instruction is not of this family. */
    public static Op create(Instruction in, Cpu c) {
        int size = in.op32 ? 4 : 2;
        return switch (in.opcode.mnemonic()) {
            case BT -> bit(in, c, size, 4);
            case BTS -> bit(in, c, size, 5);
            case BTR -> bit(in, c, size, 6);
            case BTC -> bit(in, c, size, 7);
            case BSF -> scan(Rm.register(in.reg(), size), Rm.of(in, c, size), true);
            case BSR -> scan(Rm.register(in.reg(), size), Rm.of(in, c, size), false);
            case BSWAP -> swap(in.opcodeRegister(), size);
            case XADD -> exchangeAdd(in, c);
            case CMPXCHG -> compareExchange(in, c);
            case CMPXCHG8B -> compareExchange8(Address.of(in, c.s));
            default -> null;
        };
    }

    private static Op bit(Instruction in, Cpu c, int size, int operation) {
        boolean immediate = in.operand(1) == OperandKind.Ib;
        if (!in.memory || immediate) {
            Rm rm = Rm.of(in, c, size);
            int mask = 8 * size - 1;
            if (immediate) {
                int bit = in.immediate & mask;
                return new SimpleOp(cpu -> inPlace(cpu, rm, operation, bit));
            }
            int reg = in.reg();
            return new SimpleOp(cpu -> inPlace(cpu, rm, operation, cpu.s.gpr[reg] & mask));
        }
        Address at = Address.of(in, c.s);
        Rm index = Rm.register(in.reg(), size);
        return new SimpleOp(cpu -> inString(cpu, at, index.read(cpu), size, operation));
    }

    private static void inPlace(Cpu c, Rm rm, int operation, int bit) {
        if (operation == 4) {
            BitOps.test(c.s, rm.read(c), bit);
            return;
        }
        int value = rm.modify(c);
        BitOps.test(c.s, value, bit);
        rm.modified(c, BitOps.change(operation, value, bit));
    }

    /** A register index into memory is signed and reaches beyond the operand (SDM volume 2, 3.1.1.9). */
    private static void inString(Cpu c, Address at, int rawIndex, int size, int operation) {
        int index = size == 2 ? (short) rawIndex : rawIndex;
        int bit = index & 8 * size - 1;
        int offset = at.offset(c.s.gpr, (size == 2 ? index >> 4 : index >> 5) * size);
        if (operation == 4) {
            int value = size == 2 ? c.mem.read16(at.segment, offset) : c.mem.read32(at.segment, offset);
            BitOps.test(c.s, value, bit);
        } else if (size == 2) {
            int value = c.mem.rmw16(at.segment, offset);
            BitOps.test(c.s, value, bit);
            c.mem.rmwWrite16(BitOps.change(operation, value, bit));
        } else {
            int value = c.mem.rmw32(at.segment, offset);
            BitOps.test(c.s, value, bit);
            c.mem.rmwWrite32(BitOps.change(operation, value, bit));
        }
    }

    private static Op scan(Rm dst, Rm src, boolean forward) {
        return new SimpleOp(c -> {
            int value = src.read(c);
            BitOps.scanned(c.s, value);
            // A source of 0 leaves the destination as it was.
            if (value != 0) {
                dst.write(c, forward ? Integer.numberOfTrailingZeros(value) : 31 - Integer.numberOfLeadingZeros(value));
            }
        });
    }

    private static Op swap(int reg, int size) {
        if (size == 2) {
            // Undefined with 16-bit operands; the silicon clears the register's low half.
            return new SimpleOp(c -> c.s.gpr[reg] &= 0xFFFF0000);
        }
        return new SimpleOp(c -> c.s.gpr[reg] = Integer.reverseBytes(c.s.gpr[reg]));
    }

    private static Op exchangeAdd(Instruction in, Cpu c) {
        int size = AluFactory.size(in.operand(0), in);
        Rm dst = Rm.of(in, c, size);
        Rm src = Rm.register(in.reg(), size);
        return new SimpleOp(cpu -> {
            int a = dst.modify(cpu);
            int sum = Arithmetic.add(cpu.s, size, a, src.read(cpu));
            if (dst.isMemory()) {
                dst.modified(cpu, sum);
                src.write(cpu, a);
            } else {
                // With both the same register the sum stays.
                src.write(cpu, a);
                dst.write(cpu, sum);
            }
        });
    }

    private static Op compareExchange(Instruction in, Cpu c) {
        int size = AluFactory.size(in.operand(0), in);
        Rm dst = Rm.of(in, c, size);
        Rm src = Rm.register(in.reg(), size);
        Rm accumulator = Rm.register(Reg.EAX, size);
        return new SimpleOp(cpu -> {
            int old = dst.modify(cpu);
            int expected = accumulator.read(cpu);
            Arithmetic.cmp(cpu.s, size, expected, old);
            // The write cycle happens either way.
            dst.modified(cpu, old == expected ? src.read(cpu) : old);
            if (old != expected) {
                accumulator.write(cpu, old);
            }
        });
    }

    private static Op compareExchange8(Address at) {
        return new SimpleOp(c -> {
            int[] g = c.s.gpr;
            int offset = at.offset(g);
            c.mem.check(at.segment, offset, 8, true);
            c.linear.probe(at.segment.base + offset, 8, true);
            long old = c.mem.read64(at.segment, offset);
            long expected = (long) g[Reg.EDX] << 32 | g[Reg.EAX] & 0xFFFFFFFFL;
            boolean equal = old == expected;
            c.mem.write64(at.segment, offset, equal ? (long) g[Reg.ECX] << 32 | g[Reg.EBX] & 0xFFFFFFFFL : old);
            if (!equal) {
                g[Reg.EAX] = (int) old;
                g[Reg.EDX] = (int) (old >>> 32);
            }
            c.s.setArithmetic(c.s.eflags() & ~Flag.ZF | (equal ? Flag.ZF : 0));
        });
    }
}
