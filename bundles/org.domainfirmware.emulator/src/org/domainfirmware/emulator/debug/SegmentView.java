package org.domainfirmware.emulator.debug;

/**
 * A segment register with its hidden part.
 *
 * @param name "CS", ..., "LDTR", "TR"
 * @param limit in bytes, granularity applied
 * @param access as VMX lays it out: bits 0-3 type, 4 S, 5-6 DPL, 7 P, 12 AVL, 14 D/B, 15 G, 16 unusable
 * @param loadedAt linear address of the instruction that loaded limit and access from a descriptor, or -1 when none did
 */
public record SegmentView(String name, int selector, int base, int limit, int access, long loadedAt) { }
