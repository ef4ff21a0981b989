package org.domainfirmware.debug.core.guest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.domainfirmware.emulator.debug.Breakpoint;
import org.domainfirmware.emulator.debug.Location;
import org.domainfirmware.firmware.core.symbols.CorruptFile;
import org.domainfirmware.firmware.core.symbols.DebugInfo;
import org.domainfirmware.firmware.core.symbols.FunctionInfo;
import org.domainfirmware.firmware.core.symbols.LineRange;
import org.domainfirmware.firmware.core.symbols.VariableInfo;
import org.domainfirmware.firmware.core.symbols.elf.ElfSymbol;

/**
 * The symbols of everything that runs in a guest, by linear address. The system ROM's second place, below 4 GiB, where
 * the processor starts, counts as its place below 1 MiB, and so do copies the guest was met in. Safe for several threads.
 */
public final class GuestSymbols {
    /** Nothing known. */
    public static final GuestSymbols NONE = new GuestSymbols(List.of(), List.of());
    /** Where the system ROM's second place can start: 256 KiB below 4 GiB. */
    private static final int HIGH_ROM = 0xFFFC0000;
    private static final int ONE_MIB = 0xFFFFF;
    /** Bytes before and behind an instruction that copies of it are known by. */
    private static final int AROUND = 64;

    private final List<DebugInfo> files;
    private final List<String> problems;
    private final CodeCopies copies;

    private GuestSymbols(List<DebugInfo> files, List<String> problems) {
        this.files = List.copyOf(files);
        this.problems = List.copyOf(problems);
        copies = new CodeCopies(files.stream().flatMap(f -> f.code().stream()).toList());
    }

    public static GuestSymbols of(List<DebugInfo> files) {
        return new GuestSymbols(files, List.of());
    }

    /** Reads ELF files, listings, maps and lists of symbols; what cannot be read becomes a sentence in {@link #problems}. */
    public static GuestSymbols load(List<Path> files) {
        return read(files.stream().map(SymbolFile::of).toList());
    }

    /** As {@link #load}, of files that may have another name than their image. */
    public static GuestSymbols read(List<SymbolFile> files) {
        List<DebugInfo> infos = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (SymbolFile symbols : files) {
            Path elf = symbols.file();
            try {
                DebugInfo info = symbols.read();
                infos.add(info);
                info.problems().forEach(p -> problems.add(elf.getFileName() + ": " + p));
            } catch (IOException e) {
                problems.add("symbols of " + elf + " cannot be read: " + (Files.exists(elf) ? e.getMessage() : "no such file"));
            } catch (CorruptFile e) {
                problems.add("symbols of " + elf + ": " + e.getMessage());
            }
        }
        return new GuestSymbols(infos, problems);
    }

    /** What could not be read, in sentences. */
    public List<String> problems() {
        return problems;
    }

    public List<DebugInfo> files() {
        return files;
    }

    /** The address symbols know a linear address under. */
    public long linked(int linear) {
        if (Integer.compareUnsigned(linear, HIGH_ROM) >= 0) {
            return linear & ONE_MIB;
        }
        long same = linear & 0xFFFFFFFFL;
        return isCode(same) ? same : copies.linked(linear).orElse(same);
    }

    private boolean isCode(long address) {
        return files.stream().anyMatch(f -> f.code().stream().anyMatch(c -> c.contains(address)));
    }

    /** Looks whether the guest has a copy of known code at an address no code was linked for; from now on its names are known. */
    public void look(int linear, GuestMemory memory) {
        if (Integer.compareUnsigned(linear, HIGH_ROM) < 0 && !isCode(linear & 0xFFFFFFFFL)) {
            copies.look(linear, memory);
        }
    }

    /**
     * How to stop at a linked address: where it is by itself, in the ROM's other places, and in copies the guest makes.
     */
    public List<Breakpoint> breakpointsAt(long linked) {
        List<Location> places = SymbolPlaces.at(linked);
        List<Breakpoint> all = new ArrayList<>(places.stream().map(Breakpoint.Execution::new).toList());
        files.stream().flatMap(f -> f.code().stream()).filter(c -> c.contains(linked)).findFirst().ifPresent(c -> {
            int at = (int) (linked - c.address());
            int from = Math.max(at - AROUND, 0);
            int to = Math.min(at + AROUND, c.bytes().length);
            if (to - at >= 4) {
                all.add(new Breakpoint.Copied(places, Arrays.copyOfRange(c.bytes(), from, to), at - from));
            }
        });
        return all;
    }

