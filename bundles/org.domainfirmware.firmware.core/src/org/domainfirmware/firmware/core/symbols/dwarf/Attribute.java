package org.domainfirmware.firmware.core.symbols.dwarf;

/**
 * An attribute of an entry.
 *
 * @param number a constant, address, offset or absolute reference; 0 for strings and blocks
 * @param text a string, or null
 * @param block an expression or block, or null
 */
record Attribute(int name, int form, long number, String text, byte[] block) {
    /** True for an offset into a list section, as opposed to an expression or constant. */
    boolean isListOffset() {
        return form == Dw.FORM_SEC_OFFSET || form == Dw.FORM_LOCLISTX || form == Dw.FORM_RNGLISTX;
    }
}
