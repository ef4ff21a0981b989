package org.domainfirmware.firmware.core.symbols.dwarf;

import org.domainfirmware.firmware.core.symbols.ByteCursor;
import org.domainfirmware.firmware.core.symbols.CorruptFile;
import org.domainfirmware.firmware.core.symbols.elf.ElfFile;

/** The DWARF sections of a file, and look-ups in the string and address tables. */
record Sections(ElfFile elf) {
    ByteCursor section(String name) {
        return elf.contents(name);
    }

    private ByteCursor at(String name, long offset) throws CorruptFile {
        ByteCursor c = section(name);
        c.seek(offset);
        return c;
    }

    String string(long offset) throws CorruptFile {
        return at(".debug_str", offset).string();
    }

    String lineString(long offset) throws CorruptFile {
        return at(".debug_line_str", offset).string();
    }

    String indexedString(CompileUnit unit, long index) throws CorruptFile {
        int w = unit.offsetSize();
        long base = unit.strOffsetsBase == 0 ? 2L * w : unit.strOffsetsBase;
        return string(at(".debug_str_offsets", base + index * w).unsigned(w));
    }

    long indexedAddress(CompileUnit unit, long index) throws CorruptFile {
        long base = unit.addrBase == 0 ? 8 : unit.addrBase;
        return at(".debug_addr", base + index * unit.addressSize).unsigned(unit.addressSize);
    }
}
