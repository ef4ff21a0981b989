package org.domainfirmware.emulator.exec.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.fault.Vector;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.state.Cr;
import org.domainfirmware.emulator.cpu.x87.Fpu;
import org.domainfirmware.emulator.exec.op.Op;

/** An escape to the x87 unit. */
final class X87Op extends Op {
    private final int opcode;
    private final int modrm;
    /** Null without a memory operand. */
    private final X87Operand operand;
    private final boolean waiting;
    private final boolean recorded;

    X87Op(Instruction in, Cpu cpu) {
        opcode = in.opcode.code();
        modrm = in.modrm;
        operand = in.memory ? new X87Operand(in, cpu) : null;
        waiting = Fpu.isWaiting(opcode, modrm);
        recorded = Fpu.changesPointers(opcode, modrm);
    }

    @Override
    public void run(Cpu c) {
        if ((c.s.cr0 & (Cr.CR0_EM | Cr.CR0_TS)) != 0) {
            throw c.fault.of(Vector.NM);
        }
        if (waiting && c.fpu.pendingException()) {
            throw c.reportX87();
        }
        if (operand != null) {
            operand.bind();
        }
        if (recorded) {
            c.fpu.recordInstruction(c.s.cs.selector, c.blockEip + start, opcode, modrm);
            if (operand != null) {
                c.fpu.recordOperand(operand.selector(), operand.offset());
            }
        }
        c.fpu.execute(opcode, modrm, operand);
    }
}
