package org.domainfirmware.emulator.debug;

import java.util.List;

/**
 * How a linear address becomes a physical one.
 *
 * @param linear the address
 * @param steps the entries on the way, CR3 first; only the result when paging is off
 * @param physical the physical address of up to 36 bits, or -1 when an access faults
 * @param result the last line, in words
 */
public record PageWalkView(int linear, List<Step> steps, long physical, String result) {
    public PageWalkView {
        steps = List.copyOf(steps);
    }

    /**
     * An entry on the way.
     *
     * @param name "CR3", "PDPTE 3", "PDE 1", "PTE 5"
     * @param address physical address of the entry, -1 for a register
     * @param value the entry
     * @param bytes its size, 4 or 8
     * @param words what it says
     * @param good whether the walk goes on behind it
     */
    public record Step(String name, long address, long value, int bytes, String words, boolean good) { }
}
