package org.domainfirmware.firmware.core.symbols;

/**
 * A place in a source file.
 *
 * @param file path as the compiler recorded it, made absolute by its working directory where that is known
 * @param line from 1; 0 when the compiler gave none
 * @param column from 1; 0 when the compiler gave none
 */
public record SourceLine(String file, int line, int column) { }
