package org.domainfirmware.emulator.cpu.isa;

/** A piece of a disassembled line, typed so that views can colour it, link it and show values. */
public sealed interface Token {
    /** The piece as it is written. */
    String text();

    /** The mnemonic or a prefix in front of it. */
    record Name(String text) implements Token {
    }

    record Register(String text) implements Token {
    }

    /** An immediate or displacement. */
    record Number(int value, String text) implements Token {
    }

    /**
     * An offset in a segment: a jump's target or the address of a datum.
     *
     * @param code true for a target in CS
     * @param segment segment register number it is relative to
     * @param text the symbol's name where there is one, else the number
     */
    record Address(int offset, boolean code, int segment, String text) implements Token {
    }

    /** byte, word, dword, short, far ... */
    record Keyword(String text) implements Token {
    }

    /** Commas, brackets, plus signs, spaces. */
    record Punctuation(String text) implements Token {
    }
}
