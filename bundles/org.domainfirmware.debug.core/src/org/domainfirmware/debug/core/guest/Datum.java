package org.domainfirmware.debug.core.guest;

import org.domainfirmware.firmware.core.symbols.TypeInfo;

/**
 * A typed value of the guest: a variable, a member, an element, or what an expression gives.
 *
 * @param name as shown: "r", "[3]", "*p"
 * @param bitOffset of a bit field, from the least significant bit of its place
 * @param bitSize 0 when it is no bit field
 */
public record Datum(String name, TypeInfo type, Place place, int bitOffset, int bitSize) {
    static final TypeInfo INT = new TypeInfo.Base("int", 4, TypeInfo.Encoding.SIGNED);
    static final TypeInfo LONG_LONG = new TypeInfo.Base("long long", 8, TypeInfo.Encoding.SIGNED);

    public static Datum of(String name, TypeInfo type, Place place) {
        return new Datum(name, type, place, 0, 0);
    }

    /** A number without a place. */
    static Datum number(long value) {
        boolean fits = value == (int) value;
        return of("", fits ? INT : LONG_LONG, new Place.Computed(value));
    }

    Datum named(String newName) {
        return new Datum(newName, type, place, bitOffset, bitSize);
    }

    /** True when it holds no number of its own but parts. */
    public boolean isAggregate() {
        TypeInfo t = type.resolved();
        return t instanceof TypeInfo.Struct || t instanceof TypeInfo.Array;
    }
}
