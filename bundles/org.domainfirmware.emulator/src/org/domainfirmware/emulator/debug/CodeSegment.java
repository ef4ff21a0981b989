package org.domainfirmware.emulator.debug;

/**
 * How bytes are read as code.
 *
 * @param base linear address of offset 0
 * @param big the D bit: operands and addresses have 32 bits unless a prefix says otherwise, else 16
 */
public record CodeSegment(int base, boolean big) { }
