package org.domainfirmware.firmware.core.symbols.elf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.domainfirmware.firmware.core.symbols.ByteCursor;
import org.domainfirmware.firmware.core.symbols.CodeBytes;
import org.domainfirmware.firmware.core.symbols.CorruptFile;

/**
 * A little-endian ELF file of 32 or 64 bits, as far as symbols need it. Every count is checked against
 * the file's size before anything is allocated for it. Source: System V ABI, chapters 4 and 5.
 */
public final class ElfFile {
    private static final int MAX_SECTIONS = 65_536;
    private static final int MAX_SYMBOLS = 1_000_000;

    private final byte[] data;
    private final boolean wide;
    private final List<ElfSection> sections;

    private ElfFile(byte[] data, boolean wide, List<ElfSection> sections) {
        this.data = data;
        this.wide = wide;
        this.sections = List.copyOf(sections);
    }

    /** True when the bytes begin as an ELF file does. */
    public static boolean isElf(byte[] data) {
        return data.length >= 4 && data[0] == 0x7F && data[1] == 'E' && data[2] == 'L' && data[3] == 'F';
    }

    /** Reads the headers. */
    public static ElfFile read(byte[] data) throws CorruptFile {
        if (!isElf(data)) {
            throw new CorruptFile("not an ELF file");
        }
        ByteCursor c = new ByteCursor(data);
        c.seek(4);
        int fileClass = c.u8();
        int order = c.u8();
        if (fileClass != 1 && fileClass != 2 || order != 1) {
            throw new CorruptFile("not a little-endian ELF file of 32 or 64 bits");
        }
        boolean wide = fileClass == 2;
        c.seek(wide ? 0x28 : 0x20);
        long tableAt = wide ? c.i64() : c.u32();
        c.seek(wide ? 0x3A : 0x2E);
        int entrySize = c.u16();
        int count = c.u16();
        int namesIndex = c.u16();
        if (entrySize < (wide ? 64 : 40) && count > 0 || count > MAX_SECTIONS) {
            throw new CorruptFile("the section header table is not one");
        }
        List<ElfSection> unnamed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            c.seek(tableAt + (long) i * entrySize);
            unnamed.add(readSection(c, i, wide));
        }
        ElfFile bare = new ElfFile(data, wide, unnamed);
        if (namesIndex >= count) {
            return bare;
        }
        ElfSection names = unnamed.get(namesIndex);
        List<ElfSection> named = new ArrayList<>();
        for (ElfSection s : unnamed) {
            named.add(new ElfSection(s.index(), bare.stringAt(names, Integer.parseInt(s.name())), s.type(), s.flags(),
                    s.address(), s.offset(), s.size(), s.link(), s.info(), s.entrySize()));
        }
        return new ElfFile(data, wide, named);
    }

    /** The name is still its number in the string table. */
    private static ElfSection readSection(ByteCursor c, int index, boolean wide) throws CorruptFile {
        int name = c.i32();
        int type = c.i32();
        int w = wide ? 8 : 4;
        long flags = c.unsigned(w);
        long address = c.unsigned(w);
        long offset = c.unsigned(w);
        long size = c.unsigned(w);
        int link = c.i32();
        int info = c.i32();
        c.skip(w);
        long entrySize = c.unsigned(w);
        return new ElfSection(index, Integer.toString(name), type, flags, address, offset, size, link, info, entrySize);
    }

    public List<ElfSection> sections() {
        return sections;
    }

    public Optional<ElfSection> section(String name) {
        return sections.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /** A cursor over a section's bytes; empty for one that the file does not have or that takes no space in it. */
    public ByteCursor contents(String name) {
        return section(name).map(this::contents).orElseGet(() -> new ByteCursor(new byte[0]));
    }

    /** The code that takes space in the file. */
    public List<CodeBytes> code() {
        List<CodeBytes> code = new ArrayList<>();
        for (ElfSection s : sections) {
            boolean inFile = s.type() != ElfSection.NOBITS && s.offset() >= 0 && s.size() > 0 && s.offset() + s.size() <= data.length;
            if (s.isExecutable() && s.isAllocated() && inFile) {
                code.add(new CodeBytes(s.address(), Arrays.copyOfRange(data, (int) s.offset(), (int) (s.offset() + s.size()))));
            }
        }
        return code;
    }

    private ByteCursor contents(ElfSection s) {
        if (s.type() == ElfSection.NOBITS || s.offset() < 0 || s.size() < 0 || s.offset() > data.length) {
            return new ByteCursor(new byte[0]);
        }
        long end = Math.min(data.length, s.offset() + s.size());
        return new ByteCursor(data, (int) s.offset(), (int) end);
    }

    private String stringAt(ElfSection table, int offset) throws CorruptFile {
        ByteCursor c = contents(table);
        c.seek(offset & 0xFFFFFFFFL);
        return c.string();
    }

    /** The symbol table, without section and file symbols; empty when stripped. */
    public List<ElfSymbol> symbols() throws CorruptFile {
        List<ElfSymbol> symbols = new ArrayList<>();
        for (ElfSection s : sections) {
            if (s.type() == ElfSection.SYMTAB && s.link() >= 0 && s.link() < sections.size()) {
                readSymbols(s, sections.get(s.link()), symbols);
            }
        }
        return symbols;
    }

    private void readSymbols(ElfSection table, ElfSection names, List<ElfSymbol> to) throws CorruptFile {
        ByteCursor c = contents(table);
        int size = wide ? 24 : 16;
        int count = Math.min(c.remaining() / size, MAX_SYMBOLS);
        for (int i = 0; i < count; i++) {
            int name = c.i32();
            long value;
            long length;
            int info;
            int section;
            if (wide) {
                info = c.u8();
                c.skip(1);
                section = c.u16();
                value = c.i64();
                length = c.i64();
            } else {
                value = c.u32();
                length = c.u32();
                info = c.u8();
                c.skip(1);
                section = c.u16();
            }
            ElfSymbol.Kind kind = kind(info & 15);
            if (kind != ElfSymbol.Kind.SECTION && kind != ElfSymbol.Kind.FILE && name != 0 && section != 0) {
                to.add(new ElfSymbol(stringAt(names, name), value, length, kind, info >>> 4 != 0, section));
            }
        }
    }

    private static ElfSymbol.Kind kind(int type) {
        return switch (type) {
            case 0 -> ElfSymbol.Kind.NONE;
            case 1 -> ElfSymbol.Kind.OBJECT;
            case 2 -> ElfSymbol.Kind.FUNCTION;
            case 3 -> ElfSymbol.Kind.SECTION;
            case 4 -> ElfSymbol.Kind.FILE;
            default -> ElfSymbol.Kind.OTHER;
        };
    }
}
