package org.domainfirmware.emulator.cpu.isa;

/**
 * One decoded instruction; immutable. Where an instruction cannot be executed at all,
 * {@link #fault} is the exception it raises and the operand fields mean nothing.
 */
public final class Instruction {
    /** {@link #fault} of a proper instruction. */
    public static final int NO_FAULT = -1;
    /** Absent register or segment override. */
    public static final int NONE = -1;

    /** The table row; null when the encoding means nothing. */
    public final Opcode opcode;
    /** Bytes, prefixes included, 1 to 15. */
    public final int length;
    /** Vector of the exception the encoding itself raises (6 or 13), or {@link #NO_FAULT}. */
    public final int fault;
    /** Operand size is 32 bits. */
    public final boolean op32;
    /** Address size is 32 bits. */
    public final boolean addr32;
    public final boolean lock;
    /** 0, F2h (REPNE) or F3h (REP, REPE): the last one given. */
    public final int repeat;
    /** Segment register named by a prefix, or {@link #NONE}. */
    public final int override;
    /** The ModRM byte, or 0 where there is none. */
    public final int modrm;
    /** True when the r/m operand or an absolute offset is memory. */
    public final boolean memory;
    /** Segment register of the memory operand (strings: of the source), overrides applied. */
    public final int segment;
    /** Base and index register numbers, or {@link #NONE}; the index is shifted left by {@link #scale}. */
    public final int base;
    public final int index;
    public final int scale;
    /** Displacement; 16-bit addresses wrap at 64 KiB after adding it. */
    public final int displacement;
    /** First immediate (sign extended to 32 bits for Ibs, Jb, Jz; else zero extended) or far offset. */
    public final int immediate;
    /** Second immediate: ENTER's level, a far pointer's selector. */
    public final int immediate2;
    /** True in a 32-bit code segment: what the sizes are without prefixes. */
    public final boolean big;

    Instruction(Decoder d, Opcode opcode, int fault) {
        this.opcode = opcode;
        this.fault = fault;
        length = d.length;
        op32 = d.op32;
        addr32 = d.addr32;
        lock = d.lock;
        repeat = d.repeat;
        override = d.override;
        modrm = d.modrm;
        memory = d.memory;
        segment = d.segment;
        base = d.base;
        index = d.index;
        scale = d.scale;
        displacement = d.displacement;
        immediate = d.immediate;
        immediate2 = d.immediate2;
        big = d.big;
    }

    /** ModRM reg field. */
    public int reg() {
        return modrm >> 3 & 7;
    }

    /** ModRM r/m field. */
    public int rm() {
        return modrm & 7;
    }

    /** Register number in the low bits of the opcode. */
    public int opcodeRegister() {
        return opcode.code() & 7;
    }

    /** The name that fits the operand size. */
    public Mnemonic mnemonic() {
        if (opcode == null) {
            return Mnemonic.INVALID;
        }
        boolean wide = opcode.mnemonic() == Mnemonic.JCXZ ? addr32 : op32;
        return wide ? opcode.mnemonic32() : opcode.mnemonic();
    }

    public boolean is(Opcode.Property property) {
        return opcode != null && opcode.is(property);
    }

    /** Operand {@code n}'s kind, or null. */
    public OperandKind operand(int n) {
        return opcode.operand(n);
    }
}
