package org.domainfirmware.emulator.cpu.state;

/**
 * The registers of one processor. Fields are public for the executor and the semantics, which own
 * them; everybody else sees copies through the debug port.
 *
 * <p>The arithmetic flags are lazy. {@link #res} is the last result, sign-extended to 32 bits;
 * {@link #aux} holds what the result cannot tell:
 * <ul>
 * <li>bit 31: CF; bit 30: CF xor OF (so that the two top bits of a carry vector fit as they are)
 * <li>bit 3: AF (the carry out of bit 3, in place in a carry vector)
 * <li>bits 8-15: to be XORed into the low byte of the result before taking its parity
 * <li>bit 0: to be XORed into the result's sign
 * </ul>
 * ZF is {@code res == 0}. The carry vector of a sum is {@code (a & b) | ((a | b) & ~r)}, of a
 * difference {@code (~a & b) | (~(a ^ b) & r)}; for 8 and 16 bits it is shifted so that the
 * operand's top bit comes to bit 31, bit 3 staying in place.
 */
public final class CpuState {
    public static final int LDTR = 6;
    public static final int TR = 7;

    public final CpuModel model;
    /** EAX ECX EDX EBX ESP EBP ESI EDI, and a ninth that is always 0: the absent base or index of an address. */
    public final int[] gpr = new int[9];
    public int eip;

    public int res;
    public int aux;
    /** All other flags, in place: TF IF DF IOPL NT RF VM AC VIF VIP ID. */
    public int systemFlags;

    /** ES CS SS DS FS GS. */
    public final Segment[] seg = new Segment[6];
    public final Segment es = new Segment(Reg.ES);
    public final Segment cs = new Segment(Reg.CS);
    public final Segment ss = new Segment(Reg.SS);
    public final Segment ds = new Segment(Reg.DS);
    public final Segment fs = new Segment(Reg.FS);
    public final Segment gs = new Segment(Reg.GS);
    public final Segment ldtr = new Segment(LDTR);
    public final Segment tr = new Segment(TR);

    public int gdtBase;
    public int gdtLimit;
    public int idtBase;
    public int idtLimit;

    public int cr0;
    public int cr2;
    public int cr3;
    public int cr4;
    /** DR0-DR7; 4 and 5 unused. */
    public final int[] dr = new int[8];

    /** Current privilege level, 0 to 3; 0 in real mode, 3 in virtual-8086 mode. */
    public int cpl;
    /** Instructions before which interrupts (and traps) are held off: STI, MOV SS, POP SS shadow; 0 or 1. */
    public int interruptShadow;
    /** A non-maskable interrupt waits for the end of the instruction, or of a shadow. */
    public boolean nonMaskablePending;
    public boolean halted;

    public CpuState(CpuModel model) {
        this.model = model;
        seg[Reg.ES] = es;
        seg[Reg.CS] = cs;
        seg[Reg.SS] = ss;
        seg[Reg.DS] = ds;
        seg[Reg.FS] = fs;
        seg[Reg.GS] = gs;
    }

    /** State after RESET. Source: SDM volume 3, 9.1.1. */
    public void reset() {
        java.util.Arrays.fill(gpr, 0);
        gpr[Reg.EDX] = model.signature();
        eip = 0xFFF0;
        for (Segment s : seg) {
            s.set(0, 0, 0xFFFF, Segment.REAL_DATA);
        }
        cs.set(0xF000, 0xFFFF0000, 0xFFFF, Segment.REAL_DATA);
        ldtr.set(0, 0, 0xFFFF, Segment.PRESENT | 2);
        tr.set(0, 0, 0xFFFF, Segment.PRESENT | 0xB);
        gdtBase = 0;
        gdtLimit = 0xFFFF;
        idtBase = 0;
        idtLimit = model == CpuModel.I386 ? 0x3FF : 0xFFFF;
        cr0 = model == CpuModel.I386 ? Cr.CR0_ET : Cr.CR0_CD | Cr.CR0_NW | Cr.CR0_ET;
        cr2 = 0;
        cr3 = 0;
        cr4 = 0;
        java.util.Arrays.fill(dr, 0);
        dr[6] = 0xFFFF0FF0;
        dr[7] = 0x400;
        cpl = 0;
        interruptShadow = 0;
        nonMaskablePending = false;
        halted = false;
        setEflags(Flag.RESERVED_ONE);
    }

    public boolean cf() {
        return aux < 0;
    }

    public boolean zf() {
        return res == 0;
    }

    public boolean sf() {
        return (res >>> 31 ^ aux & 1) != 0;
    }

    public boolean of() {
        return (aux ^ aux << 1) < 0;
    }

    public boolean af() {
        return (aux & 8) != 0;
    }

    public boolean pf() {
        return (Integer.bitCount((res ^ aux >>> 8) & 0xFF) & 1) == 0;
    }

    /** All of EFLAGS. */
    public int eflags() {
        int f = systemFlags | Flag.RESERVED_ONE;
        f |= aux >>> 31;
        f |= pf() ? Flag.PF : 0;
        f |= (aux & 8) << 1;
        f |= res == 0 ? Flag.ZF : 0;
        f |= sf() ? Flag.SF : 0;
        f |= of() ? Flag.OF : 0;
        return f;
    }

    /** Sets all of EFLAGS as given; who may change which bit is the caller's business. */
    public void setEflags(int f) {
        systemFlags = f & (Flag.TF | Flag.IF | Flag.DF | Flag.IOPL | Flag.NT | Flag.RF | Flag.VM | Flag.AC
                | Flag.VIF | Flag.VIP | Flag.ID);
        setArithmetic(f);
    }

    /** Sets CF PF AF ZF SF OF from a flags word, nothing else. */
    public void setArithmetic(int f) {
        // A result that is zero exactly if ZF; sign and parity are then put right by aux.
        int r = (f & Flag.ZF) != 0 ? 0 : 1;
        int a = (f & Flag.CF) << 31;
        int of = f >>> 11 & 1;
        a |= (f & Flag.CF ^ of) << 30;
        a |= (f & Flag.AF) >>> 1;
        a |= f >>> 7 & 1;
        boolean evenNow = r == 0;
        boolean evenWanted = (f & Flag.PF) != 0;
        a |= evenNow != evenWanted ? 1 << 8 : 0;
        res = r;
        aux = a;
    }

    public boolean isProtected() {
        return (cr0 & Cr.CR0_PE) != 0;
    }

    public boolean isVm86() {
        return (systemFlags & Flag.VM) != 0;
    }

    /** Real or virtual-8086 mode: selectors are paragraphs. */
    public boolean isRealLike() {
        return (cr0 & Cr.CR0_PE) == 0 || (systemFlags & Flag.VM) != 0;
    }

    public int iopl() {
        return systemFlags >>> 12 & 3;
    }
}
