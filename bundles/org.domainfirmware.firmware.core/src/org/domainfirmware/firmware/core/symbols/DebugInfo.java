package org.domainfirmware.firmware.core.symbols;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.domainfirmware.firmware.core.symbols.dwarf.DwarfReader;
import org.domainfirmware.firmware.core.symbols.elf.ElfFile;
import org.domainfirmware.firmware.core.symbols.elf.ElfSection;
import org.domainfirmware.firmware.core.symbols.elf.ElfSymbol;

/** Symbols, lines, functions and variables of one linked file or listing, ready for look-up by address and by name. Immutable. */
public final class DebugInfo {
    /** A larger file is refused rather than read into memory. */
    public static final long MAX_FILE = 256L << 20;
    /** How far the code behind an assembly label, which has no size, can be its own, bytes. */
    private static final int LABEL_REACH = 4096;

    private final List<ElfSymbol> symbols;
    private final List<ElfSection> sections;
    private final NavigableMap<Long, ElfSymbol> symbolsByAddress = new TreeMap<>();
    private final NavigableMap<Long, ElfSymbol> codeByAddress = new TreeMap<>();
    private final Map<Integer, ElfSection> codeSections = new HashMap<>();
    private final NavigableMap<Long, LineRange> linesByAddress = new TreeMap<>();
    private final Map<String, List<LineRange>> linesByFileName = new HashMap<>();
    private final NavigableMap<Long, FunctionInfo> functionsByAddress = new TreeMap<>();
    private final List<FunctionInfo> functions;
    private final List<VariableInfo> globals;
    private final List<String> files;
    private final List<String> problems;
    private final LongFunction<Optional<FrameRule>> frameRules;
    private final List<CodeBytes> code;

    private DebugInfo(ElfFile elf, DwarfReader dwarf) throws CorruptFile {
        this(elf.symbols(), elf.sections(), elf.code(), dwarf.lines(), dwarf.functions(), dwarf.globals(), dwarf.files(), dwarf.problems(),
                dwarf::frameRule);
    }

    private DebugInfo(List<ElfSymbol> allSymbols, List<ElfSection> sections, List<CodeBytes> code, List<LineRange> lines,
            List<FunctionInfo> functions, List<VariableInfo> globals, List<String> files, List<String> problems, LongFunction<Optional<FrameRule>> frameRules) {
        this.functions = List.copyOf(functions);
        this.globals = List.copyOf(globals);
        this.files = List.copyOf(files);
        this.problems = List.copyOf(problems);
        this.frameRules = frameRules;
        this.code = List.copyOf(code);
        this.sections = List.copyOf(sections);
        symbols = List.copyOf(allSymbols);
        symbols.stream().sorted(Comparator.comparing(DebugInfo::rank)).forEach(s ->
                symbolsByAddress.putIfAbsent(s.value(), s));
        sections.stream().filter(ElfSection::isExecutable).forEach(s -> codeSections.put(s.index(), s));
        symbols.stream().filter(s -> s.kind() == ElfSymbol.Kind.FUNCTION || s.kind() == ElfSymbol.Kind.NONE)
                .filter(s -> codeSections.containsKey(s.section())).sorted(Comparator.comparing(DebugInfo::rank))
                .forEach(s -> codeByAddress.putIfAbsent(s.value(), s));
        for (LineRange line : lines) {
            if (line.range().end() > line.range().start()) {
                linesByAddress.put(line.range().start(), line);
            }
            linesByFileName.computeIfAbsent(lastName(line.line().file()), k -> new ArrayList<>()).add(line);
        }
        for (FunctionInfo f : functions) {
            for (AddressRange r : f.ranges()) {
                functionsByAddress.put(r.start(), f);
            }
        }
    }

    /** Of several symbols at an address: functions, then objects, then global labels. */
    private static int rank(ElfSymbol s) {
        int kind = s.kind() == ElfSymbol.Kind.FUNCTION ? 0 : s.kind() == ElfSymbol.Kind.OBJECT ? 1 : 2;
        return 2 * kind + (s.global() ? 0 : 1);
    }

    /**
     * Reads an ELF file.
     *
     * @throws CorruptFile when it is not one, or too large
     * @throws IOException when it cannot be read
     */
    public static DebugInfo read(Path file) throws IOException, CorruptFile {
        long size = Files.size(file);
        if (size > MAX_FILE) {
            throw new CorruptFile(file + " has " + size + " bytes, more than a debugger should load");
        }
        return read(Files.readAllBytes(file));
    }

    /** Reads an ELF image from memory. */
    public static DebugInfo read(byte[] elf) throws CorruptFile {
        ElfFile file = ElfFile.read(elf);
        return new DebugInfo(file, new DwarfReader(file));
    }

    /**
     * Symbols that did not come with debug information: of a listing, a map or a list.
     *
     * @param labels names and addresses; all of them count as labels of code
     * @param lines  source lines, may be empty
     * @param code   the image, where the labels can name code
     */
    public static DebugInfo of(Map<String, Long> labels, List<LineRange> lines, CodeBytes code) {
        ElfSection section = new ElfSection(1, "", 1, ElfSection.CODE, code.address(), 0, code.bytes().length, 0, 0, 0);
        List<ElfSymbol> symbols = new ArrayList<>();
        labels.forEach((name, address) -> symbols.add(new ElfSymbol(name, address, 0, ElfSymbol.Kind.NONE, true,
                code.contains(address) ? section.index() : ElfSymbol.ABSOLUTE)));
        List<String> files = lines.stream().map(l -> l.line().file()).distinct().toList();
        return new DebugInfo(symbols, List.of(section), List.of(code), lines, List.of(), List.of(), files, List.of(), pc -> Optional.empty());
    }

    public static String lastName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    public List<ElfSymbol> symbols() {
        return symbols;
    }

