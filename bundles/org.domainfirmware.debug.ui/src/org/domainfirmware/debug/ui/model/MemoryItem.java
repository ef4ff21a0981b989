package org.domainfirmware.debug.ui.model;

/**
 * A piece of a structure in real-mode memory.
 *
 * @param bytes how long it is
 */
public record MemoryItem(int segment, int offset, int bytes) { }
