package org.domainfirmware.firmware.core.rom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.domainfirmware.firmware.core.symbols.AddressRange;
import org.domainfirmware.firmware.core.symbols.DebugInfo;
import org.domainfirmware.firmware.core.symbols.FunctionInfo;
import org.domainfirmware.firmware.core.symbols.elf.ElfSymbol;

/**
 * What is where in a ROM image: its functions and data by the symbols of the linked file, and the rest as free space.
 *
 * @param base     linear address of the image's first byte, where its symbols put it
 * @param size     bytes
 * @param pieces   by offset, not overlapping
 * @param warnings sentences about what is wrong with the image; empty for a good one
 */
public record RomLayout(long base, int size, List<RomPiece> pieces, List<String> warnings) {
    /** Shorter runs of one value are padding between functions, or data. */
    static final int MIN_FREE = 16;
    private static final long ONE_MEGABYTE = 0x100000;
    private static final long OPTION_ROMS = 0xC0000;
    private static final long ROM_STEP = 0x800;

    public RomLayout {
        pieces = List.copyOf(pieces);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads an image.
     *
     * @param info the symbols of its linked file, at linear addresses; null when there are none
     */
    public static RomLayout of(byte[] image, DebugInfo info) {
        return of(image, info, base(image, info));
    }

    /** Reads an image whose symbols were bound to it. */
    public static RomLayout bound(byte[] image, RomSymbols symbols) {
        return of(image, symbols.info(), symbols.base());
    }

    private static RomLayout of(byte[] image, DebugInfo info, long base) {
        boolean option = OptionRomHeader.isOptionRom(image);
        NavigableMap<Integer, RomPiece> pieces = new TreeMap<>();
        if (option) {
            HeaderPieces.of(image).forEach(p -> pieces.put(p.offset(), p));
        }
        if (info != null) {
            functions(info, base, image.length, pieces);
            symbols(info, base, image.length, pieces);
        }
        List<String> warnings = new ArrayList<>(option ? OptionRomHeader.check(image) : SystemRomCheck.check(image));
        if (!option && info != null) {
            warnings.addAll(FixedEntryCheck.check(image, info));
        }
        return new RomLayout(base, image.length, withFree(image, pieces), warnings);
    }

    /** Linear address of an image's first byte: a system ROM ends at 1 MiB, an option ROM is where its symbols (null: none) say. */
    static long base(byte[] image, DebugInfo info) {
        return OptionRomHeader.isOptionRom(image) ? optionBase(info) : ONE_MEGABYTE - image.length;
    }

    /** A ROM scan finds option ROMs at steps of 2 KiB: the one where the symbols begin. */
    private static long optionBase(DebugInfo info) {
        return info == null ? OPTION_ROMS : info.symbols().stream().filter(s -> s.section() > 0).mapToLong(ElfSymbol::value)
                .filter(v -> v >= OPTION_ROMS && v < ONE_MEGABYTE).min().orElse(OPTION_ROMS) & -ROM_STEP;
    }

    private static void functions(DebugInfo info, long base, int size, NavigableMap<Integer, RomPiece> pieces) {
        for (FunctionInfo f : info.functions()) {
            for (AddressRange r : f.ranges()) {
                add(RomPiece.Kind.FUNCTION, f.name(), r.start() - base, r.end() - r.start(), size, pieces);
            }
        }
    }

    /** Sized symbols as they are; labels of assembly reach to the next symbol, or to the end of what is not free. */
    private static void symbols(DebugInfo info, long base, int size, NavigableMap<Integer, RomPiece> pieces) {
        List<ElfSymbol> all = info.symbols().stream().filter(s -> s.kind() != ElfSymbol.Kind.FILE && s.kind() != ElfSymbol.Kind.SECTION
                && s.section() > 0 && !s.name().isEmpty() && !s.name().startsWith(".")).sorted(Comparator.comparing(ElfSymbol::value)).toList();
        for (ElfSymbol s : all) {
            if (s.size() > 0) {
                RomPiece.Kind kind = s.kind() == ElfSymbol.Kind.FUNCTION ? RomPiece.Kind.FUNCTION : RomPiece.Kind.DATA;
                add(kind, s.name(), s.value() - base, s.size(), size, pieces);
            }
        }
        for (int i = 0; i < all.size(); i++) {
            ElfSymbol s = all.get(i);
            if (s.size() == 0) {
                long next = i + 1 < all.size() ? all.get(i + 1).value() : base + size;
                add(RomPiece.Kind.ENTRY, s.name(), s.value() - base, next - s.value(), size, pieces);
            }
        }
    }

    private static void add(RomPiece.Kind kind, String name, long offset, long length, int size, NavigableMap<Integer, RomPiece> pieces) {
        if (offset < 0 || offset >= size || length <= 0) {
            return;
        }
        int start = (int) offset;
        var before = pieces.floorEntry(start);
        if (before != null && before.getValue().end() > start) {
            return;
        }
        Integer next = pieces.higherKey(start);
        int end = (int) Math.min(offset + length, next == null ? size : next);
        pieces.put(start, new RomPiece(kind, name, start, end - start));
    }

    /** Splits off the free ends of labels, and fills the gaps: with free space where there is one value, else with unnamed data. */
    private static List<RomPiece> withFree(byte[] image, NavigableMap<Integer, RomPiece> pieces) {
        List<RomPiece> all = new ArrayList<>();
        int at = 0;
        for (RomPiece piece : pieces.values()) {
            gap(image, at, piece.offset(), all);
            int used = piece.kind() == RomPiece.Kind.ENTRY ? withoutTail(image, piece) : piece.size();
            if (used > 0) {
                all.add(new RomPiece(piece.kind(), piece.name(), piece.offset(), used));
            }
            gap(image, piece.offset() + used, piece.end(), all);
            at = piece.end();
        }
        gap(image, at, image.length, all);
        return all;
    }

    private static int withoutTail(byte[] image, RomPiece piece) {
        int end = piece.end();
        while (end > piece.offset() && image[end - 1] == image[piece.end() - 1] && isFiller(image[end - 1])) {
            end--;
        }
        return piece.end() - end >= MIN_FREE ? end - piece.offset() : piece.size();
    }

    private static void gap(byte[] image, int from, int to, List<RomPiece> all) {
        int start = from;
        while (start < to) {
            int end = start + 1;
            while (end < to && image[end] == image[start]) {
                end++;
            }
            boolean free = isFiller(image[start]) && end - start >= MIN_FREE;
            RomPiece last = all.isEmpty() ? null : all.get(all.size() - 1);
            if (!free && last != null && last.kind() == RomPiece.Kind.DATA && last.name().isEmpty() && last.end() == start) {
                all.set(all.size() - 1, new RomPiece(last.kind(), "", last.offset(), end - last.offset()));
            } else {
                all.add(new RomPiece(free ? RomPiece.Kind.FREE : RomPiece.Kind.DATA, "", start, end - start));
            }
            start = end;
        }
    }

    private static boolean isFiller(byte b) {
        return b == 0 || b == (byte) 0xFF;
    }

    /** What the bytes add up to, modulo 256, and whether that is as it has to be: an option ROM adds up to 0 over the length in its header. */
    public static String checksum(byte[] image) {
        if (!OptionRomHeader.isOptionRom(image)) {
            return String.format("bytes add up to %02Xh", RomChecksum.sum(image, 0, image.length));
        }
        int sum = RomChecksum.sum(image, 0, (image[2] & 0xFF) * OptionRomHeader.UNIT);
        return sum == 0 ? "checksum good" : String.format("checksum wrong by %02Xh", sum);
    }

    /** Bytes of free space. */
    public int free() {
        return pieces.stream().filter(p -> p.kind() == RomPiece.Kind.FREE).mapToInt(RomPiece::size).sum();
    }
}