    /** The nearest symbol at or below an address, not further than its size (or 64 KiB when it has none). */
    public Optional<ElfSymbol> symbolAt(long address) {
        Map.Entry<Long, ElfSymbol> e = symbolsByAddress.floorEntry(address);
        if (e == null) {
            return Optional.empty();
        }
        long reach = e.getValue().size() == 0 ? 0x10000 : e.getValue().size();
        return address - e.getKey() < reach ? Optional.of(e.getValue()) : Optional.empty();
    }

    /** The function an address lies in, or the label before it in the same section, not more than 4 KiB away. */
    public Optional<ElfSymbol> codeSymbolAt(long address) {
        return Optional.ofNullable(codeByAddress.floorEntry(address)).map(Map.Entry::getValue).filter(s -> {
            ElfSection code = codeSections.get(s.section());
            return address - s.value() < (s.size() == 0 ? LABEL_REACH : s.size()) && address < code.address() + code.size();
        });
    }

    /** Bytes of a symbol: its size, or for a label of code the distance to the next one in its section. 0 when neither is known. */
    public long sizeOf(ElfSymbol symbol) {
        ElfSection code = codeSections.get(symbol.section());
        if (symbol.size() > 0 || code == null) {
            return symbol.size();
        }
        Long next = codeByAddress.higherKey(symbol.value());
        long end = code.address() + code.size();
        return Math.max((next == null ? end : Math.min(next, end)) - symbol.value(), 0);
    }

    /** The code as it was linked. */
    public List<CodeBytes> code() {
        return code;
    }

    /** The section that an address was linked into, of those that take space in memory. */
    public Optional<ElfSection> sectionAt(long address) {
        return sections.stream().filter(s -> s.isAllocated() && address >= s.address() && address - s.address() < s.size()).findFirst();
    }

    public Optional<ElfSymbol> symbol(String name) {
        return symbols.stream().filter(s -> s.name().equals(name)).min(Comparator.comparing(DebugInfo::rank));
    }

    /** The source line an address belongs to. */
    public Optional<SourceLine> lineAt(long address) {
        return lineRangeAt(address).map(LineRange::line);
    }

    /** The line range an address lies in. */
    public Optional<LineRange> lineRangeAt(long address) {
        Map.Entry<Long, LineRange> e = linesByAddress.floorEntry(address);
        return e != null && e.getValue().range().contains(address) ? Optional.of(e.getValue()) : Optional.empty();
    }

    /**
     * Where the code of a source line begins: an address for each place the compiler put it (inlining),
     * or for the next line with code when it has none, as debuggers do.
     *
     * @param file path; compared by its end, so that trees built elsewhere match
     */
    public List<LineRange> codeOf(String file, int line) {
        List<LineRange> inFile = new ArrayList<>();
        for (LineRange r : linesByFileName.getOrDefault(lastName(file), List.of())) {
            if (sameFile(r.line().file(), file) && r.statement() && r.line().line() >= line) {
                inFile.add(r);
            }
        }
        int nearest = inFile.stream().mapToInt(r -> r.line().line()).min().orElse(-1);
        List<LineRange> starts = new ArrayList<>();
        for (LineRange r : inFile) {
            if (r.line().line() == nearest && starts.stream().noneMatch(s -> sameFunction(s, r))) {
                starts.add(r);
            }
        }
        return starts;
    }

    /** Two pieces of a line in one function with nothing inlined apart: the first one is where to stop. */
    private boolean sameFunction(LineRange a, LineRange b) {
        Optional<FunctionInfo> f = functionAt(a.range().start());
        return f.isPresent() && f.equals(functionAt(b.range().start()));
    }

    /** True when two paths can mean one file: equal from the end for as many names as the shorter has, at least one. */
    public static boolean sameFile(String a, String b) {
        String[] x = normalize(a);
        String[] y = normalize(b);
        int common = Math.min(Math.min(x.length, y.length), 2);
        for (int i = 1; i <= common; i++) {
            if (!x[x.length - i].equals(y[y.length - i])) {
                return false;
            }
        }
        return common > 0;
    }

    private static String[] normalize(String path) {
        List<String> parts = new ArrayList<>();
        for (String p : path.replace('\\', '/').split("/")) {
            if (p.equals("..") && !parts.isEmpty()) {
                parts.remove(parts.size() - 1);
            } else if (!p.isEmpty() && !p.equals(".")) {
                parts.add(p);
            }
        }
        return parts.toArray(new String[0]);
    }

    public Optional<FunctionInfo> functionAt(long address) {
        Map.Entry<Long, FunctionInfo> e = functionsByAddress.floorEntry(address);
        return e != null && e.getValue().contains(address) ? Optional.of(e.getValue()) : Optional.empty();
    }

    public Optional<FunctionInfo> function(String name) {
        return functions.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    public List<FunctionInfo> functions() {
        return functions;
    }

    public List<VariableInfo> globals() {
        return globals;
    }

    /** How to find the caller's frame from an instruction, where the compiler said it. */
    public Optional<FrameRule> frameRule(long pc) {
        return frameRules.apply(pc);
    }

    /** Where to stop on entry to a function so that its arguments can be seen: behind the prologue. */
    public long afterPrologue(FunctionInfo f) {
        LineRange first = lineRangeAt(f.entry()).orElse(null);
        if (first == null) {
            return f.entry();
        }
        Map.Entry<Long, LineRange> next = linesByAddress.higherEntry(f.entry());
        return next != null && f.contains(next.getKey()) ? next.getKey() : f.entry();
    }

    /** Source files named in the line tables. */
    public List<String> files() {
        return files;
    }

    /** What of the file could not be read, in sentences; empty for a good one. */
    public List<String> problems() {
        return problems;
    }
}
