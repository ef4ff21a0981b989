package org.domainfirmware.emulator.cpu.sem.system;

import org.domainfirmware.emulator.cpu.Cpu;

/** LAR, LSL, VERR, VERW, ARPL: what a selector would allow, told by ZF. Source: SDM volume 2. */
public final class Verification {
    private static final int NO = -1;

    private Verification() {
    }

    private static boolean visible(Cpu c, int selector, Descriptor d) {
        return d.isConforming() || Math.max(c.s.cpl, selector & 3) <= d.dpl();
    }

    /** LAR. @return access rights (bits 8-23 of the high word), or -1 for "ZF clear" as a long */
    public static long lar(Cpu c, int selector) {
        SystemTables.requireProtected(c);
        Descriptor d = DescriptorTables.fetchOrNull(c, selector);
        if (d == null || !visible(c, selector, d)) {
            return NO;
        }
        if (!d.isCodeOrData()) {
            boolean valid = switch (d.type()) {
                case 1, 2, 3, 4, 5, 9, 11, 12 -> true;
                default -> false;
            };
            if (!valid) {
                return NO;
            }
        }
        return d.high() & 0x00FFFF00L;
    }

    /** LSL. @return limit in bytes, or -1 for "ZF clear" as a long */
    public static long lsl(Cpu c, int selector) {
        SystemTables.requireProtected(c);
        Descriptor d = DescriptorTables.fetchOrNull(c, selector);
        if (d == null || !visible(c, selector, d)) {
            return NO;
        }
        if (!d.isCodeOrData()) {
            boolean valid = switch (d.type()) {
                case 1, 2, 3, 9, 11 -> true;
                default -> false;
            };
            if (!valid) {
                return NO;
            }
        }
        return d.limit() & 0xFFFFFFFFL;
    }

    /** VERR. */
    public static boolean verr(Cpu c, int selector) {
        SystemTables.requireProtected(c);
        Descriptor d = DescriptorTables.fetchOrNull(c, selector);
        return d != null && d.isReadable() && visible(c, selector, d);
    }

    /** VERW. */
    public static boolean verw(Cpu c, int selector) {
        SystemTables.requireProtected(c);
        Descriptor d = DescriptorTables.fetchOrNull(c, selector);
        return d != null && d.isWritableData() && visible(c, selector, d);
    }

    /** ARPL's check that it exists in this mode; the adjustment itself is two lines at the caller. */
    public static void requireArpl(Cpu c) {
        SystemTables.requireProtected(c);
    }
}
