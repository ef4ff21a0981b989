package org.domainfirmware.emulator.exec.flow;

import org.domainfirmware.emulator.cpu.Cpu;

/** The check every near transfer makes before it changes anything. Source: SDM volume 2, JMP, CALL, RET. */
final class NearTarget {
    private NearTarget() {
    }

    /** Gives the offset back, or raises #GP(0) when it is beyond the limit of CS. */
    static int check(Cpu c, int offset) {
        if (Integer.compareUnsigned(offset, c.s.cs.limit) > 0) {
            throw c.fault.gp(0);
        }
        return offset;
    }
}
