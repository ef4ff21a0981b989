package org.domainfirmware.firmware.core.symbols;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * Binds the symbols of a linked ROM to the places where the machine sees its bytes: where it was linked, the alias below 4 GiB, and
 * copies that firmware makes in RAM (shadow copies at the same address need none). Immutable.
 */
public final class RomBinding {
    private static final long FOUR_GIGABYTES = 1L << 32;
    private static final long ONE_MEGABYTE = 0x100000;
    /** Copies are looked for at these steps: option ROMs are relocated to 2 KiB boundaries (PnP BIOS Specification 1.0A, 3.3). */
    private static final int COPY_STEP = 2048;
    /** A copy may differ in data that runs as part of it, but not in its beginning. */
    private static final int COMPARED = 256;

    /** Bytes of physical memory that show the image, from its first byte. */
    private record Place(long physical, long linked, int size) {
    }

    private final byte[] image;
    private final long base;
    private final List<Place> places;

    private RomBinding(byte[] image, long base, List<Place> places) {
        this.image = image;
        this.base = base;
        this.places = List.copyOf(places);
    }

    /**
     * The places a ROM has by itself.
     *
     * @param image its bytes
     * @param base  linear address its first byte was linked at
     */
    public static RomBinding of(byte[] image, long base) {
        List<Place> places = new ArrayList<>(List.of(new Place(base, base, image.length)));
        if (base + image.length == ONE_MEGABYTE) {
            // The chipset decodes the system ROM at both ends of the address space (Intel SDM volume 3, 9.1.4).
            places.add(new Place(FOUR_GIGABYTES - image.length, base, image.length));
        }
        return new RomBinding(image.clone(), base, places);
    }

    /** Also at a place where firmware copied the image to. */
    public RomBinding withCopyAt(long physical) {
        List<Place> more = new ArrayList<>(places);
        more.add(new Place(physical, base, image.length));
        return new RomBinding(image, base, more);
    }

    /**
     * Looks for copies of the image's beginning.
     *
     * @param memory physical memory from address 0
     */
    public RomBinding withCopiesIn(byte[] memory) {
        RomBinding found = this;
        int compared = Math.min(COMPARED, image.length);
        for (int at = 0; compared > 0 && at + image.length <= memory.length; at += COPY_STEP) {
            if (linkedAddress(at).isEmpty() && Arrays.equals(memory, at, at + compared, image, 0, compared)) {
                found = found.withCopyAt(at);
            }
        }
        return found;
    }

    /** Linear address its first byte was linked at. */
    public long base() {
        return base;
    }

    /** The address, as linked, of the byte at a physical address; empty when this ROM is not there. */
    public OptionalLong linkedAddress(long physical) {
        for (Place p : places) {
            if (physical >= p.physical() && physical < p.physical() + p.size()) {
                return OptionalLong.of(p.linked() + physical - p.physical());
            }
        }
        return OptionalLong.empty();
    }

    /** Offset in the image of a linked address; empty when it is outside. */
    public OptionalLong imageOffset(long linked) {
        return linked >= base && linked < base + image.length ? OptionalLong.of(linked - base) : OptionalLong.empty();
    }

    /** All physical addresses of a linked address, the linked one first: where a breakpoint has to be. */
    public List<Long> physicalAddresses(long linked) {
        return places.stream().filter(p -> linked >= p.linked() && linked < p.linked() + p.size())
                .map(p -> p.physical() + linked - p.linked()).toList();
    }
}
