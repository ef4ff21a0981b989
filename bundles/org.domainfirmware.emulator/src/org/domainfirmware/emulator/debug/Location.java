package org.domainfirmware.emulator.debug;

/** A place in memory as a firmware author writes it. */
public sealed interface Location {
    /** Real-mode notation; where the selector counts in protected mode, its descriptor is looked up. */
    record SegmentOffset(int selector, int offset) implements Location { }

    /** A linear address. */
    record Linear(int address) implements Location { }

    /** A physical address. */
    record Physical(int address) implements Location { }
}
