package org.domainfirmware.emulator.exec.string;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.exec.op.Op;

/**
 * REP, REPE, REPNE: always the last op of its block. Each iteration counts as one instruction. When
 * the budget ends or a device wants attention between iterations, EIP goes back to the instruction
 * itself, the registers saying how far it is. Source: SDM volume 2, REP.
 */
final class Repeat extends Op {
    private final StringOp body;
    private final boolean whileEqual;

    /** @param whileEqual for CMPS and SCAS: true for REPE */
    Repeat(StringOp body, boolean whileEqual) {
        this.body = body;
        this.whileEqual = whileEqual;
    }

    @Override
    public void run(Cpu c) {
        int[] g = c.s.gpr;
        int mask = body.mask;
        if ((g[Reg.ECX] & mask) == 0) {
            return;
        }
        while (true) {
            int count = g[Reg.ECX] & mask;
            int allowed = (int) Math.min(c.budgetEnd - c.blockBase - c.opIndex, Integer.MAX_VALUE);
            int wanted = Integer.compareUnsigned(count, allowed) < 0 ? count : allowed;
            int done = body.bulk(c, wanted);
            if (done == 0) {
                body.step(c);
                done = 1;
            }
            count -= done;
            g[Reg.ECX] = g[Reg.ECX] & ~mask | count;
            c.blockBase += done;
            if (count == 0 || body.ends(c, whileEqual)) {
                break;
            }
            if (c.blockEnd == 0 || done == allowed) {
                c.s.eip = c.blockEip + start;
                break;
            }
        }
        // The block's loop counts this op itself once.
        c.blockBase--;
    }
}
