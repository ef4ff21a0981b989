package org.domainfirmware.emulator.cpu.isa;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Instructions to lines in NASM's Intel syntax, as tokens. Knows nothing of machines: give it bytes. */
public final class Disassembler {
    private static final Token SPACE = new Token.Punctuation(" ");
    private static final Token COMMA = new Token.Punctuation(",");

    private final Symbols symbols;

    public Disassembler(Symbols symbols) {
        this.symbols = symbols;
    }

    /** The line as plain text. */
    public static String text(List<Token> tokens) {
        StringBuilder line = new StringBuilder();
        for (Token token : tokens) {
            line.append(token.text());
        }
        return line.toString();
    }

    /**
     * One instruction as tokens.
     *
     * @param bytes the instruction's bytes, shown as data where they mean nothing
     * @param eip offset of its first byte in the code segment
     */
    public List<Token> tokens(Instruction in, ByteSource bytes, int eip) {
        List<Token> out = new ArrayList<>();
        if (in.fault != Instruction.NO_FAULT) {
            data(in, bytes, out);
            return out;
        }
        prefixes(in, out);
        String name = in.mnemonic().text();
        out.add(new Token.Name(name));
        OperandText operands = new OperandText(in, symbols, eip, out);
        boolean string = isString(in);
        boolean first = true;
        for (int i = 0; i < in.opcode.operands().size(); i++) {
            OperandKind kind = in.opcode.operands().get(i);
            if (string) {
                continue;
            }
            out.add(first ? SPACE : COMMA);
            first = false;
            operands.add(kind, i);
        }
        return out;
    }

    /** Operands of string instructions are in the mnemonic. */
    private static boolean implicit(OperandKind kind) {
        return kind == OperandKind.Xb || kind == OperandKind.Xv || kind == OperandKind.Yb || kind == OperandKind.Yv;
    }

    private static boolean isString(Instruction in) {
        return in.opcode.operands().stream().anyMatch(Disassembler::implicit);
    }

    private static void prefixes(Instruction in, List<Token> out) {
        if (in.lock) {
            prefix("lock", out);
        }
        Mnemonic name = in.opcode.mnemonic();
        boolean string = isString(in);
        if (in.repeat != 0 && string) {
            boolean compares = name == Mnemonic.CMPSB || name == Mnemonic.CMPSW || name == Mnemonic.SCASB
                    || name == Mnemonic.SCASW;
            prefix(in.repeat == 0xF2 ? "repne" : compares ? "repe" : "rep", out);
        }
        if (string || name == Mnemonic.XLATB) {
            if (in.override != Instruction.NONE) {
                prefix(RegisterNames.SEGMENT[in.override], out);
            }
            addressSize(in, out);
        } else if (name == Mnemonic.LOOP || name == Mnemonic.LOOPE || name == Mnemonic.LOOPNE) {
            addressSize(in, out);
        }
        boolean sizeless = name == Mnemonic.RET || name == Mnemonic.RETF || name == Mnemonic.LEAVE
                || name == Mnemonic.ENTER || in.opcode.operands().size() == 1
                && (name == Mnemonic.PUSH || name == Mnemonic.POP) && isSegment(in.operand(0));
        if (sizeless && in.op32 != in.big) {
            prefix(in.op32 ? "o32" : "o16", out);
        }
    }

    private static boolean isSegment(OperandKind kind) {
        return kind.compareTo(OperandKind.ES) >= 0;
    }

    private static void addressSize(Instruction in, List<Token> out) {
        if (in.addr32 != in.big) {
            prefix(in.addr32 ? "a32" : "a16", out);
        }
    }

    private static void prefix(String text, List<Token> out) {
        out.add(new Token.Name(text));
        out.add(SPACE);
    }

    private static void data(Instruction in, ByteSource bytes, List<Token> out) {
        out.add(new Token.Name("db"));
        for (int i = 0; i < in.length; i++) {
            out.add(i == 0 ? SPACE : COMMA);
            int value = bytes.byteAt(i) & 0xFF;
            out.add(new Token.Number(value, hex(value)));
        }
    }

    static String hex(int value) {
        return "0x" + Integer.toHexString(value).toLowerCase(Locale.ROOT);
    }
}
