package org.domainfirmware.debug.ui.model;

import java.util.Optional;
import java.util.OptionalInt;

/** Names of places in a guest's memory, as far as symbols are known. */
public interface SymbolNames {
    /** Knows nothing. */
    SymbolNames NONE = linear -> "";

    /**
     * A source line.
     *
     * @param file path as the compiler recorded it
     * @param line from 1
     */
    record Line(String file, int line) { }

    /** "symbol" or "symbol+offset", "" when nothing is near. */
    String nameAt(int linear);

    /** The source line whose code is at an address. */
    default Optional<Line> lineAt(int linear) {
        return Optional.empty();
    }

    /** The nearest place in front of an address where an instruction is known to begin. */
    default OptionalInt codeStartBefore(int linear) {
        return OptionalInt.empty();
    }

    /** Linear address of a symbol. */
    default OptionalInt addressOf(String name) {
        return OptionalInt.empty();
    }
}
