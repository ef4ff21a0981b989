package org.domainfirmware.emulator.exec.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.fault.Vector;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.sem.system.ControlRegisters;
import org.domainfirmware.emulator.cpu.sem.system.DebugRegisters;
import org.domainfirmware.emulator.cpu.sem.system.Identification;
import org.domainfirmware.emulator.cpu.sem.system.InterruptFlag;
import org.domainfirmware.emulator.cpu.sem.system.ModelSpecificAccess;
import org.domainfirmware.emulator.cpu.state.Cr;
import org.domainfirmware.emulator.cpu.state.Flag;
import org.domainfirmware.emulator.exec.op.Address;
import org.domainfirmware.emulator.exec.op.Op;
import org.domainfirmware.emulator.exec.op.Rm;
import org.domainfirmware.emulator.exec.op.SimpleOp;

/** Everything that is not plain computation: flags, ports, segments, far transfers, control registers, x87. */
public final class SystemFactory {
    private SystemFactory() {
    }

    /** The op, or null when the instruction is not of this family. */
    public static Op create(Instruction in, Cpu c) {
        int code = in.opcode.code();
        if (code >= 0xD8 && code <= 0xDF) {
            return new X87Op(in, c);
        }
        Op op = FarFactory.create(in, c);
        if (op == null) {
            op = SegmentFactory.create(in, c);
        }
        if (op == null) {
            op = TableFactory.create(in, c);
        }
        return op != null ? op : other(in, c);
    }

    private static Op other(Instruction in, Cpu c) {
        int size = in.op32 ? 4 : 2;
        int code = in.opcode.code();
        int width = (code & 1) == 0 ? 1 : size;
        return switch (in.opcode.mnemonic()) {
            case NOP -> new SimpleOp(cpu -> { });
            case CLC -> new SimpleOp(cpu -> carry(cpu, 0));
            case STC -> new SimpleOp(cpu -> carry(cpu, 1));
            case CMC -> new SimpleOp(cpu -> carry(cpu, ~cpu.s.aux >>> 31));
            case CLD -> new SimpleOp(cpu -> cpu.s.systemFlags &= ~Flag.DF);
            case STD -> new SimpleOp(cpu -> cpu.s.systemFlags |= Flag.DF);
            case CLI -> new SimpleOp(InterruptFlag::cli);
            case STI -> new SimpleOp(SystemFactory::sti);
            case PUSHF -> new SimpleOp(cpu -> InterruptFlag.pushf(cpu, size));
            case POPF -> new SimpleOp(cpu -> {
                InterruptFlag.popf(cpu, size);
                cpu.flagsChanged();
            });
            case IN -> new PortOps.In(width, code < 0xEC ? in.immediate : -1);
            case OUT -> new PortOps.Out(width, code < 0xEC ? in.immediate : -1);
            case HLT -> new SimpleOp(SystemFactory::halt);
            case WAIT -> new SimpleOp(SystemFactory::await);
            case BOUND -> bound(Rm.register(in.reg(), size), Address.of(in, c.s), size);
            case MOV -> specialMove(in);
            case FXSAVE -> new FastStateOp(in, c, false);
            case FXRSTOR -> new FastStateOp(in, c, true);
            case CLTS -> new SimpleOp(ControlRegisters::clts);
            case INVD, WBINVD -> new SimpleOp(ControlRegisters::requireLevel0);
            case CPUID -> new SimpleOp(Identification::cpuid);
            case RDTSC -> new SimpleOp(ModelSpecificAccess::rdtsc);
            case RDPMC -> new SimpleOp(ModelSpecificAccess::rdpmc);
            case RDMSR -> new SimpleOp(ModelSpecificAccess::rdmsr);
            case WRMSR -> new SimpleOp(cpu -> {
                ModelSpecificAccess.wrmsr(cpu);
                cpu.leaveBlock();
            });
            // System management mode is not there: RSM outside it is #UD, as are the opcodes reserved for that.
            default -> undefined();
        };
    }

    /** Raises #UD. */
    public static Op undefined() {
        return new SimpleOp(c -> {
            throw c.fault.ud();
        });
    }

    private static void carry(Cpu c, int cf) {
        int of = c.s.of() ? 1 : 0;
        c.s.aux = c.s.aux & 0x3FFF_FFFF | cf << 31 | (cf ^ of) << 30;
    }

    private static void sti(Cpu c) {
        if (InterruptFlag.sti(c)) {
            c.s.interruptShadow = 1;
            c.leaveBlock();
        }
    }

    private static void halt(Cpu c) {
        ControlRegisters.requireLevel0(c);
        c.s.halted = true;
        c.leaveBlock();
    }

    private static void await(Cpu c) {
        if ((c.s.cr0 & (Cr.CR0_MP | Cr.CR0_TS)) == (Cr.CR0_MP | Cr.CR0_TS)) {
            throw c.fault.of(Vector.NM);
        }
        if (c.fpu.pendingException()) {
            throw c.reportX87();
        }
    }

    private static Op bound(Rm index, Address at, int size) {
        return new SimpleOp(c -> {
            int i = index.read(c);
            int offset = at.offset(c.s.gpr);
            int behind = at.offset(c.s.gpr, size);
            int low = size == 2 ? (short) c.mem.read16(at.segment, offset) : c.mem.read32(at.segment, offset);
            int high = size == 2 ? (short) c.mem.read16(at.segment, behind) : c.mem.read32(at.segment, behind);
            int value = size == 2 ? (short) i : i;
            if (value < low || value > high) {
                throw c.fault.of(Vector.BR);
            }
        });
    }

    private static Op specialMove(Instruction in) {
        int reg = in.rm();
        int number = in.reg();
        return switch (in.opcode.code()) {
            case 0x120 -> new SimpleOp(c -> c.s.gpr[reg] = ControlRegisters.read(c, number));
            case 0x122 -> new SimpleOp(c -> ControlRegisters.write(c, number, c.s.gpr[reg]));
            case 0x121 -> new SimpleOp(c -> c.s.gpr[reg] = DebugRegisters.read(c, number));
            case 0x123 -> new SimpleOp(c -> DebugRegisters.write(c, number, c.s.gpr[reg]));
            // Test registers probe a cache and TLB that have no like here: they read as 0.
            case 0x124 -> new SimpleOp(c -> {
                ControlRegisters.requireLevel0(c);
                c.s.gpr[reg] = 0;
            });
            case 0x126 -> new SimpleOp(ControlRegisters::requireLevel0);
            default -> undefined();
        };
    }
}
