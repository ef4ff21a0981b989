package org.domainfirmware.firmware.core.symbols.dwarf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.domainfirmware.firmware.core.symbols.AddressRange;
import org.domainfirmware.firmware.core.symbols.CorruptFile;
import org.domainfirmware.firmware.core.symbols.FunctionInfo;
import org.domainfirmware.firmware.core.symbols.ScopeInfo;
import org.domainfirmware.firmware.core.symbols.SourceLine;
import org.domainfirmware.firmware.core.symbols.VariableInfo;

/** Makes functions, their scopes and variables of entries. */
final class FunctionReader {
    private static final int MAX_ORIGINS = 8;
    private static final int MAX_DEPTH = 64;

    private final Map<Integer, Entry> byOffset;
    private final TypeReader types;
    private final RangeLists ranges;
    private final LocationLists lists;
    private final List<String> problems;

    FunctionReader(Map<Integer, Entry> byOffset, TypeReader types, Sections sections, List<String> problems) {
        this.byOffset = byOffset;
        this.types = types;
        this.problems = problems;
        ranges = new RangeLists(sections);
        lists = new LocationLists(sections);
    }

    /** A function with code of its own, or null for a declaration or an inlined-only one. */
    FunctionInfo read(Entry entry) {
        List<AddressRange> code = rangesOf(entry);
        String name = inheritedText(entry, Dw.AT_NAME);
        if (code.isEmpty() || name == null) {
            return null;
        }
        Attribute base = entry.get(Dw.AT_FRAME_BASE);
        byte[] frameBase = base == null ? null : base.block();
        ScopeInfo body = scope(entry, code, frameBase, "", new SourceLine("", 0, 0), 0);
        return new FunctionInfo(name, declaration(entry), code, types.of(withType(entry)), body);
    }

    /** A variable of file scope with a place in memory, or null. */
    VariableInfo readGlobal(Entry entry) {
        boolean placed = entry.get(Dw.AT_LOCATION) != null;
        return placed && inheritedText(entry, Dw.AT_NAME) != null ? variable(entry, null) : null;
    }

    private List<AddressRange> rangesOf(Entry entry) {
        try {
            return ranges.of(entry);
        } catch (CorruptFile e) {
            problems.add("ranges of the entry at " + entry.offset + ": " + e.getMessage());
            return List.of();
        }
    }

    private ScopeInfo scope(Entry entry, List<AddressRange> code, byte[] frameBase, String inlined,
            SourceLine callSite, int depth) {
        List<VariableInfo> variables = new ArrayList<>();
        List<ScopeInfo> children = new ArrayList<>();
        for (Entry child : entry.children) {
            switch (child.tag) {
                case Dw.TAG_PARAMETER, Dw.TAG_VARIABLE -> {
                    if (inheritedText(child, Dw.AT_NAME) != null) {
                        variables.add(variable(child, frameBase));
                    }
                }
                case Dw.TAG_LEXICAL_BLOCK, Dw.TAG_INLINED -> {
                    if (depth < MAX_DEPTH) {
                        children.add(inner(child, code, frameBase, depth));
                    }
                }
                default -> {
                    // Labels, call sites, local types: not shown in a scope.
                }
            }
        }
        return new ScopeInfo(code, variables, children, inlined, callSite);
    }

    private ScopeInfo inner(Entry child, List<AddressRange> outer, byte[] frameBase, int depth) {
        List<AddressRange> code = rangesOf(child);
        boolean isInlined = child.tag == Dw.TAG_INLINED;
        String name = isInlined ? inheritedText(child, Dw.AT_NAME) : "";
        SourceLine site = isInlined
                ? new SourceLine(child.unit.lines.file(child.number(Dw.AT_CALL_FILE, -1)),
                        (int) child.number(Dw.AT_CALL_LINE, 0), 0)
                : new SourceLine("", 0, 0);
        // gcc leaves a block that shares its parent's code without ranges of its own.
        List<AddressRange> own = code.isEmpty() && !isInlined ? outer : code;
        return scope(child, own, frameBase, name == null ? "" : name, site, depth + 1);
    }

    private VariableInfo variable(Entry entry, byte[] frameBase) {
        return new DwarfVariable(inheritedText(entry, Dw.AT_NAME), types.of(withType(entry)),
                entry.tag == Dw.TAG_PARAMETER, declaration(entry), entry, entry.get(Dw.AT_LOCATION), frameBase, lists);
    }

    private Entry origin(Entry entry) {
        Attribute a = entry.get(Dw.AT_ABSTRACT_ORIGIN);
        Attribute from = a == null ? entry.get(Dw.AT_SPECIFICATION) : a;
        return from == null ? null : byOffset.get((int) from.number());
    }

    private String inheritedText(Entry entry, int name) {
        Entry e = entry;
        for (int i = 0; e != null && i < MAX_ORIGINS; i++) {
            String text = e.text(name);
            if (text != null) {
                return text;
            }
            e = origin(e);
        }
        return null;
    }

    /** The entry itself or the origin that has its type. */
    private Entry withType(Entry entry) {
        Entry e = entry;
        for (int i = 0; e != null && i < MAX_ORIGINS; i++) {
            if (e.get(Dw.AT_TYPE) != null) {
                return e;
            }
            e = origin(e);
        }
        return entry;
    }

    private SourceLine declaration(Entry entry) {
        Entry e = entry;
        for (int i = 0; e != null && i < MAX_ORIGINS; i++) {
            if (e.get(Dw.AT_DECL_LINE) != null) {
                return new SourceLine(e.unit.lines.file(e.number(Dw.AT_DECL_FILE, -1)),
                        (int) e.number(Dw.AT_DECL_LINE, 0), 0);
            }
            e = origin(e);
        }
        return new SourceLine("", 0, 0);
    }
}
