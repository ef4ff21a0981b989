package org.domainfirmware.emulator.exec.op;

import org.domainfirmware.emulator.cpu.state.CpuState;

/** The sixteen conditions of Jcc, SETcc and CMOVcc. Source: SDM volume 1, appendix B. */
public final class Condition {
    private Condition() {
    }

    /** SF differs from OF. */
    public static boolean less(CpuState s) {
        int aux = s.aux;
        return (s.res ^ aux << 31 ^ aux ^ aux << 1) < 0;
    }

    public static boolean belowOrEqual(CpuState s) {
        return s.aux < 0 || s.res == 0;
    }

    /** @param code low four bits of the opcode */
    public static boolean holds(CpuState s, int code) {
        boolean even = switch (code >> 1 & 7) {
            case 0 -> s.of();
            case 1 -> s.cf();
            case 2 -> s.res == 0;
            case 3 -> belowOrEqual(s);
            case 4 -> s.sf();
            case 5 -> s.pf();
            case 6 -> less(s);
            default -> s.res == 0 || less(s);
        };
        return even == ((code & 1) == 0);
    }
}
