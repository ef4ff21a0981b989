package org.domainfirmware.firmware.core.symbols.text;

import java.util.List;

/**
 * What a listing, map or symbol file says.
 *
 * @param symbols names with addresses
 * @param lines   source lines with addresses, by ascending line
 * @param dropped entries beyond {@link #MAX_ENTRIES}, left out
 */
public record TextSymbols(List<Symbol> symbols, List<Line> lines, int dropped) {
    /** No firmware has as many; a file that claims more is damaged. */
    public static final int MAX_ENTRIES = 1_000_000;

    public TextSymbols {
        symbols = List.copyOf(symbols);
        lines = List.copyOf(lines);
    }

    /**
     * A name and its address.
     *
     * @param section number or name of the section as the tool has it; empty when it has none
     * @param address offset in the section, or address, as printed
     */
    public record Symbol(String name, String section, long address) {
    }

    /**
     * A line of source and the address of the first byte it makes.
     *
     * @param line from 1
     * @param size bytes it makes as far as printed, at least 1
     */
    public record Line(int line, long address, int size) {
    }
}
