package org.domainfirmware.emulator.debug;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.memory.PhysicalMemory;

/** What the machine really has at its physical addresses, to hold an E820 map against. */
public final class TrueMemoryMap {
    private static final int USABLE = 1;
    private static final int RESERVED = 2;
    private static final int PAGES = 1 << 20;

    private enum What { RAM, ROM, DEVICE, NOTHING }

    private TrueMemoryMap() {
    }

    /** Ranges in address order; what nobody answers is left out. */
    public static List<E820View.Entry> of(PhysicalMemory memory) {
        List<E820View.Entry> map = new ArrayList<>();
        int from = 0;
        What what = kind(memory, 0);
        for (int page = 1; page <= PAGES; page++) {
            What next = page == PAGES ? null : kind(memory, page << PhysicalMemory.PAGE_BITS);
            if (next != what) {
                add(map, from, page, what);
                from = page;
                what = next;
            }
        }
        return map;
    }

    private static void add(List<E820View.Entry> map, int from, int end, What what) {
        if (what != What.NOTHING) {
            long base = (long) from << PhysicalMemory.PAGE_BITS;
            long length = (long) (end - from) << PhysicalMemory.PAGE_BITS;
            map.add(new E820View.Entry(base, length, what == What.RAM ? USABLE : RESERVED, what.name()));
        }
    }

    private static What kind(PhysicalMemory memory, int address) {
        int read = memory.readPage(address);
        if (read >= 0) {
            return read < memory.ramSize() && memory.writePage(address) == read ? What.RAM : What.ROM;
        }
        return read == -1 ? What.NOTHING : What.DEVICE;
    }
}
