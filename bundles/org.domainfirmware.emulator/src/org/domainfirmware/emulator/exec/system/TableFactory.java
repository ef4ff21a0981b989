package org.domainfirmware.emulator.exec.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.sem.system.ControlRegisters;
import org.domainfirmware.emulator.cpu.sem.system.SystemTables;
import org.domainfirmware.emulator.cpu.sem.system.Verification;
import org.domainfirmware.emulator.cpu.state.Flag;
import org.domainfirmware.emulator.exec.op.Address;
import org.domainfirmware.emulator.exec.op.Op;
import org.domainfirmware.emulator.exec.op.Rm;
import org.domainfirmware.emulator.exec.op.SimpleOp;

/** Groups 6 and 7, LAR, LSL, ARPL: descriptor tables and what they say about selectors. */
final class TableFactory {
    private TableFactory() {
    }

    /** The op, or null when the instruction is not of this family. */
    static Op create(Instruction in, Cpu c) {
        int size = in.op32 ? 4 : 2;
        return switch (in.opcode.code()) {
            case 0x100 -> selectors(in, c, size);
            case 0x101 -> tables(in, c, size);
            case 0x102 -> rights(Rm.register(in.reg(), size), Rm.of(in, c, 2), false);
            case 0x103 -> rights(Rm.register(in.reg(), size), Rm.of(in, c, 2), true);
            case 0x63 -> adjust(Rm.of(in, c, 2), Rm.register(in.reg(), 2));
            default -> null;
        };
    }

    private static Op selectors(Instruction in, Cpu c, int size) {
        Rm word = Rm.of(in, c, 2);
        Rm wide = Rm.of(in, c, in.memory ? 2 : size);
        return switch (in.reg()) {
            case 0 -> new SimpleOp(cpu -> wide.write(cpu, SystemTables.sldt(cpu)));
            case 1 -> new SimpleOp(cpu -> wide.write(cpu, SystemTables.str(cpu)));
            case 2 -> new SimpleOp(cpu -> {
                requireProtected(cpu);
                SystemTables.lldt(cpu, word.read(cpu));
            });
            case 3 -> new SimpleOp(cpu -> {
                requireProtected(cpu);
                SystemTables.ltr(cpu, word.read(cpu));
            });
            case 4 -> new SimpleOp(cpu -> {
                requireProtected(cpu);
                zero(cpu, Verification.verr(cpu, word.read(cpu)));
            });
            default -> new SimpleOp(cpu -> {
                requireProtected(cpu);
                zero(cpu, Verification.verw(cpu, word.read(cpu)));
            });
        };
    }

    /** #UD comes before any fault of the operand. */
    private static void requireProtected(Cpu c) {
        if (c.s.isRealLike()) {
            throw c.fault.ud();
        }
    }

    private static Op tables(Instruction in, Cpu c, int size) {
        Address at = in.memory ? Address.of(in, c.s) : null;
        return switch (in.reg()) {
            case 0 -> new SimpleOp(cpu -> SystemTables.sgdt(cpu, at.segment, at.offset(cpu.s.gpr)));
            case 1 -> new SimpleOp(cpu -> SystemTables.sidt(cpu, at.segment, at.offset(cpu.s.gpr)));
            case 2 -> new SimpleOp(cpu -> SystemTables.lgdt(cpu, at.segment, at.offset(cpu.s.gpr), size));
            case 3 -> new SimpleOp(cpu -> SystemTables.lidt(cpu, at.segment, at.offset(cpu.s.gpr), size));
            case 4 -> {
                Rm rm = Rm.of(in, c, in.memory ? 2 : size);
                yield new SimpleOp(cpu -> rm.write(cpu, SystemTables.smsw(cpu)));
            }
            case 6 -> {
                Rm rm = Rm.of(in, c, 2);
                yield new SimpleOp(cpu -> {
                    ControlRegisters.requireLevel0(cpu);
                    ControlRegisters.lmsw(cpu, rm.read(cpu));
                });
            }
            default -> new SimpleOp(cpu -> ControlRegisters.invlpg(cpu, at.segment, at.offset(cpu.s.gpr)));
        };
    }

    private static Op rights(Rm dst, Rm src, boolean limit) {
        return new SimpleOp(c -> {
            requireProtected(c);
            int selector = src.read(c);
            long value = limit ? Verification.lsl(c, selector) : Verification.lar(c, selector);
            if (value >= 0) {
                dst.write(c, (int) value);
            }
            zero(c, value >= 0);
        });
    }

    private static Op adjust(Rm dst, Rm src) {
        return new SimpleOp(c -> {
            Verification.requireArpl(c);
            int wanted = src.read(c) & 3;
            int selector = dst.modify(c);
            boolean lower = (selector & 3) < wanted;
            dst.modified(c, lower ? selector & ~3 | wanted : selector);
            zero(c, lower);
        });
    }

    private static void zero(Cpu c, boolean set) {
        c.s.setArithmetic(c.s.eflags() & ~Flag.ZF | (set ? Flag.ZF : 0));
    }
}
