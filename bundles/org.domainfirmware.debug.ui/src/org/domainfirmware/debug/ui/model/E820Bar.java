package org.domainfirmware.debug.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.domainfirmware.emulator.debug.E820View;

/**
 * Where the pieces of a memory map are on a bar. One scale for 640 KiB and 4 GiB would leave the interesting part a line
 * wide, so each stretch up to 1 MiB, up to the end of RAM, up to 4 GiB and above has its own scale.
 */
public final class E820Bar {
    private static final long MIB = 1L << 20;
    private static final long FOUR_GIB = 1L << 32;
    private static final double[] SHARES = {0.45, 0.3, 0.25};

    /** A piece, its left and right edge from 0 to 1. */
    public record Piece(double left, double right, E820View.Entry entry) { }

    private final long[] stops;

    /** @param entries all that is to be shown on bars with this scale */
    public E820Bar(List<E820View.Entry> entries) {
        long ramEnd = 2 * MIB;
        TreeSet<Long> ends = new TreeSet<>();
        for (E820View.Entry e : entries) {
            long end = e.base() + e.length();
            if (end > 0) {
                ends.add(end);
                if (e.type() == 1 && end <= FOUR_GIB) {
                    ramEnd = Math.max(ramEnd, end);
                }
            }
        }
        long last = ends.isEmpty() ? FOUR_GIB : Math.max(FOUR_GIB, ends.last());
        stops = new long[] {0, MIB, ramEnd, last};
    }

    /** The scale's stretches: addresses where it changes. */
    public long[] stops() {
        return stops.clone();
    }

    /** The place of an address, 0 to 1. */
    public double place(long address) {
        double from = 0;
        for (int i = 0; i < SHARES.length; i++) {
            if (Long.compareUnsigned(address, stops[i + 1]) <= 0) {
                return from + SHARES[i] * (address - stops[i]) / (double) Math.max(1, stops[i + 1] - stops[i]);
            }
            from += SHARES[i];
        }
        return 1;
    }

    public List<Piece> pieces(List<E820View.Entry> entries) {
        List<Piece> pieces = new ArrayList<>();
        for (E820View.Entry e : entries) {
            if (e.length() != 0) {
                pieces.add(new Piece(place(e.base()), place(e.base() + e.length()), e));
            }
        }
        return pieces;
    }
}
