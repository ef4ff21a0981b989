package org.domainfirmware.firmware.core.symbols;

import java.util.List;

/** Where a variable's value is at some instruction. */
public sealed interface ValueLocation {
    /** @param address as the program addresses it: an offset in its data or stack segment */
    record InMemory(long address) implements ValueLocation { }

    /** @param number as in {@link FrameContext#register} */
    record InRegister(int number) implements ValueLocation { }

    /** A value known to the compiler or computed by an expression. */
    record Constant(long value) implements ValueLocation { }

    /** Not to be had here; {@code why} says so in words. */
    record Unavailable(String why) implements ValueLocation { }

    /** A part of a value. @param size bytes */
    record Piece(ValueLocation at, int size) { }

    /** Several places whose bytes together are the value, from its lowest byte upward. Source: DWARF 5, 2.6.1.2. */
    record InPieces(List<Piece> pieces) implements ValueLocation { }
}
