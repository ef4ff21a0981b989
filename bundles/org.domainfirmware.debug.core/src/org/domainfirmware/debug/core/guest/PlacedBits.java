package org.domainfirmware.debug.core.guest;

import java.util.List;

/** The bytes of numbers, read and changed where they are in one frame. */
final class PlacedBits {
    private final GuestFrame frame;
    private final GuestMemory memory;
    private final Inspector.RegisterWriter writer;

    /** @param writer null when registers cannot be changed */
    PlacedBits(GuestFrame frame, GuestMemory memory, Inspector.RegisterWriter writer) {
        this.frame = frame;
        this.memory = memory;
        this.writer = writer;
    }

    /** @param size of the number, 1 to 8 bytes; what is above them is not cleared */
    long read(Place place, int size) throws InspectionException {
        if (place instanceof Place.InMemory m) {
            return memory.number(m.linear(), size);
        }
        if (place instanceof Place.InRegister r) {
            return (frame.registers().values()[r.number()] & 0xFFFFFFFFL) >>> Byte.SIZE * r.first();
        }
        if (place instanceof Place.Computed c) {
            return c.value();
        }
        if (place instanceof Place.Nowhere n) {
            throw new InspectionException(n.why());
        }
        long whole = 0;
        int at = 0;
        for (Place.Piece p : pieces(place, size)) {
            whole |= (read(p.at(), p.size()) & mask(p.size())) << Byte.SIZE * at;
            at += p.size();
        }
        return whole;
    }

    boolean canWrite(Place place, int size) {
        return place instanceof Place.InMemory || place instanceof Place.InRegister && writer != null
                || place instanceof Place.InPieces && pieces(place, size).stream().allMatch(p -> canWrite(p.at(), p.size()));
    }

    /** Only where {@link #canWrite}. */
    void write(Place place, int size, long value) throws InspectionException {
        if (place instanceof Place.InMemory m) {
            byte[] bytes = new byte[size];
            for (int i = 0; i < size; i++) {
                bytes[i] = (byte) (value >>> Byte.SIZE * i);
            }
            memory.write(m.linear(), bytes);
        } else if (place instanceof Place.InRegister r) {
            int shift = Byte.SIZE * r.first();
            int mask = (int) mask(size) << shift;
            writer.write(r.number(), frame.registers().values()[r.number()] & ~mask | (int) value << shift & mask);
        } else {
            int at = 0;
            for (Place.Piece p : pieces(place, size)) {
                write(p.at(), p.size(), value >>> Byte.SIZE * at);
                at += p.size();
            }
        }
    }

    private static List<Place.Piece> pieces(Place place, int size) {
        Place whole = place.part(0, size);
        return whole instanceof Place.InPieces p ? p.pieces() : List.of(new Place.Piece(whole, size));
    }

    private static long mask(int size) {
        return -1L >>> Long.SIZE - Byte.SIZE * Math.min(Math.max(size, 1), Long.BYTES);
    }
}