    /** The file that knows most about an address: its line or function, else a symbol near it. */
    public Optional<DebugInfo> fileAt(int linear) {
        long address = linked(linear);
        Optional<DebugInfo> exact = files.stream()
                .filter(f -> f.lineRangeAt(address).isPresent() || f.functionAt(address).isPresent()).findFirst();
        return exact.isPresent() ? exact : files.stream().filter(f -> f.symbolAt(address).isPresent()).findFirst();
    }

    public Optional<LineRange> lineAt(int linear) {
        return fileAt(linear).flatMap(f -> f.lineRangeAt(linked(linear)));
    }

    public Optional<FunctionInfo> functionAt(int linear) {
        return fileAt(linear).flatMap(f -> f.functionAt(linked(linear)));
    }

    /** Name of the code at an address: "name" or "name+1Ah", or "" when no function and no label near enough is known there. */
    public String nameAt(int linear) {
        return nameAt(linear, true);
    }

    /**
     * Name of the code that goes on at an address.
     *
     * @param exact false when it is a return address: then the code is that of the call before it
     */
    public String nameAt(int linear, boolean exact) {
        long address = linked(exact ? linear : linear - 1);
        for (DebugInfo f : files) {
            Optional<ElfSymbol> symbol = f.codeSymbolAt(address);
            if (symbol.isPresent()) {
                long distance = address - symbol.get().value() + (exact ? 0 : 1);
                return symbol.get().name() + (distance == 0 ? "" : String.format("+%Xh", distance));
            }
        }
        return files.stream().map(f -> f.functionAt(address)).flatMap(Optional::stream).findFirst().map(FunctionInfo::name).orElse("");
    }

    /** Linear addresses where the code of a source line begins. */
    public List<Long> codeOf(String file, int line) {
        List<Long> found = new ArrayList<>();
        for (DebugInfo f : files) {
            f.codeOf(file, line).forEach(r -> found.add(r.range().start()));
        }
        return found;
    }

    /** Where to stop on entry to a function (behind its prologue) or at a label; linear. */
    public Optional<Long> entryOf(String name) {
        for (DebugInfo f : files) {
            Optional<Long> entry = f.function(name).map(f::afterPrologue);
            entry = entry.isPresent() ? entry : f.symbol(name).map(ElfSymbol::value);
            if (entry.isPresent()) {
                return entry;
            }
        }
        return Optional.empty();
    }

    /** Where a function or a label of code is, its first byte; linear. */
    public OptionalInt addressOf(String name) {
        return files.stream().map(f -> f.symbol(name)).flatMap(Optional::stream).mapToInt(s -> (int) s.value()).findFirst();
    }

    /** Names of functions and of labels of code, each once, sorted. */
    public List<String> codeNames() {
        return files.stream().flatMap(f -> f.symbols().stream().filter(s -> !s.name().isEmpty()
                && f.codeSymbolAt(s.value()).filter(c -> c.value() == s.value()).isPresent())).map(ElfSymbol::name)
                .distinct().sorted().toList();
    }

    /** The nearest place in front of an address where symbols or source lines say that an instruction begins. */
    public OptionalInt codeStartBefore(int linear) {
        long before = linked(linear - 1);
        return files.stream().flatMap(f -> Stream.of(f.lineRangeAt(before).map(r -> r.range().start()),
                f.codeSymbolAt(before).map(ElfSymbol::value))).flatMap(Optional::stream)
                .mapToInt(start -> linear - 1 - (int) (before - start)).max();
    }

    /** A variable with static storage. */
    public Optional<VariableInfo> global(String name) {
        return files.stream().flatMap(f -> f.globals().stream()).filter(v -> v.name().equals(name)).findFirst();
    }
}
