package org.domainfirmware.emulator.cpu.isa;

/**
 * How an operand is encoded, named as in the opcode maps of the SDM (volume 2, appendix A.2): the
 * capital letter says where it is, the small one how wide.
 */
public enum OperandKind {
    /** ModRM r/m: register or memory. */
    Eb(true), Ew(true), Ev(true), Ed(true),
    /** r/m: a register of operand size, but a word in memory (SLDT, STR, SMSW, MOV from Sreg). */
    Emw(true),
    /** ModRM reg field: a general register. */
    Gb(true), Gw(true), Gv(true),
    /** r/m must be memory; the size is the instruction's own affair. */
    M(true), Ma(true), Mp(true), Ms(true), Mb(true), Mw(true), Md(true), Mq(true), Mt(true),
    /** r/m names a 32-bit general register whatever mod says (MOV CRn). */
    Rd(true),
    /** ModRM reg field: segment, control, debug, test register. */
    Sw(true), Cd(true), Dd(true), Td(true),
    /** x87 register named by r/m, and the top of the stack. */
    STi(true), ST(false),
    /** Immediates; {@code Ibs} is sign extended to operand size. */
    Ib(false), Ibs(false), Iw(false), Iz(false),
    /** Relative displacements of jumps and direct far pointer. */
    Jb(false), Jz(false), Ap(false),
    /** Memory at an absolute offset (MOV AL,moffs). */
    Ob(false), Ov(false),
    /** String source DS:(E)SI and destination ES:(E)DI. */
    Xb(false), Xv(false), Yb(false), Yv(false),
    /** General register in the low three bits of the opcode. */
    Zb(false), Zv(false), Zd(false),
    /** Fixed operands. */
    AL(false), CL(false), AX(false), DX(false), eAX(false), One(false),
    ES(false), CS(false), SS(false), DS(false), FS(false), GS(false);

    private final boolean modrm;

    OperandKind(boolean modrm) {
        this.modrm = modrm;
    }

    /** True when the operand needs a ModRM byte. */
    public boolean usesModrm() {
        return modrm;
    }

    /** True when the operand can only be memory, so that mod = 3 is #UD. */
    public boolean memoryOnly() {
        return switch (this) {
            case M, Ma, Mp, Ms, Mb, Mw, Md, Mq, Mt -> true;
            default -> false;
        };
    }

    /** True when the operand is the r/m one and may be memory. */
    public boolean isRm() {
        return switch (this) {
            case Eb, Ew, Ev, Ed, Emw, M, Ma, Mp, Ms, Mb, Mw, Md, Mq, Mt -> true;
            default -> false;
        };
    }
}
