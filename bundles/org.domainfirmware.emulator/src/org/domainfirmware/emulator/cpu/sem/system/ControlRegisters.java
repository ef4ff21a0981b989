package org.domainfirmware.emulator.cpu.sem.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.state.Cr;
import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.cpu.state.Segment;

/** MOV to and from CR0-CR4, LMSW, SMSW, CLTS. Source: SDM volume 2 MOV CR; volume 3, 2.5. */
public final class ControlRegisters {
    /** PE alone changes no translation: privilege is the TLB's own affair. */
    private static final int PAGING_BITS = Cr.CR0_PG | Cr.CR0_WP;

    private ControlRegisters() {
    }

    /** Raises #GP(0) unless at level 0 (real mode is). */
    public static void requireLevel0(Cpu c) {
        if (c.s.cpl != 0) {
            throw c.fault.gp(0);
        }
    }

    /** MOV reg, CRn. */
    public static int read(Cpu c, int number) {
        requireKnown(c, number);
        requireLevel0(c);
        return switch (number) {
            case 0 -> readCr0(c);
            case 2 -> c.s.cr2;
            case 3 -> c.s.cr3;
            default -> c.s.cr4;
        };
    }

    /** MOV CRn, reg. */
    public static void write(Cpu c, int number, int value) {
        requireKnown(c, number);
        requireLevel0(c);
        switch (number) {
            case 0 -> writeCr0(c, value);
            case 2 -> c.s.cr2 = value;
            case 3 -> writeCr3(c, value);
            default -> writeCr4(c, value);
        }
    }

    /** CR0 as the guest sees it: MOV from CR0, SMSW. */
    static int readCr0(Cpu c) {
        return c.control == null ? c.s.cr0 : c.control.readCr0();
    }

    private static void requireKnown(Cpu c, int number) {
        boolean known = number == 0 || number == 2 || number == 3
                || number == 4 && c.s.model.atLeast(CpuModel.PENTIUM);
        if (!known) {
            throw c.fault.ud();
        }
    }

    /** Writes CR0 with its checks and consequences. */
    public static void writeCr0(Cpu c, int value) {
        boolean badPaging = (value & Cr.CR0_PG) != 0 && (value & Cr.CR0_PE) == 0;
        boolean badCache = (value & Cr.CR0_NW) != 0 && (value & Cr.CR0_CD) == 0 && c.s.model.atLeast(CpuModel.I486);
        if (badPaging || badCache) {
            throw c.fault.gp(0);
        }
        if (c.control == null) {
            changeCr0(c, value);
            return;
        }
        long real = c.control.writeCr0(value);
        if (real >= 0) {
            changeCr0(c, (int) real);
        }
    }

    private static void changeCr0(Cpu c, int value) {
        int old = c.s.cr0;
        boolean startsPaging = (value & ~old & Cr.CR0_PG) != 0;
        if (startsPaging && (c.s.cr4 & Cr.CR4_PAE) != 0 && !c.paging.loadPdptes()) {
            throw c.fault.gp(0);
        }
        c.s.cr0 = keep(c, value);
        if (((old ^ c.s.cr0) & PAGING_BITS) != 0) {
            c.linear.flush();
        }
        if ((old & ~c.s.cr0 & Cr.CR0_PE) != 0) {
            leaveProtected(c);
        }
        c.modeChanged();
        c.leaveBlock();
    }

    /** The bits a model has; ET is fixed to 1 from the 486 on. */
    private static int keep(Cpu c, int value) {
        if (c.s.model == CpuModel.I386) {
            return value & (Cr.CR0_PE | Cr.CR0_MP | Cr.CR0_EM | Cr.CR0_TS | Cr.CR0_PG) | Cr.CR0_ET;
        }
        return value & (Cr.CR0_PE | Cr.CR0_MP | Cr.CR0_EM | Cr.CR0_TS | Cr.CR0_NE | Cr.CR0_WP | Cr.CR0_AM | Cr.CR0_NW
                | Cr.CR0_CD | Cr.CR0_PG) | Cr.CR0_ET;
    }

    private static void leaveProtected(Cpu c) {
        // Hidden parts stay as they are; only the privilege level counts as 0 from here on.
        c.s.cpl = 0;
    }

    private static void writeCr3(Cpu c, int value) {
        int old = c.s.cr3;
        c.s.cr3 = value;
        boolean pae = (c.s.cr0 & Cr.CR0_PG) != 0 && (c.s.cr4 & Cr.CR4_PAE) != 0;
        if (pae && !c.paging.loadPdptes()) {
            c.s.cr3 = old;
            throw c.fault.gp(0);
        }
        c.linear.flush();
        c.leaveBlock();
    }

    private static void writeCr4(Cpu c, int value) {
        int known = c.s.model == CpuModel.PPRO
                ? Cr.CR4_VME | Cr.CR4_PVI | Cr.CR4_TSD | Cr.CR4_DE | Cr.CR4_PSE | Cr.CR4_PAE | Cr.CR4_MCE | Cr.CR4_PGE
                        | Cr.CR4_PCE | Cr.CR4_OSFXSR
                : Cr.CR4_VME | Cr.CR4_PVI | Cr.CR4_TSD | Cr.CR4_DE | Cr.CR4_PSE | Cr.CR4_MCE;
        if ((value & ~known) != 0) {
            throw c.fault.gp(0);
        }
        int old = c.s.cr4;
        c.s.cr4 = value;
        boolean startsPae = (value & ~old & Cr.CR4_PAE) != 0 && (c.s.cr0 & Cr.CR0_PG) != 0;
        if (startsPae && !c.paging.loadPdptes()) {
            c.s.cr4 = old;
            throw c.fault.gp(0);
        }
        c.linear.flush();
        c.leaveBlock();
    }

    /** LMSW: the low four bits, and PE cannot be cleared. */
    public static void lmsw(Cpu c, int value) {
        requireLevel0(c);
        writeCr0(c, readCr0(c) & ~0xE | value & 0xF);
    }

    /** CLTS. */
    public static void clts(Cpu c) {
        requireLevel0(c);
        c.s.cr0 &= ~Cr.CR0_TS;
    }

    /** INVLPG; the segment's limit is not checked. */
    public static void invlpg(Cpu c, Segment segment, int offset) {
        requireLevel0(c);
        c.linear.flushPage(segment.base + offset);
        c.leaveBlock();
    }
}
