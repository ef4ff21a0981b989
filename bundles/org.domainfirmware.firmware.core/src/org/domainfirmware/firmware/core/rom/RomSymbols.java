package org.domainfirmware.firmware.core.rom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.domainfirmware.firmware.core.symbols.AddressRange;
import org.domainfirmware.firmware.core.symbols.CodeBytes;
import org.domainfirmware.firmware.core.symbols.CorruptFile;
import org.domainfirmware.firmware.core.symbols.DebugInfo;
import org.domainfirmware.firmware.core.symbols.LineRange;
import org.domainfirmware.firmware.core.symbols.SourceLine;
import org.domainfirmware.firmware.core.symbols.text.TextFormat;
import org.domainfirmware.firmware.core.symbols.text.TextSymbols;

/**
 * The one symbol service of a ROM image: what its build left about it, be it a linked ELF file, a listing, a map or a list of symbols,
 * at the linear addresses the image was made for. Immutable.
 *
 * @param file    what the symbols were read from
 * @param info    the symbols, at linear addresses
 * @param base    linear address of the image's first byte
 */
public record RomSymbols(Path file, DebugInfo info, long base) {
    /** Endings of the files that are looked for beside an image, the ones that say most first. */
    private static final List<String> ENDINGS = List.of(".elf", ".lst", ".sym", ".map", ".txt");
    private static final List<String> IMAGES = List.of(".rom", ".bin");
    /** A listing of a ROM has a few megabytes. */
    private static final long MAX_TEXT = 64L << 20;
    private static final int SEGMENT = 0x10000;
    private static final byte[] ELF = { 0x7F, 'E', 'L', 'F' };

    /** The file with the symbols of an image: the one beside it that has its name but for the ending. */
    public static Optional<Path> fileBeside(Path rom) {
        String stem = stem(rom);
        return ENDINGS.stream().map(e -> rom.resolveSibling(stem + e)).filter(p -> !p.equals(rom) && Files.isRegularFile(p)).findFirst();
    }

    /**
     * Reads the symbols of an image.
     *
     * @param rom  the image
     * @param file its symbols, in any of the formats
     * @throws CorruptFile when it has none of the formats
     * @throws IOException when one of them cannot be read
     */
    public static RomSymbols read(Path rom, Path file) throws IOException, CorruptFile {
        byte[] image = Files.readAllBytes(rom);
        if (isElf(file)) {
            return of(file, image, DebugInfo.read(file));
        }
        if (Files.size(file) > MAX_TEXT) {
            throw new CorruptFile(file + " has " + Files.size(file) + " bytes, more than a listing of a ROM can have");
        }
        TextFormat.Read read = TextFormat.read(Files.readString(file, StandardCharsets.ISO_8859_1));
        return of(file, image, bind(read, new CodeBytes(RomLayout.base(image, null), image), file));
    }

    /**
     * Reads symbols of any kind for one who has only their file: those of a text are bound to the image beside it that has its name.
     *
     * @throws CorruptFile when it has none of the formats, or there is no image to bind a text to
     * @throws IOException when a file cannot be read
     */
    public static DebugInfo readAny(Path file) throws IOException, CorruptFile {
        if (isElf(file)) {
            return DebugInfo.read(file);
        }
        String stem = stem(file);
        Path image = imageBeside(file).orElseThrow(() -> new CorruptFile("is no ELF file, and there is no image " + stem + ".rom or "
                + stem + ".bin beside it"));
        return read(image, file).info();
    }

    /** The image beside a file with symbols that has its name. */
    public static Optional<Path> imageBeside(Path file) {
        return IMAGES.stream().map(e -> file.resolveSibling(stem(file) + e)).filter(Files::isRegularFile).findFirst();
    }

    /** The symbols of an image that are read already, at the linear addresses it was linked for. */
    public static RomSymbols of(Path file, byte[] image, DebugInfo info) {
        return new RomSymbols(file, info, RomLayout.base(image, info));
    }

    /** True when a file starts as an ELF file does. */
    public static boolean isElf(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ELF.length), ELF);
        }
    }

    /**
     * Puts what a text says to its linear addresses. Assemblers count from the image's first byte or from the start of the segment it
     * runs in, and linkers that know the place say linear addresses: which of them is seen from the largest address in the image.
     */
    private static DebugInfo bind(TextFormat.Read read, CodeBytes image, Path file) {
        TextSymbols text = read.symbols();
        long shift = shift(text, image.bytes().length, image.address());
        Map<String, Long> labels = new LinkedHashMap<>();
        text.symbols().forEach(s -> labels.putIfAbsent(s.name(), s.address() + shift));
        List<LineRange> lines = new ArrayList<>();
        String source = text.lines().isEmpty() ? "" : source(file, read.format());
        for (TextSymbols.Line l : text.lines()) {
            long start = l.address() + shift;
            lines.add(new LineRange(new AddressRange(start, start + l.size()), new SourceLine(source, l.line(), 0), true));
        }
        return DebugInfo.of(labels, lines, image);
    }

    private static long shift(TextSymbols text, int size, long base) {
        List<Long> all = new ArrayList<>(text.symbols().stream().map(TextSymbols.Symbol::address).toList());
        text.lines().forEach(l -> all.add(l.address()));
        if (all.stream().anyMatch(a -> a >= base && a < base + size)) {
            return 0;
        }
        // Names of numbers lie anywhere: most decide.
        long inImage = all.stream().filter(a -> a >= 0 && a < size).count();
        long inSegment = all.stream().filter(a -> a >= base % SEGMENT && a < base % SEGMENT + size).count();
        return inSegment > inImage ? base - base % SEGMENT : base;
    }

    /** A listing does not say of what it is: of the file that has its name, beside it or anywhere. */
    private static String source(Path listing, TextFormat format) {
        String stem = stem(listing);
        for (String ending : List.of(".asm", ".nasm", ".s", ".S", ".a86")) {
            Path source = listing.resolveSibling(stem + ending);
            if (Files.isRegularFile(source)) {
                return source.toString();
            }
        }
        return stem + format.sourceEnding();
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    }
}
