package org.domainfirmware.emulator.cpu.isa;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.cpu.state.Flag;

/**
 * The instruction set as rows of text, and the index over them. A row has five columns:
 * <ol>
 * <li>the encoding: {@code 8B}, {@code 0FAF}; {@code F7/3} with a ModRM reg field, {@code D8/0m} and
 *     {@code D8/0r} for its memory and register forms, {@code D9.E1} with a whole ModRM byte
 * <li>the mnemonic, {@code 16-bit|32-bit} where they differ
 * <li>the operands as {@link OperandKind} names them, destination first
 * <li>flags: {@code r:} read, {@code w:} written, {@code u:} undefined; {@code *} is all of EFLAGS
 * <li>properties: {@link Opcode.Property}, and the model that introduced it (486, 586, 686)
 * </ol>
 */
public final class OpcodeTable {
    /** Places under an opcode with ModRM: 0-7 memory forms by reg, 8-71 the register forms C0h-FFh. */
    private static final int FORMS = 72;

    private static final OpcodeTable TABLE = new OpcodeTable();

    private final Opcode[] single = new Opcode[512];
    private final Opcode[][] byModrm = new Opcode[512][];
    private final List<Opcode> all = new ArrayList<>();

    private OpcodeTable() {
        for (String rows : List.of(OneByteRows.ROWS, TwoByteRows.ROWS, X87Rows.ROWS)) {
            rows.lines().filter(row -> !row.isBlank()).forEach(this::addRow);
        }
    }

    /** The table; immutable. */
    public static OpcodeTable table() {
        return TABLE;
    }

    /** Every row, in table order. */
    public List<Opcode> rows() {
        return List.copyOf(all);
    }

    /** True when the opcode is known (in whole or in some forms) and a ModRM byte follows it. */
    public boolean hasModrm(int code) {
        return byModrm[code] != null;
    }

    /** The row of an opcode without ModRM byte, or null. */
    public Opcode find(int code) {
        return single[code];
    }

    /** The row of an opcode with its ModRM byte, or null. */
    public Opcode find(int code, int modrm) {
        return byModrm[code][form(modrm)];
    }

    private static int form(int modrm) {
        return modrm >= 0xC0 ? 8 + (modrm & 0x3F) : modrm >> 3 & 7;
    }

    private void addRow(String row) {
        String[] columns = row.trim().split(" +");
        String encoding = columns[0];
        int end = encoding.length() >= 4 && encoding.startsWith("0F") ? 4 : 2;
        int code = Integer.parseInt(encoding.substring(0, end), 16) & 0xFF | (end == 4 ? 0x100 : 0);
        String[] names = columns[1].split("\\|");
        List<OperandKind> operands = new ArrayList<>();
        if (!columns[2].equals("-")) {
            for (String kind : columns[2].split(",")) {
                operands.add(OperandKind.valueOf(kind));
            }
        }
        CpuModel since = CpuModel.I386;
        CpuModel until = CpuModel.PPRO;
        Set<Opcode.Property> properties = EnumSet.noneOf(Opcode.Property.class);
        for (String word : columns[4].split(",")) {
            switch (word) {
                case "-" -> { }
                case "486" -> since = CpuModel.I486;
                case "586" -> since = CpuModel.PENTIUM;
                case "686" -> since = CpuModel.PPRO;
                case "until486" -> until = CpuModel.I486;
                case "priv" -> properties.add(Opcode.Property.PRIVILEGED);
                case "lock" -> properties.add(Opcode.Property.LOCKABLE);
                case "undoc" -> properties.add(Opcode.Property.UNDOCUMENTED);
                default -> properties.add(Opcode.Property.valueOf(word.toUpperCase(Locale.ROOT)));
            }
        }
        Opcode opcode = new Opcode(code, Mnemonic.valueOf(names[0]), Mnemonic.valueOf(names[names.length - 1]),
                operands, flags(columns[3], 'r'), flags(columns[3], 'w'), flags(columns[3], 'u'),
                since, until, properties);
        all.add(opcode);
        place(opcode, encoding.substring(end));
    }

    private void place(Opcode opcode, String extension) {
        int code = opcode.code();
        if (extension.isEmpty() && !opcode.needsModrm()) {
            single[code] = opcode;
            return;
        }
        if (byModrm[code] == null) {
            byModrm[code] = new Opcode[FORMS];
        }
        Opcode[] forms = byModrm[code];
        if (extension.startsWith(".")) {
            forms[form(Integer.parseInt(extension.substring(1), 16))] = opcode;
            return;
        }
        int onlyReg = extension.isEmpty() ? -1 : extension.charAt(1) - '0';
        boolean memory = !extension.endsWith("r");
        boolean register = !extension.endsWith("m");
        for (int reg = 0; reg < 8; reg++) {
            if (onlyReg >= 0 && onlyReg != reg) {
                continue;
            }
            if (memory) {
                forms[reg] = opcode;
            }
            for (int rm = 0; register && rm < 8; rm++) {
                forms[8 + reg * 8 + rm] = opcode;
            }
        }
    }

    private static int flags(String column, char use) {
        int bits = 0;
        for (String part : column.split("\\+")) {
            if (part.charAt(0) == use && part.length() > 2) {
                for (char flag : part.substring(2).toCharArray()) {
                    bits |= flag(flag);
                }
            }
        }
        return bits;
    }

    private static int flag(char letter) {
        return switch (letter) {
            case 'c' -> Flag.CF;
            case 'p' -> Flag.PF;
            case 'a' -> Flag.AF;
            case 'z' -> Flag.ZF;
            case 's' -> Flag.SF;
            case 'o' -> Flag.OF;
            case 'd' -> Flag.DF;
            case 'i' -> Flag.IF;
            case '*' -> 0x003F7FD5;
            default -> throw new IllegalStateException("unknown flag letter in the opcode table: " + letter);
        };
    }
}
