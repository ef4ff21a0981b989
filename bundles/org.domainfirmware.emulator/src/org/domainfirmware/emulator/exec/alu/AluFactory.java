package org.domainfirmware.emulator.exec.alu;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.isa.OperandKind;
import org.domainfirmware.emulator.cpu.sem.Bcd;
import org.domainfirmware.emulator.cpu.sem.Shift;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.exec.op.Address;
import org.domainfirmware.emulator.exec.op.Op;
import org.domainfirmware.emulator.exec.op.Rm;
import org.domainfirmware.emulator.exec.op.SimpleOp;

/** Arithmetic, logic, shifts, products, quotients, decimal adjustments. */
public final class AluFactory {
    private static final AluForms ADD = new AddOps();
    private static final AluForms OR = new OrOps();
    private static final AluForms ADC = new AdcOps();
    private static final AluForms SBB = new SbbOps();
    private static final AluForms AND = new AndOps();
    private static final AluForms SUB = new SubOps();
    private static final AluForms XOR = new XorOps();
    private static final AluForms CMP = new CmpOps();
    private static final AluForms TEST = new TestOps();

    private AluFactory() {
    }

    /** The op, or null when the instruction is not of this family. */
    public static Op create(Instruction in, Cpu c) {
        return switch (in.opcode.mnemonic()) {
            case ADD -> binary(ADD, in, c);
            case OR -> binary(OR, in, c);
            case ADC -> binary(ADC, in, c);
            case SBB -> binary(SBB, in, c);
            case AND -> binary(AND, in, c);
            case SUB -> binary(SUB, in, c);
            case XOR -> binary(XOR, in, c);
            case CMP -> binary(CMP, in, c);
            case TEST -> binary(TEST, in, c);
            case INC -> increment(in, c);
            case DEC -> decrement(in, c);
            case NOT -> new UnaryOps.Not(rm(in, c));
            case NEG -> new UnaryOps.Neg(rm(in, c));
            case MUL -> new UnaryOps.Mul(rm(in, c));
            case IMUL -> imul(in, c);
            case DIV -> new UnaryOps.Div(rm(in, c));
            case IDIV -> new UnaryOps.Idiv(rm(in, c));
            case ROL, ROR, RCL, RCR, SHL, SHR, SAR -> shift(in, c);
            case SHLD, SHRD -> doubleShift(in, c);
            case DAA -> new SimpleOp(cpu -> Bcd.daa(cpu.s));
            case DAS -> new SimpleOp(cpu -> Bcd.das(cpu.s));
            case AAA -> new SimpleOp(cpu -> Bcd.aaa(cpu.s));
            case AAS -> new SimpleOp(cpu -> Bcd.aas(cpu.s));
            case AAM -> decimal(in.immediate, true);
            case AAD -> decimal(in.immediate, false);
            default -> null;
        };
    }

    private static Op decimal(int base, boolean multiply) {
        return multiply ? new SimpleOp(c -> Bcd.aam(c, base)) : new SimpleOp(c -> Bcd.aad(c.s, base));
    }

    static int size(OperandKind kind, Instruction in) {
        return switch (kind) {
            case Eb, Gb, AL, Zb -> 1;
            default -> in.op32 ? 4 : 2;
        };
    }

    private static Rm rm(Instruction in, Cpu c) {
        return Rm.of(in, c, size(in.operand(0), in));
    }

    private static Op binary(AluForms forms, Instruction in, Cpu c) {
        OperandKind first = in.operand(0);
        OperandKind second = in.operand(1);
        int size = size(first, in);
        boolean immediate = second == OperandKind.Ib || second == OperandKind.Ibs || second == OperandKind.Iz;
        if (first == OperandKind.AL || first == OperandKind.eAX) {
            return forms.regImm(size, Reg.EAX, in.immediate);
        }
        if (immediate) {
            return in.memory ? forms.memImm(size, Address.of(in, c.s), in.immediate)
                    : forms.regImm(size, in.rm(), in.immediate);
        }
        boolean toRm = first == OperandKind.Eb || first == OperandKind.Ev;
        if (in.memory) {
            Address at = Address.of(in, c.s);
            return toRm ? forms.memReg(size, at, in.reg()) : forms.regMem(size, in.reg(), at);
        }
        return toRm ? forms.regReg(size, in.rm(), in.reg()) : forms.regReg(size, in.reg(), in.rm());
    }

    private static Op increment(Instruction in, Cpu c) {
        if (in.operand(0) == OperandKind.Zv) {
            return in.op32 ? new IncDecOps.Inc32(in.opcodeRegister()) : new IncDecOps.Inc16(in.opcodeRegister());
        }
        return new IncDecOps.IncRm(rm(in, c));
    }

    private static Op decrement(Instruction in, Cpu c) {
        if (in.operand(0) == OperandKind.Zv) {
            return in.op32 ? new IncDecOps.Dec32(in.opcodeRegister()) : new IncDecOps.Dec16(in.opcodeRegister());
        }
        return new IncDecOps.DecRm(rm(in, c));
    }

    private static Op imul(Instruction in, Cpu c) {
        if (in.opcode.operands().size() == 1) {
            return new UnaryOps.Imul(rm(in, c));
        }
        int size = in.op32 ? 4 : 2;
        Rm dst = Rm.register(in.reg(), size);
        Rm src = Rm.of(in, c, size);
        return in.opcode.operands().size() == 2 ? new UnaryOps.ImulBy(dst, src)
                : new UnaryOps.ImulImmediate(dst, src, in.immediate);
    }

    private static Op shift(Instruction in, Cpu c) {
        Rm rm = rm(in, c);
        int operation = in.reg();
        OperandKind by = in.operand(1);
        if (by == OperandKind.CL) {
            return new ShiftOps.ByCl(rm, operation);
        }
        int count = by == OperandKind.One ? 1 : in.immediate & 31;
        if (rm.size == 4 && !rm.isMemory() && count != 0) {
            switch (operation) {
                case Shift.SHL, Shift.SAL -> {
                    return new ShiftOps.Shl32(in.rm(), count);
                }
                case Shift.SHR -> {
                    return new ShiftOps.Shr32(in.rm(), count);
                }
                case Shift.SAR -> {
                    return new ShiftOps.Sar32(in.rm(), count);
                }
                default -> { }
            }
        }
        return new ShiftOps.ByImmediate(rm, operation, count);
    }

    private static Op doubleShift(Instruction in, Cpu c) {
        int size = in.op32 ? 4 : 2;
        boolean left = in.opcode.code() < 0x1A8;
        int count = in.operand(2) == OperandKind.CL ? -1 : in.immediate;
        return new ShiftOps.Double(Rm.of(in, c, size), Rm.register(in.reg(), size), left, count);
    }
}
