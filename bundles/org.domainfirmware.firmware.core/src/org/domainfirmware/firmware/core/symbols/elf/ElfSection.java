package org.domainfirmware.firmware.core.symbols.elf;

/**
 * A section header.
 *
 * @param address virtual address
 * @param offset in the file
 * @param size in bytes
 */
public record ElfSection(int index, String name, int type, long flags, long address, long offset, long size, int link,
        int info, long entrySize) {
    public static final int SYMTAB = 2;
    public static final int NOBITS = 8;
    private static final int ALLOC = 2;
    private static final int EXECINSTR = 4;
    /** Flags of a section of instructions. */
    public static final long CODE = ALLOC | EXECINSTR;

    /** True when it takes space in the guest's memory. */
    public boolean isAllocated() {
        return (flags & ALLOC) != 0;
    }

    /** True when it holds instructions. */
    public boolean isExecutable() {
        return (flags & EXECINSTR) != 0;
    }
}
