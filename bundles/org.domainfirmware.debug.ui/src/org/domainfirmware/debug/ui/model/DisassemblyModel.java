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
    /**
     * What the rows are about besides the instructions.
     *
     * @param place the segment that addresses are shown in
     * @param current linear address of the next instruction
     * @param breakpoint whether a breakpoint is at a linear address
     * @param sourceText the text of a source line, "" when the file is not there
     */
    public record Surroundings(CodePlace place, int current, IntPredicate breakpoint, SymbolNames names,
            Function<SymbolNames.Line, String> sourceText) { }

    private DisassemblyModel() {
    }

    public static List<Row> rows(List<DisassembledInstruction> instructions, Surroundings around) {
        List<Row> rows = new ArrayList<>();
        Optional<SymbolNames.Line> before = Optional.empty();
        for (DisassembledInstruction i : instructions) {
            String name = around.names().nameAt(i.linear());
            if (!name.isEmpty() && !name.contains("+")) {
                rows.add(Row.of("symbol " + i.linear(), "", "", "", "", name + ":").with(Row.Tone.HEADING));
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
        Row row = Row.of("at " + i.linear(), mark, String.format("%08X", i.linear()), around.place().words(i.linear()),
                bytes(i.bytes()), text(i, around.names())).about(i);
        return here ? row.with(Row.Tone.CURRENT) : row;
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
        int base = i.linear() - i.offset();
        for (Token t : i.tokens()) {
            if (t instanceof Token.Address a && a.code()) {
                String name = names.nameAt(base + a.offset());
                return name.isEmpty() || plain.contains(name) ? plain : plain + "  <" + name + ">";
            }
        }
        return plain;
    }
}
