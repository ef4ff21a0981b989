package org.domainfirmware.debug.core.guest;

import org.domainfirmware.debug.core.guest.FrameRegisters.SegmentPart;

/** Where a value is. */
public sealed interface Place {
    /** At an offset of a segment. */
    record InMemory(SegmentPart segment, int offset) implements Place {
        public int linear() {
            return segment.base() + offset;
        }

        InMemory plus(int bytes) {
            return new InMemory(segment, offset + bytes);
        }

        /** "9E00:0F5C (linear 0009EF5C)", or the linear address alone in a segment from 0. */
        @Override
        public String toString() {
            boolean wide = segment.big() || offset >>> 16 != 0;
            return String.format(wide ? "%04X:%08X (linear %08X)" : "%04X:%04X (linear %08X)", segment.selector(), offset,
                    linear());
        }
    }

    /** @param number EAX ECX EDX EBX ESP EBP ESI EDI */
    record InRegister(int number) implements Place { }

    /** Computed; it cannot be changed. */
    record Computed(long value) implements Place { }

    /** Not to be had; {@code why} says so for the user. */
    record Nowhere(String why) implements Place { }
}
