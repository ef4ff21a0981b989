package org.domainfirmware.debug.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.domainfirmware.emulator.cpu.isa.Token;
import org.domainfirmware.emulator.debug.DisassembledInstruction;

/** Instructions as rows, with symbols and source lines between them. */
public final class DisassemblyModel {
    /** How many bytes the longest instruction has. */
    public static final int LONGEST = 15;

    /**
     * What the rows are about besides the instructions.
     *
     * @param selector CS
     * @param limit of CS
     * @param paragraphs whether selectors are paragraphs
     * @param current linear address of the next instruction
     * @param breakpoint whether a breakpoint is at a linear address
     * @param sourceText the text of a source line, "" when the file is not there
     */
    public record Surroundings(int selector, int limit, boolean paragraphs, int current, IntPredicate breakpoint, SymbolNames names,
            Function<SymbolNames.Line, String> sourceText) { }

    private DisassemblyModel() {
    }

    public static List<Row> rows(List<DisassembledInstruction> instructions, Surroundings around) {
        List<Row> rows = new ArrayList<>();
        Optional<SymbolNames.Line> before = Optional.empty();
        for (DisassembledInstruction i : instructions) {
            String name = around.names().nameAt(i.linear());
            if (!name.isEmpty() && !name.contains("+")) {
                rows.add(Row.of("symbol " + i.linear(), "", "", name + ":", "", "").with(Row.Tone.HEADING));
            }
            Optional<SymbolNames.Line> line = around.names().lineAt(i.linear());
            if (line.isPresent() && !line.equals(before)) {
                rows.add(source(i, line.get(), around.sourceText().apply(line.get())));
            }
            before = line;
            rows.add(instruction(i, around));
        }
        return rows;
    }

    private static Row source(DisassembledInstruction i, SymbolNames.Line line, String text) {
        String file = line.file().substring(line.file().lastIndexOf('/') + 1);
        return Row.of("line " + i.linear(), "", "", "", "", file + ":" + line.line() + "  " + text.strip()).with(Row.Tone.DIM).about(line);
    }

    private static Row instruction(DisassembledInstruction i, Surroundings around) {
        boolean here = i.linear() == around.current();
        String mark = (around.breakpoint().test(i.linear()) ? "\u25CF" : "") + (here ? "\u25B6" : "");
        Row row = Row.of("at " + i.linear(), mark, String.format("%08X", i.linear()), place(i, around),
                bytes(i.bytes()), text(i, around.names())).about(i);
        return here ? row.with(Row.Tone.CURRENT) : row;
    }

    /** In CS where that reaches it, else in a segment of paragraphs that does; "" where there is none. */
    private static String place(DisassembledInstruction i, Surroundings around) {
        if (Integer.compareUnsigned(i.offset(), around.limit()) <= 0) {
            return String.format(i.offset() >>> 16 == 0 ? "%04X:%04X" : "%04X:%08X", around.selector(), i.offset());
        }
        return around.paragraphs() && i.linear() >>> 20 == 0
                ? String.format("%04X:%04X", i.linear() >>> 4 & 0xF000, i.linear() & 0xFFFF) : "";
    }

    private static String bytes(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            text.append(String.format("%02X", b));
        }
        return text.toString();
    }

    /** The instruction; a jump's target with its symbol. */
    public static String text(DisassembledInstruction i, SymbolNames names) {
        String plain = i.tokens().stream().map(Token::text).collect(Collectors.joining());
        // Code that was asked for by an address outside CS has an offset of more bits than its jumps have.
        int base = i.linear() - (i.offset() >>> 16 == 0 || Integer.compareUnsigned(i.linear(), i.offset()) >= 0 ? i.offset()
                : i.offset() & 0xFFFF);
        for (Token t : i.tokens()) {
            if (t instanceof Token.Address a && a.code()) {
                String name = names.nameAt(base + a.offset());
                return name.isEmpty() || plain.contains(name) ? plain : plain + "  <" + name + ">";
            }
        }
        return plain;
    }

    /**
     * The instructions in front of an address, from a disassembly that began somewhere before it: those from where it
     * has fallen into step on, so that one of them ends exactly at the address; empty when none does.
     */
    public static List<DisassembledInstruction> leadingTo(int linear, List<DisassembledInstruction> from) {
        for (int n = 0; n < from.size(); n++) {
            if (from.get(n).linear() == linear) {
                // The first few may have begun in the middle of an instruction.
                return List.copyOf(from.subList(Math.min(n, 3), n));
            }
        }
        return List.of();
    }
}
