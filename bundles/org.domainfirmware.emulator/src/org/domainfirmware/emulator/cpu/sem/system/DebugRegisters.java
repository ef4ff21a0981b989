package org.domainfirmware.emulator.cpu.sem.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.fault.Vector;
import org.domainfirmware.emulator.cpu.state.Cr;

/** MOV to and from DR0-DR7. Source: SDM volume 3, 17.2. */
public final class DebugRegisters {
    /** DR7: general detect. */
    private static final int GD = 1 << 13;
    /** DR6: a debug-register access was caught. */
    private static final int BD = 1 << 13;

    private DebugRegisters() {
    }

    private static int resolve(Cpu c, int number) {
        if (number == 4 || number == 5) {
            if ((c.s.cr4 & Cr.CR4_DE) != 0) {
                throw c.fault.ud();
            }
        }
        ControlRegisters.requireLevel0(c);
        if ((c.s.dr[7] & GD) != 0) {
            c.s.dr[7] &= ~GD;
            c.s.dr[6] |= BD;
            throw c.fault.of(Vector.DB);
        }
        return number == 4 ? 6 : number == 5 ? 7 : number;
    }

    public static int read(Cpu c, int number) {
        return c.s.dr[resolve(c, number)];
    }

    /** The executor is told by {@link Cpu#modeChanged} and the end of the block that breakpoints may have changed. */
    public static void write(Cpu c, int number, int value) {
        int n = resolve(c, number);
        c.s.dr[n] = switch (n) {
            case 6 -> value & 0xE00F | 0xFFFF0FF0;
            case 7 -> value & 0xFFFF2BFF | 0x400;
            default -> value;
        };
        c.leaveBlock();
    }
}
