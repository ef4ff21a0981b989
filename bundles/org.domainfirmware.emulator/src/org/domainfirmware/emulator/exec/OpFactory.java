package org.domainfirmware.emulator.exec;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.isa.Opcode;
import org.domainfirmware.emulator.cpu.isa.OperandKind;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.exec.alu.AluFactory;
import org.domainfirmware.emulator.exec.alu.BitFactory;
import org.domainfirmware.emulator.exec.flow.FlowFactory;
import org.domainfirmware.emulator.exec.move.MoveFactory;
import org.domainfirmware.emulator.exec.op.Op;
import org.domainfirmware.emulator.exec.op.SimpleOp;
import org.domainfirmware.emulator.exec.string.StringFactory;
import org.domainfirmware.emulator.exec.system.SystemFactory;

/** Decoded instructions to ops, for one processor in the mode it is in now. */
final class OpFactory {
    private final Cpu cpu;

    OpFactory(Cpu cpu) {
        this.cpu = cpu;
    }

    Op create(Instruction in) {
        if (in.fault != Instruction.NO_FAULT) {
            int vector = in.fault;
            return new SimpleOp(c -> {
                throw c.fault.of(vector, 0);
            });
        }
        Op op = AluFactory.create(in, cpu);
        if (op == null) {
            op = MoveFactory.create(in, cpu);
        }
        if (op == null) {
            op = FlowFactory.create(in, cpu);
        }
        if (op == null) {
            op = StringFactory.create(in, cpu);
        }
        if (op == null) {
            op = BitFactory.create(in, cpu);
        }
        return op != null ? op : SystemFactory.create(in, cpu);
    }

    /** True when no instruction may follow in the same block. */
    static boolean endsBlock(Instruction in) {
        boolean loadsStack = in.opcode != null && in.operand(0) == OperandKind.Sw && in.reg() == Reg.SS;
        return in.fault != Instruction.NO_FAULT || in.is(Opcode.Property.END) || loadsStack
                || StringFactory.repeats(in);
    }
}
