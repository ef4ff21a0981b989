package org.domainfirmware.debug.core.guest;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.debug.core.guest.FrameRegisters.SegmentPart;

/** Where a value is. */
public sealed interface Place {
    /** Where some of its bytes are. @param size 0 when it is not known */
    Place part(int offset, int size);

    /** At an offset of a segment. */
    record InMemory(SegmentPart segment, int offset) implements Place {
        public int linear() {
            return segment.base() + offset;
        }

        @Override
        public InMemory part(int at, int size) {
            return new InMemory(segment, offset + at);
        }

        /** "9E00:0F5C (linear 0009EF5C)", or the linear address alone in a segment from 0. */
        @Override
        public String toString() {
            boolean wide = segment.big() || offset >>> 16 != 0;
            return String.format(wide ? "%04X:%08X (linear %08X)" : "%04X:%04X (linear %08X)", segment.selector(), offset,
                    linear());
        }
    }

    /**
     * @param number EAX ECX EDX EBX ESP EBP ESI EDI
     * @param first the lowest byte that belongs to it, from 0 to 3
     */
    record InRegister(int number, int first) implements Place {
        @Override
        public Place part(int offset, int size) {
            return offset == 0 ? this : first + offset + Math.max(size, 1) <= Integer.BYTES ? new InRegister(number, first + offset)
                    : new Nowhere("beyond its register");
        }
    }

    /** Computed; it cannot be changed. */
    record Computed(long value) implements Place {
        @Override
        public Place part(int offset, int size) {
            if (offset >= Long.BYTES) {
                return new Nowhere("beyond what is known of it");
            }
            long bits = value >>> Byte.SIZE * offset;
            return new Computed(size >= Long.BYTES || size <= 0 ? bits : bits & (1L << Byte.SIZE * size) - 1);
        }
    }

    /** Some of its bytes. */
    record Piece(Place at, int size) { }

    /** In several places, from the lowest byte upward; some may be nowhere. */
    record InPieces(List<Piece> pieces) implements Place {
        @Override
        public Place part(int offset, int size) {
            List<Piece> found = new ArrayList<>();
            int end = offset + Math.max(size, 1);
            int start = 0;
            for (Piece p : pieces) {
                int from = Math.max(offset, start);
                int bytes = Math.min(end, start + p.size) - from;
                if (bytes > 0) {
                    found.add(new Piece(p.at.part(from - start, bytes), bytes));
                }
                start += p.size;
            }
            return found.isEmpty() ? new Nowhere("optimized out") : found.size() == 1 ? found.get(0).at : new InPieces(found);
        }
    }

    /** Not to be had; {@code why} says so for the user. */
    record Nowhere(String why) implements Place {
        @Override
        public Place part(int offset, int size) {
            return this;
        }
    }
}
