package org.domainfirmware.emulator.cpu.isa;

/** Names for addresses, asked by the disassembler. */
@FunctionalInterface
public interface Symbols {
    /** Knows no names. */
    Symbols NONE = (segment, offset) -> null;

    /**
     * The name of an address, or null.
     *
     * @param segment segment register number the offset is relative to
     */
    String nameOf(int segment, int offset);
}
