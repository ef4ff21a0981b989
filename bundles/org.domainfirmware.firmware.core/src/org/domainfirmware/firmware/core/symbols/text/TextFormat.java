package org.domainfirmware.firmware.core.symbols.text;

import java.util.function.Function;

import org.domainfirmware.firmware.core.symbols.CorruptFile;

/** The kinds of text in which tools say where symbols are. */
public enum TextFormat {
    LD_MAP(LinkerMap::readLd, ""),
    LD86_MAP(LinkerMap::readLd86, ""),
    NASM_LISTING(NasmListing::read, ".asm"),
    AS86_LISTING(As86Listing::read, ".s"),
    SYMBOL_FILE(SymbolFile::read, "");

    private final Function<String, TextSymbols> reader;
    private final String sourceEnding;

    TextFormat(Function<String, TextSymbols> reader, String sourceEnding) {
        this.reader = reader;
        this.sourceEnding = sourceEnding;
    }

    /**
     * A text that was understood.
     *
     * @param symbols what it says; at least a symbol or a line
     */
    public record Read(TextFormat format, TextSymbols symbols) {
    }

    /** How the names of this format's sources usually end; empty when it has no lines. */
    public String sourceEnding() {
        return sourceEnding;
    }

    /**
     * Reads a text of unknown format: the right reader is the one that understands most of it.
     *
     * @throws CorruptFile when no reader finds anything
     */
    public static Read read(String text) throws CorruptFile {
        Read best = null;
        for (TextFormat format : values()) {
            TextSymbols symbols = format.reader.apply(text);
            if (entries(symbols) > (best == null ? 0 : entries(best.symbols()))) {
                best = new Read(format, symbols);
            }
        }
        if (best == null) {
            throw new CorruptFile("is neither an ELF file nor a listing, a map or a list of symbols");
        }
        return best;
    }

    private static int entries(TextSymbols symbols) {
        return symbols.symbols().size() + symbols.lines().size();
    }
}
