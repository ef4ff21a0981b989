package org.domainfirmware.firmware.core.symbols;

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
}
