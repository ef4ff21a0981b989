package org.domainfirmware.firmware.core.symbols.dwarf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.domainfirmware.firmware.core.symbols.AddressRange;
import org.domainfirmware.firmware.core.symbols.CorruptFile;
import org.domainfirmware.firmware.core.symbols.FrameRule;
import org.domainfirmware.firmware.core.symbols.FunctionInfo;
import org.domainfirmware.firmware.core.symbols.LineRange;
import org.domainfirmware.firmware.core.symbols.SourceLine;
import org.domainfirmware.firmware.core.symbols.VariableInfo;
import org.domainfirmware.firmware.core.symbols.elf.ElfFile;

/** Everything of a file's DWARF that a debugger of firmware uses. Damage is reported and left out, never thrown. */
public final class DwarfReader {
    private final List<LineRange> lines = new ArrayList<>();
    private final List<FunctionInfo> functions = new ArrayList<>();
    private final List<VariableInfo> globals = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final CallFrames frames;

    /** Reads all there is in a file. */
    public DwarfReader(ElfFile elf) {
        Sections sections = new Sections(elf);
        List<CompileUnit> units = new UnitReader(sections).readAll(problems);
        Map<Integer, Entry> byOffset = new HashMap<>();
        for (CompileUnit unit : units) {
            index(unit.root, byOffset);
            readLines(sections, unit);
        }
        FunctionReader reader = new FunctionReader(byOffset, new TypeReader(byOffset), sections, problems);
        for (CompileUnit unit : units) {
            readUnit(unit, reader);
        }
        frames = CallFrames.read(sections, problems);
    }

    private static void index(Entry entry, Map<Integer, Entry> byOffset) {
        byOffset.put(entry.offset, entry);
        for (Entry child : entry.children) {
            index(child, byOffset);
        }
    }

    private void readLines(Sections sections, CompileUnit unit) {
        Attribute at = unit.root.get(Dw.AT_STMT_LIST);
        if (at == null) {
            return;
        }
        try {
            unit.lines = LineProgram.read(sections, unit, at.number());
            files.addAll(unit.lines.files());
            takeRows(unit.lines);
        } catch (CorruptFile e) {
            problems.add("lines of " + unit.root.text(Dw.AT_NAME) + " left out: " + e.getMessage());
        }
    }

    /**
     * Makes ranges of rows. Of several rows at one address the last says whose the code is, as it does for binutils; other
     * statements that begin there get an empty range, a place to stop at all the same.
     */
    private void takeRows(LineTable table) {
        int first = 0;
        for (int i = 0; i + 1 < table.rows().size(); i++) {
            LineTable.Row row = table.rows().get(i);
            LineTable.Row next = table.rows().get(i + 1);
            if (row.end()) {
                first = i + 1;
            } else if (next.address() != row.address()) {
                if (next.address() > row.address()) {
                    takeGroup(table, table.rows().subList(first, i + 1), next.address());
                }
                first = i + 1;
            }
        }
    }

    private void takeGroup(LineTable table, List<LineTable.Row> group, long end) {
        LineTable.Row owner = group.get(group.size() - 1);
        boolean statement = false;
        for (LineTable.Row row : group) {
            boolean same = row.line() == owner.line() && row.file() == owner.file();
            statement |= same && row.statement();
            if (!same && row.statement()) {
                lines.add(range(table, row, row.address(), true));
            }
        }
        lines.add(range(table, owner, end, statement));
    }

    private static LineRange range(LineTable table, LineTable.Row row, long end, boolean statement) {
        return new LineRange(new AddressRange(row.address(), end), new SourceLine(table.file(row.file()), row.line(), row.column()),
                statement);
    }

    private void readUnit(CompileUnit unit, FunctionReader reader) {
        for (Entry entry : unit.root.children) {
            if (entry.tag == Dw.TAG_SUBPROGRAM) {
                FunctionInfo f = reader.read(entry);
                if (f != null) {
                    functions.add(f);
                }
            } else if (entry.tag == Dw.TAG_VARIABLE) {
                VariableInfo v = reader.readGlobal(entry);
                if (v != null) {
                    globals.add(v);
                }
            }
        }
    }

    /** Line ranges in table order; empty ones are statements without code of their own. */
    public List<LineRange> lines() {
        return lines;
    }

    public List<FunctionInfo> functions() {
        return functions;
    }

    /** Variables of file scope. */
    public List<VariableInfo> globals() {
        return globals;
    }

    /** All source files named, absolute where the compiler's directory is known. */
    public List<String> files() {
        return files;
    }

    /** What could not be read, in sentences. */
    public List<String> problems() {
        return problems;
    }

    /** How to unwind from an instruction, where the compiler said it. */
    public Optional<FrameRule> frameRule(long pc) {
        return frames.at(pc);
    }
}
