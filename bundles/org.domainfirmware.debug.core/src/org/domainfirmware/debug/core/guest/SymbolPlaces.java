package org.domainfirmware.debug.core.guest;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.debug.Location;

/**
 * Where the code of a linked address is met in memory. ROMs are met at physical addresses, so that shadow RAM and every
 * segment that reaches them count; the system ROM also below 4 GiB. Other code is met where it is linked.
 */
public final class SymbolPlaces {
    private static final long VGA_ROM = 0xC0000;
    private static final long SYSTEM_ROM = 0xE0000;
    private static final long ONE_MIB = 0x100000;
    private static final int HIGH = 0xFFF00000;

    private SymbolPlaces() {
    }

    /** All places of an address; the usual one first. */
    public static List<Location> at(long linked) {
        List<Location> places = new ArrayList<>();
        if (linked >= VGA_ROM && linked < ONE_MIB) {
            places.add(new Location.Physical((int) linked));
            if (linked >= SYSTEM_ROM) {
                places.add(new Location.Physical((int) linked | HIGH));
            }
        } else {
            places.add(new Location.Linear((int) linked));
        }
        return places;
    }
}
