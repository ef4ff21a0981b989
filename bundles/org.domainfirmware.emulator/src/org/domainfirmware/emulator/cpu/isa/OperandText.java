package org.domainfirmware.emulator.cpu.isa;

import java.util.List;
import org.domainfirmware.emulator.cpu.state.Reg;

/** Writes the operands of one instruction. */
final class OperandText {
    private final Instruction in;
    private final Symbols symbols;
    private final int eip;
    private final List<Token> out;

    OperandText(Instruction in, Symbols symbols, int eip, List<Token> out) {
        this.in = in;
        this.symbols = symbols;
        this.eip = eip;
        this.out = out;
    }

    void add(OperandKind kind, int position) {
        switch (kind) {
            case Eb -> rm(RegisterNames.BYTE, "byte");
            case Ew -> rm(RegisterNames.WORD, "word");
            case Ev -> rm(in.op32 ? RegisterNames.DWORD : RegisterNames.WORD, size());
            case Ed -> rm(RegisterNames.DWORD, "dword");
            case Emw -> rm(in.op32 ? RegisterNames.DWORD : RegisterNames.WORD, "word");
            case M, Ma, Ms -> memory("");
            case Mb -> memory(in.opcode.mnemonic() == Mnemonic.INVLPG ? "" : "byte");
            case Mw -> memory(in.opcode.mnemonic().name().matches("FLDCW|FNSTCW|FNSTSW") ? "" : "word");
            case Md -> memory("dword");
            case Mq -> memory(in.opcode.mnemonic() == Mnemonic.CMPXCHG8B ? "" : "qword");
            case Mt -> memory("tword");
            case Mp -> farMemory();
            case Gb -> register(RegisterNames.BYTE[in.reg()]);
            case Gw -> register(RegisterNames.WORD[in.reg()]);
            case Gv -> register(RegisterNames.general(in.reg(), in.op32));
            case Rd -> register(RegisterNames.DWORD[in.rm()]);
            case Zb -> register(RegisterNames.BYTE[in.opcodeRegister()]);
            case Zv -> register(RegisterNames.general(in.opcodeRegister(), in.op32));
            case Zd -> register(RegisterNames.DWORD[in.opcodeRegister()]);
            case Sw -> register(RegisterNames.SEGMENT[in.reg()]);
            case Cd -> register("cr" + in.reg());
            case Dd -> register("dr" + in.reg());
            case Td -> register("tr" + in.reg());
            case ST -> register("st0");
            case STi -> register("st" + in.rm());
            case AL, CL, AX, DX, ES, CS, SS, DS, FS, GS -> register(kind.name().toLowerCase(java.util.Locale.ROOT));
            case eAX -> register(RegisterNames.general(Reg.EAX, in.op32));
            case One -> out.add(new Token.Number(1, "1"));
            case Ib -> number(position > 0 && in.operand(0) == OperandKind.Iw ? in.immediate2 : in.immediate);
            case Ibs -> pushable(in.op32 ? in.immediate : in.immediate & 0xFFFF);
            case Iz -> pushable(in.immediate);
            case Iw -> number(in.immediate);
            case Ob, Ov -> memory("");
            case Jb, Jz -> target();
            case Ap -> farPointer();
            default -> throw new IllegalStateException("operand kind without text: " + kind);
        }
    }

    private String size() {
        return in.op32 ? "dword" : "word";
    }

    private void rm(String[] names, String keyword) {
        if (in.memory) {
            memory(keyword);
        } else {
            register(names[in.rm()]);
        }
    }

    private void register(String name) {
        out.add(new Token.Register(name));
    }

    private void punctuation(String text) {
        out.add(new Token.Punctuation(text));
    }

    private void keyword(String text) {
        out.add(new Token.Keyword(text));
        punctuation(" ");
    }

    private void number(int value) {
        out.add(new Token.Number(value, Disassembler.hex(value)));
    }

    private void pushable(int value) {
        if (in.opcode.mnemonic() == Mnemonic.PUSH) {
            keyword(size());
        }
        number(value);
    }

    private void farMemory() {
        Mnemonic name = in.opcode.mnemonic();
        if (name == Mnemonic.CALL || name == Mnemonic.JMP) {
            if (in.op32 != in.big) {
                keyword(size());
            }
            keyword("far");
        }
        memory("");
    }

    private void farPointer() {
        if (in.op32 != in.big) {
            keyword(size());
        }
        number(in.immediate2);
        punctuation(":");
        number(in.immediate);
    }

    private void target() {
        int offset = eip + in.length + in.immediate;
        if (!in.op32) {
            offset &= 0xFFFF;
        }
        address(offset, true, Reg.CS);
    }

    private void address(int offset, boolean code, int segment) {
        String name = symbols.nameOf(segment, offset);
        out.add(new Token.Address(offset, code, segment, name == null ? Disassembler.hex(offset) : name));
    }

    private void memory(String keyword) {
        if (!keyword.isEmpty() && sizeUnclear()) {
            keyword(keyword);
        }
        punctuation("[");
        if (in.override != Instruction.NONE) {
            register(RegisterNames.SEGMENT[in.override]);
            punctuation(":");
        }
        String[] names = in.addr32 ? RegisterNames.DWORD : RegisterNames.WORD;
        boolean any = in.base != Instruction.NONE || in.index != Instruction.NONE;
        if (!any) {
            if (in.addr32 != in.big) {
                keyword(in.addr32 ? "dword" : "word");
            }
            address(in.addr32 ? in.displacement : in.displacement & 0xFFFF, false, in.segment);
        } else {
            if (in.base != Instruction.NONE) {
                register(names[in.base]);
            }
            if (in.index != Instruction.NONE) {
                if (in.base != Instruction.NONE) {
                    punctuation("+");
                }
                register(names[in.index]);
                if (in.scale != 0) {
                    punctuation("*");
                    out.add(new Token.Number(1 << in.scale, Integer.toString(1 << in.scale)));
                }
            }
            displacement();
        }
        punctuation("]");
    }

    private void displacement() {
        int value = in.displacement;
        if (value == 0) {
            return;
        }
        // Small negative displacements are offsets into a frame, others addresses of tables.
        if (value < 0 && value > -0x1000) {
            punctuation("-");
            out.add(new Token.Number(value, Disassembler.hex(-value)));
        } else {
            punctuation("+");
            address(in.addr32 ? value : value & 0xFFFF, false, in.segment);
        }
    }

    /** True when no register operand tells the width of the memory operand. */
    private boolean sizeUnclear() {
        for (OperandKind kind : in.opcode.operands()) {
            switch (kind) {
                case Gb, Gv, Gw, AL, eAX, Sw -> {
                    Mnemonic name = in.opcode.mnemonic();
                    return name == Mnemonic.MOVZX || name == Mnemonic.MOVSX;
                }
                default -> { }
            }
        }
        return true;
    }
}
