package org.domainfirmware.debug.ui.model;

import java.util.Optional;
import java.util.OptionalInt;

/** Names of places in a guest's memory, as far as symbols are known. */
public interface SymbolNames {
    /** Knows nothing. */
    SymbolNames NONE = new SymbolNames() {
        @Override
        public String nameAt(int linear) {
            return "";
        }

        @Override
        public Optional<Line> lineAt(int linear) {
            return Optional.empty();
        }

        @Override
        public OptionalInt codeStartBefore(int linear) {
            return OptionalInt.empty();
        }

        @Override
        public OptionalInt addressOf(String name) {
            return OptionalInt.empty();
        }
    };

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
    Optional<Line> lineAt(int linear);

    /** The nearest place in front of an address where an instruction is known to begin. */
    OptionalInt codeStartBefore(int linear);

    /** Linear address of a symbol. */
    OptionalInt addressOf(String name);
}
