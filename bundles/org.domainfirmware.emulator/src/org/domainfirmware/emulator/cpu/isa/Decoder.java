package org.domainfirmware.emulator.cpu.isa;

import org.domainfirmware.emulator.cpu.fault.Vector;
import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.cpu.state.Reg;

/**
 * Bytes to {@link Instruction}s, as one processor model understands them. A decoder is a scratch pad:
 * one thread at a time.
 *
 * <p>An instruction of more than 15 bytes is #GP(0); on models before the 486 with coprocessor the
 * same (SDM volume 2, 2.3.11). LOCK before anything but a read-modify-write of memory is #UD.
 */
public final class Decoder {
    /** Longest instruction, prefixes included. */
    public static final int MAX_LENGTH = 15;

    private static final int[] BASE16 = {Reg.EBX, Reg.EBX, Reg.EBP, Reg.EBP, Reg.ESI, Reg.EDI, Reg.EBP, Reg.EBX};
    private static final int[] INDEX16 = {Reg.ESI, Reg.EDI, Reg.ESI, Reg.EDI,
        Instruction.NONE, Instruction.NONE, Instruction.NONE, Instruction.NONE};

    /** Thrown within the decoder when the 16th byte is asked for. */
    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super(null, null, false, false);
        }
    }

    private final OpcodeTable table = OpcodeTable.table();
    private final TooLong tooLong = new TooLong();
    private final CpuModel model;
    private ByteSource source;

    int length;
    boolean big;
    boolean op32;
    boolean addr32;
    boolean lock;
    int repeat;
    int override;
    int modrm;
    boolean memory;
    int segment;
    int base;
    int index;
    int scale;
    int displacement;
    int immediate;
    int immediate2;

    public Decoder(CpuModel model) {
        this.model = model;
    }

    /**
     * Decodes one instruction.
     *
     * @param code where its bytes are
     * @param bigCode D of the code segment: sizes are 32 bits unless a prefix says otherwise
     */
    public Instruction decode(ByteSource code, boolean bigCode) {
        source = code;
        begin(bigCode);
        try {
            return decodeInstruction();
        } catch (TooLong e) {
            return new Instruction(this, null, Vector.GP);
        }
    }

    private void begin(boolean bigCode) {
        length = 0;
        big = bigCode;
        op32 = bigCode;
        addr32 = bigCode;
        lock = false;
        repeat = 0;
        override = Instruction.NONE;
        modrm = 0;
        memory = false;
        segment = Reg.DS;
        base = Instruction.NONE;
        index = Instruction.NONE;
        scale = 0;
        displacement = 0;
        immediate = 0;
        immediate2 = 0;
    }

    private int next() {
        if (length == MAX_LENGTH) {
            throw tooLong;
        }
        return source.byteAt(length++) & 0xFF;
    }

    private int next16() {
        int low = next();
        return low | next() << 8;
    }

    private int next32() {
        int low = next16();
        return low | next16() << 16;
    }

    private Instruction decodeInstruction() {
        int code = next();
        while (takePrefix(code)) {
            code = next();
        }
        if (code == 0x0F) {
            code = 0x100 | next();
        }
        Opcode opcode;
        if (table.hasModrm(code)) {
            modrm = next();
            opcode = table.find(code, modrm);
        } else {
            opcode = table.find(code);
        }
        if (opcode == null || !model.atLeast(opcode.since()) || model.compareTo(opcode.until()) > 0) {
            return new Instruction(this, null, Vector.UD);
        }
        boolean valid = true;
        if (table.hasModrm(code)) {
            valid = takeModrm(opcode);
        }
        for (int i = 0; i < opcode.operands().size(); i++) {
            takeImmediate(opcode.operands().get(i), opcode.operand(0) == OperandKind.Iw);
        }
        valid &= OperandRules.allow(opcode, modrm, model);
        valid &= !lock || opcode.is(Opcode.Property.LOCKABLE) && memory && opcode.operand(0).isRm();
        return new Instruction(this, opcode, valid ? Instruction.NO_FAULT : Vector.UD);
    }

    private boolean takePrefix(int b) {
        switch (b) {
            case 0x26 -> override = Reg.ES;
            case 0x2E -> override = Reg.CS;
            case 0x36 -> override = Reg.SS;
            case 0x3E -> override = Reg.DS;
            case 0x64 -> override = Reg.FS;
            case 0x65 -> override = Reg.GS;
            case 0x66 -> op32 = !big;
            case 0x67 -> addr32 = !big;
            case 0xF0 -> lock = true;
            case 0xF2, 0xF3 -> repeat = b;
            default -> {
                return false;
            }
        }
        segment = override == Instruction.NONE ? Reg.DS : override;
        return true;
    }

    /** Reads SIB and displacement; false when the form needs memory and names a register. */
    private boolean takeModrm(Opcode opcode) {
        boolean rmIsOperand = false;
        boolean memoryOnly = false;
        for (int i = 0; i < opcode.operands().size(); i++) {
            OperandKind kind = opcode.operands().get(i);
            if (kind == OperandKind.Rd) {
                return true;
            }
            rmIsOperand |= kind.isRm();
            memoryOnly |= kind.memoryOnly();
        }
        if (modrm >= 0xC0) {
            return !memoryOnly;
        }
        memory = rmIsOperand;
        if (addr32) {
            takeAddress32();
        } else {
            takeAddress16();
        }
        return true;
    }

    private void takeAddress16() {
        int rm = modrm & 7;
        int mod = modrm >> 6;
        if (mod == 0 && rm == 6) {
            displacement = next16();
            return;
        }
        base = BASE16[rm];
        index = INDEX16[rm];
        if (mod == 1) {
            displacement = (byte) next();
        } else if (mod == 2) {
            displacement = (short) next16();
        }
        if (override == Instruction.NONE && base == Reg.EBP) {
            segment = Reg.SS;
        }
    }

    private void takeAddress32() {
        int mod = modrm >> 6;
        base = modrm & 7;
        if (base == 4) {
            int sib = next();
            base = sib & 7;
            scale = sib >> 6;
            index = sib >> 3 & 7;
            if (index == 4) {
                index = Instruction.NONE;
                scale = 0;
            }
        }
        if (mod == 0 && base == 5) {
            base = Instruction.NONE;
            displacement = next32();
            return;
        }
        if (mod == 1) {
            displacement = (byte) next();
        } else if (mod == 2) {
            displacement = next32();
        }
        if (override == Instruction.NONE && (base == Reg.EBP || base == Reg.ESP)) {
            segment = Reg.SS;
        }
    }

    private void takeImmediate(OperandKind kind, boolean second) {
        switch (kind) {
            case Ib -> {
                int value = next();
                if (second) {
                    immediate2 = value;
                } else {
                    immediate = value;
                }
            }
            case Ibs, Jb -> immediate = (byte) next();
            case Iw -> immediate = next16();
            case Iz -> immediate = op32 ? next32() : next16();
            case Jz -> immediate = op32 ? next32() : (short) next16();
            case Ap -> {
                immediate = op32 ? next32() : next16();
                immediate2 = next16();
            }
            case Ob, Ov -> {
                memory = true;
                displacement = addr32 ? next32() : next16();
            }
            default -> { }
        }
    }
}
