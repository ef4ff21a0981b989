package org.domainfirmware.emulator.cpu.sem.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.fault.Vector;

/** Reading and marking descriptors in the GDT and LDT. Source: SDM volume 3, 3.5.1. */
final class DescriptorTables {
    private DescriptorTables() {
    }

    /** True for selectors 0 to 3. */
    static boolean isNull(int selector) {
        return (selector & 0xFFFC) == 0;
    }

    /** Error code that names a selector. */
    static int error(Cpu c, int selector) {
        return selector & 0xFFFC | c.ext;
    }

    /** Linear address of a selector's descriptor, or -1 (as a long) when it is beyond the table. */
    static long addressOf(Cpu c, int selector) {
        boolean local = (selector & 4) != 0;
        int last = selector | 7;
        if (local) {
            if (c.s.ldtr.isNull() || Integer.compareUnsigned(last, c.s.ldtr.limit) > 0) {
                return -1;
            }
            return c.s.ldtr.base + (selector & 0xFFF8) & 0xFFFFFFFFL;
        }
        if (last > c.s.gdtLimit) {
            return -1;
        }
        return c.s.gdtBase + (selector & 0xFFF8) & 0xFFFFFFFFL;
    }

    /** Fetches a descriptor, or raises {@code vector} with the selector when it is beyond its table. */
    static Descriptor fetch(Cpu c, int selector, int vector) {
        long at = addressOf(c, selector);
        if (at < 0) {
            throw c.fault.of(vector, error(c, selector));
        }
        return readAt(c, (int) at);
    }

    /** Fetches a descriptor, or gives null when it is beyond its table (LAR, LSL, VERR, VERW). */
    static Descriptor fetchOrNull(Cpu c, int selector) {
        long at = isNull(selector) ? -1 : addressOf(c, selector);
        return at < 0 ? null : readAt(c, (int) at);
    }

    static Descriptor readAt(Cpu c, int linear) {
        return new Descriptor(c.linear.readSystem(linear, 4), c.linear.readSystem(linear + 4, 4));
    }

    /** Sets the accessed bit of a code or data descriptor in its table; gives it with the bit set. */
    static Descriptor markAccessed(Cpu c, int selector, Descriptor d) {
        if ((d.high() & Descriptor.ACCESSED) != 0) {
            return d;
        }
        int high = d.high() | Descriptor.ACCESSED;
        c.linear.writeSystem((int) addressOf(c, selector) + 4, 4, high);
        return new Descriptor(d.low(), high);
    }

    /** Sets or clears the busy bit of a TSS descriptor in the GDT. */
    static void markBusy(Cpu c, int selector, boolean busy) {
        int at = c.s.gdtBase + (selector & 0xFFF8) + 4;
        int high = c.linear.readSystem(at, 4);
        c.linear.writeSystem(at, 4, busy ? high | Descriptor.BUSY : high & ~Descriptor.BUSY);
    }

    /** Raises #NP (or {@code vector}) with the selector unless present. */
    static void requirePresent(Cpu c, int selector, Descriptor d) {
        if (!d.isPresent()) {
            throw c.fault.of(Vector.NP, error(c, selector));
        }
    }
}
