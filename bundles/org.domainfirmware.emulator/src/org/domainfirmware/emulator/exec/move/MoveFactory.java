package org.domainfirmware.emulator.exec.move;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.isa.OperandKind;
import org.domainfirmware.emulator.cpu.sem.Stack;
import org.domainfirmware.emulator.cpu.sem.StackFrames;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.exec.op.Address;
import org.domainfirmware.emulator.exec.op.Condition;
import org.domainfirmware.emulator.exec.op.Op;
import org.domainfirmware.emulator.exec.op.Rm;
import org.domainfirmware.emulator.exec.op.SimpleOp;

/** Moves of data: MOV, PUSH, POP, XCHG, LEA, extensions, conditional moves and sets. */
public final class MoveFactory {
    private MoveFactory() {
    }

    /** The op, or null when the instruction is not of this family. */
    public static Op create(Instruction in, Cpu c) {
        int size = in.op32 ? 4 : 2;
        int code = in.opcode.code();
        if (code >= 0x140 && code <= 0x14F) {
            return conditional(code, Rm.register(in.reg(), size), Rm.of(in, c, size));
        }
        if (code >= 0x190 && code <= 0x19F) {
            Rm rm = Rm.of(in, c, 1);
            return new SimpleOp(cpu -> rm.write(cpu, Condition.holds(cpu.s, code) ? 1 : 0));
        }
        return switch (in.opcode.mnemonic()) {
            case MOV -> mov(in, c);
            case PUSH -> push(in, c, size);
            case POP -> pop(in, c, size);
            case PUSHA -> new SimpleOp(cpu -> StackFrames.pusha(cpu, size));
            case POPA -> new SimpleOp(cpu -> StackFrames.popa(cpu, size));
            case ENTER -> enter(size, in.immediate, in.immediate2);
            case LEAVE -> new SimpleOp(cpu -> StackFrames.leave(cpu, size));
            case XCHG -> xchg(in, c, size);
            case LEA -> in.op32 ? new ExtendOps.Lea32(in.reg(), Address.of(in, c.s))
                    : new ExtendOps.Lea16(in.reg(), Address.of(in, c.s));
            case MOVZX -> movzx(in, c, size);
            case MOVSX -> new ExtendOps.Movsx(Rm.register(in.reg(), size), Rm.of(in, c, narrow(in)));
            case CBW -> widen(in.op32);
            case CWD -> spread(in.op32);
            case XLATB -> xlat(in, c);
            case SAHF -> new SimpleOp(cpu -> cpu.s.setArithmetic(
                    cpu.s.eflags() & ~0xD5 | cpu.s.gpr[Reg.EAX] >>> 8 & 0xD5));
            case LAHF -> new SimpleOp(cpu -> cpu.s.gpr[Reg.EAX] =
                    cpu.s.gpr[Reg.EAX] & ~0xFF00 | (cpu.s.eflags() & 0xFF) << 8);
            case SALC -> new SimpleOp(cpu -> cpu.s.gpr[Reg.EAX] =
                    cpu.s.gpr[Reg.EAX] & ~0xFF | (cpu.s.cf() ? 0xFF : 0));
            default -> null;
        };
    }

    private static int narrow(Instruction in) {
        return in.operand(1) == OperandKind.Eb ? 1 : 2;
    }

    private static Op movzx(Instruction in, Cpu c, int size) {
        if (in.memory && size == 4 && narrow(in) == 1) {
            return new ExtendOps.MovzxMem8(in.reg(), Address.of(in, c.s));
        }
        return new ExtendOps.Movzx(Rm.register(in.reg(), size), Rm.of(in, c, narrow(in)));
    }

    private static Op mov(Instruction in, Cpu c) {
        OperandKind first = in.operand(0);
        OperandKind second = in.operand(1);
        int size = in.op32 ? 4 : 2;
        return switch (first) {
            case Zb -> MovOps.regImm(1, in.opcodeRegister(), in.immediate);
            case Zv -> MovOps.regImm(size, in.opcodeRegister(), in.immediate);
            case AL -> MovOps.regMem(1, Reg.EAX, Address.of(in, c.s));
            case eAX -> MovOps.regMem(size, Reg.EAX, Address.of(in, c.s));
            case Ob -> MovOps.memReg(1, Address.of(in, c.s), Reg.EAX);
            case Ov -> MovOps.memReg(size, Address.of(in, c.s), Reg.EAX);
            case Eb, Ev -> {
                int width = first == OperandKind.Eb ? 1 : size;
                if (second == OperandKind.Ib || second == OperandKind.Iz) {
                    yield in.memory ? MovOps.memImm(width, Address.of(in, c.s), in.immediate)
                            : MovOps.regImm(width, in.rm(), in.immediate);
                }
                yield in.memory ? MovOps.memReg(width, Address.of(in, c.s), in.reg())
                        : MovOps.regReg(width, in.rm(), in.reg());
            }
            case Gb, Gv -> {
                int width = first == OperandKind.Gb ? 1 : size;
                yield in.memory ? MovOps.regMem(width, in.reg(), Address.of(in, c.s))
                        : MovOps.regReg(width, in.reg(), in.rm());
            }
            default -> null;
        };
    }

