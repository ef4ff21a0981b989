package org.domainfirmware.emulator.cpu.sem;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.fault.Vector;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Reg;

/** Decimal adjustments. Source: SDM volume 2, AAA, AAD, AAM, AAS, DAA, DAS. */
public final class Bcd {
    private Bcd() {
    }

    private static void flags(CpuState s, int al, boolean cf, boolean af) {
        s.res = (byte) al;
        s.aux = (cf ? 0xC000_0000 : 0) | (af ? 8 : 0);
    }

    private static void setAl(CpuState s, int al) {
        s.gpr[Reg.EAX] = s.gpr[Reg.EAX] & ~0xFF | al & 0xFF;
    }

    private static void setAx(CpuState s, int ax) {
        s.gpr[Reg.EAX] = s.gpr[Reg.EAX] & ~0xFFFF | ax & 0xFFFF;
    }

    public static void daa(CpuState s) {
        int al = s.gpr[Reg.EAX] & 0xFF;
        boolean low = (al & 15) > 9 || s.af();
        boolean high = al > 0x99 || s.cf();
        int r = al + (low ? 6 : 0) + (high ? 0x60 : 0);
        setAl(s, r);
        flags(s, r, high, low);
    }

    public static void das(CpuState s) {
        int al = s.gpr[Reg.EAX] & 0xFF;
        boolean low = (al & 15) > 9 || s.af();
        boolean high = al > 0x99 || s.cf();
        boolean borrow = low && al < 6;
        int r = al - (low ? 6 : 0) - (high ? 0x60 : 0);
        setAl(s, r);
        flags(s, r, high || borrow, low);
    }

    public static void aaa(CpuState s) {
        int ax = s.gpr[Reg.EAX] & 0xFFFF;
        boolean adjust = (ax & 15) > 9 || s.af();
        ax = (adjust ? ax + 0x106 : ax) & 0xFF0F;
        setAx(s, ax);
        flags(s, ax, adjust, adjust);
    }

    public static void aas(CpuState s) {
        int ax = s.gpr[Reg.EAX] & 0xFFFF;
        boolean adjust = (ax & 15) > 9 || s.af();
        ax = (adjust ? ax - 0x106 : ax) & 0xFF0F;
        setAx(s, ax);
        flags(s, ax, adjust, adjust);
    }

    /** @param base the immediate, 10 in every assembler; 0 is #DE */
    public static void aam(Cpu c, int base) {
        if (base == 0) {
            throw c.fault.of(Vector.DE);
        }
        int al = c.s.gpr[Reg.EAX] & 0xFF;
        setAx(c.s, al / base << 8 | al % base);
        flags(c.s, al % base, false, false);
    }

    /** @param base the immediate, 10 in every assembler */
    public static void aad(CpuState s, int base) {
        int ax = s.gpr[Reg.EAX] & 0xFFFF;
        int r = (ax & 0xFF) + (ax >>> 8) * base & 0xFF;
        setAx(s, r);
        flags(s, r, false, false);
    }
}
