package org.domainfirmware.emulator.exec.flow;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.exec.op.Op;

/** A near jump relative to the next instruction. */
abstract class RelativeJump extends Op {
    private final int displacement;
    private final int mask;

    RelativeJump(int displacement, int mask) {
        this.displacement = displacement;
        this.mask = mask;
    }

    /** Goes there, or raises #GP(0) when that is outside CS. */
    final void jump(Cpu c) {
        c.s.eip = target(c);
    }

    final int target(Cpu c) {
        return NearTarget.check(c, c.s.eip + displacement & mask);
    }
}