    private static Op push(Instruction in, Cpu c, int size) {
        OperandKind kind = in.operand(0);
        int mask = c.stackMask();
        switch (kind) {
            case Zv -> {
                return size == 2 ? new StackOps.Push16(in.opcodeRegister(), mask)
                        : new StackOps.Push32(in.opcodeRegister(), mask);
            }
            case Iz, Ibs -> {
                int value = in.immediate;
                return new SimpleOp(cpu -> Stack.push(cpu, size, value));
            }
            case Ev -> {
                Rm rm = Rm.of(in, c, size);
                return new SimpleOp(cpu -> Stack.push(cpu, size, rm.read(cpu)));
            }
            default -> {
                return null;
            }
        }
    }

    private static Op pop(Instruction in, Cpu c, int size) {
        int mask = c.stackMask();
        if (in.operand(0) == OperandKind.Zv) {
            return size == 2 ? new StackOps.Pop16(in.opcodeRegister(), mask)
                    : new StackOps.Pop32(in.opcodeRegister(), mask);
        }
        if (in.operand(0) != OperandKind.Ev) {
            return null;
        }
        Rm rm = Rm.of(in, c, size);
        return new SimpleOp(cpu -> popTo(cpu, rm));
    }

    /** ESP as a base is the one after the pop (SDM volume 2, POP). */
    private static void popTo(Cpu c, Rm rm) {
        int before = c.s.gpr[Reg.ESP];
        int value = Stack.pop(c, rm.size);
        if (!rm.isMemory()) {
            rm.write(c, value);
            return;
        }
        int after = c.s.gpr[Reg.ESP];
        int offset = rm.address().offset(c.s.gpr);
        c.s.gpr[Reg.ESP] = before;
        if (rm.size == 2) {
            c.mem.write16(rm.address().segment, offset, value);
        } else {
            c.mem.write32(rm.address().segment, offset, value);
        }
        c.s.gpr[Reg.ESP] = after;
    }

    private static Op enter(int size, int bytes, int level) {
        return new SimpleOp(c -> StackFrames.enter(c, size, bytes, level));
    }

    private static Op xchg(Instruction in, Cpu c, int size) {
        if (in.operand(1) == OperandKind.Zv) {
            return exchange(Rm.register(Reg.EAX, size), Rm.register(in.opcodeRegister(), size));
        }
        int width = in.operand(0) == OperandKind.Eb ? 1 : size;
        return exchange(Rm.of(in, c, width), Rm.register(in.reg(), width));
    }

    private static Op exchange(Rm rm, Rm reg) {
        return new SimpleOp(c -> {
            int a = rm.modify(c);
            int b = reg.read(c);
            rm.modified(c, b);
            reg.write(c, a);
        });
    }

    private static Op conditional(int code, Rm dst, Rm src) {
        return new SimpleOp(c -> {
            // The source is read (and may fault) whatever the condition; a 32-bit destination has no upper half to clear.
            int value = src.read(c);
            if (Condition.holds(c.s, code)) {
                dst.write(c, value);
            }
        });
    }

    private static Op widen(boolean wide) {
        return wide ? new SimpleOp(c -> c.s.gpr[Reg.EAX] = (short) c.s.gpr[Reg.EAX])
                : new SimpleOp(c -> c.s.gpr[Reg.EAX] = c.s.gpr[Reg.EAX] & 0xFFFF0000 | (byte) c.s.gpr[Reg.EAX] & 0xFFFF);
    }

    private static Op spread(boolean wide) {
        return wide ? new SimpleOp(c -> c.s.gpr[Reg.EDX] = c.s.gpr[Reg.EAX] >> 31)
                : new SimpleOp(c -> c.s.gpr[Reg.EDX] =
                        c.s.gpr[Reg.EDX] & 0xFFFF0000 | (short) c.s.gpr[Reg.EAX] >> 15 & 0xFFFF);
    }

    private static Op xlat(Instruction in, Cpu c) {
        var segment = c.s.seg[in.segment];
        int mask = in.addr32 ? -1 : 0xFFFF;
        return new SimpleOp(cpu -> {
            int[] g = cpu.s.gpr;
            int value = cpu.mem.read8(segment, g[Reg.EBX] + (g[Reg.EAX] & 0xFF) & mask);
            g[Reg.EAX] = g[Reg.EAX] & ~0xFF | value;
        });
    }
}
