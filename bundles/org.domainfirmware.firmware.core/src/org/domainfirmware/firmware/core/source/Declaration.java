package org.domainfirmware.firmware.core.source;

/**
 * Something with a name in a source file.
 *
 * @param offset  of the name, in characters
 * @param line    of the name, from 1
 * @param endLine last line of the whole declaration, from 1
 * @param defines false for a mere announcement, such as a prototype or .extern
 */
public record Declaration(String name, Kind kind, int offset, int line, int endLine, boolean defines) {
    /** Kinds, in the order in which one name's declarations are preferred. */
    public enum Kind {
        FUNCTION, INTERRUPT_HANDLER, LABEL, VARIABLE, MACRO, TYPE, CONSTANT
    }
}
