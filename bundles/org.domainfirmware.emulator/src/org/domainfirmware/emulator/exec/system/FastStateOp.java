package org.domainfirmware.emulator.exec.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.fault.Vector;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.state.Cr;
import org.domainfirmware.emulator.exec.op.Op;

/** FXSAVE and FXRSTOR. Source: SDM volume 2. */
final class FastStateOp extends Op {
    private final X87Operand operand;
    private final boolean restores;

    FastStateOp(Instruction in, Cpu cpu, boolean restores) {
        operand = new X87Operand(in, cpu);
        this.restores = restores;
    }

    @Override
    public void run(Cpu c) {
        if ((c.s.cr0 & (Cr.CR0_EM | Cr.CR0_TS)) != 0) {
            throw c.fault.of(Vector.NM);
        }
        operand.bind();
        if ((operand.linear() & 15) != 0) {
            throw c.fault.gp(0);
        }
        if (restores) {
            c.fpu.fastRestore(operand);
        } else {
            c.fpu.fastSave(operand);
        }
    }
}
