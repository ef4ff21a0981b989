package org.domainfirmware.firmware.core.symbols.elf;

/**
 * An entry of the symbol table.
 *
 * @param value address as linked
 * @param size bytes, 0 when unknown
 */
public record ElfSymbol(String name, long value, long size, Kind kind, boolean global, int section) {
    /** Section number of a symbol that lies in none: SHN_ABS. */
    public static final int ABSOLUTE = 0xFFF1;

    /** STT_* as far as firmware uses them. */
    public enum Kind { NONE, OBJECT, FUNCTION, SECTION, FILE, OTHER }
}
