package org.domainfirmware.firmware.core.symbols;

/**
 * Code of a source line without a gap.
 *
 * @param statement a debugger may stop at its start
 */
public record LineRange(AddressRange range, SourceLine line, boolean statement) { }
