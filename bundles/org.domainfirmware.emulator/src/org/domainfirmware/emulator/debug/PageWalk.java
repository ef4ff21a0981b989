package org.domainfirmware.emulator.debug;

import java.util.ArrayList;
import java.util.List;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.state.Cr;

/** Walks the page tables without touching them. Source: SDM volume 3, 4.3 (32-bit paging) and 4.4 (PAE paging). */
final class PageWalk {
    private static final int PRESENT = 1;
    private static final int WRITABLE = 1 << 1;
    private static final int USER = 1 << 2;
    private static final int LARGE = 1 << 7;
    private static final int GLOBAL = 1 << 8;
    private static final int SMALL_PAGE = 12;
    /** Bits above a physical address of 36 bits, the Pentium Pro's. */
    private static final long BEYOND_36_BITS = 0xFFFF_FFF0_0000_0000L;
    private static final long RESERVED_PDPTE = BEYOND_36_BITS | 0x1E6;
    private static final long ADDRESS = 0xF_FFFF_F000L;

    private final Cpu cpu;
    private final int linear;
    private final boolean wide;
    private final List<PageWalkView.Step> steps = new ArrayList<>();
    private boolean writable = true;
    private boolean user = true;

    private PageWalk(Cpu cpu, int linear) {
        this.cpu = cpu;
        this.linear = linear;
        wide = (cpu.s.cr4 & Cr.CR4_PAE) != 0;
    }

    static PageWalkView of(Cpu cpu, int linear) {
        return new PageWalk(cpu, linear).walk();
    }

    private PageWalkView walk() {
        if ((cpu.s.cr0 & Cr.CR0_PG) == 0) {
            long physical = linear & cpu.paging.a20Mask() & 0xFFFFFFFFL;
            return new PageWalkView(linear, steps, physical, String.format("paging is off: linear %08X is physical %08X%s",
                    linear, physical, physical == (linear & 0xFFFFFFFFL) ? "" : ", because the A20 gate is shut"));
        }
        long directory;
        if (wide) {
            step("CR3", -1, cpu.s.cr3 & 0xFFFFFFFFL, 4, "page-directory pointers at "
                    + String.format("%08X", cpu.s.cr3 & ~0x1F), true);
            // The processor keeps the four entries; memory may say something else by now.
            int index = linear >>> 30;
            long entry = cpu.paging.pdptes()[index];
            if (stops("PDPTE " + index, -1, entry, RESERVED_PDPTE, "page directory")) {
                return fault();
            }
            directory = entry & ADDRESS;
        } else {
            directory = cpu.s.cr3 & 0xFFFFF000L;
            step("CR3", -1, cpu.s.cr3 & 0xFFFFFFFFL, 4, String.format("page directory at %08X", directory), true);
        }
        return fromDirectory(directory);
    }

    private PageWalkView fromDirectory(long directory) {
        int index = wide ? linear >>> 21 & 0x1FF : linear >>> 22;
        long at = directory + (long) index * size();
        long entry = entry(at);
        int bits = wide ? 21 : 22;
        boolean large = (entry & LARGE) != 0 && (wide || (cpu.s.cr4 & Cr.CR4_PSE) != 0);
        long reserved = (wide ? BEYOND_36_BITS : 0) | (large ? wide ? 0x1FE000 : 0x3FE000 : 0);
        String what = !large ? "page table" : wide ? "2 MiB page" : "4 MiB page";
        if (stops("PDE " + index, at, entry, reserved, what)) {
            return fault();
        }
        if (large) {
            return found((entry & ADDRESS) >>> bits << bits, bits);
        }
        int inTable = wide ? linear >>> SMALL_PAGE & 0x1FF : linear >>> SMALL_PAGE & 0x3FF;
        long pteAt = (entry & ADDRESS) + (long) inTable * size();
        long pte = entry(pteAt);
        return stops("PTE " + inTable, pteAt, pte, wide ? BEYOND_36_BITS : 0, "4 KiB page") ? fault()
                : found(pte & ADDRESS, SMALL_PAGE);
    }

    private int size() {
        return wide ? 8 : 4;
    }

    private long entry(long at) {
        int physical = (int) at & cpu.paging.a20Mask();
        long low = cpu.memory.peek(physical, 4) & 0xFFFFFFFFL;
        return wide ? low | (long) cpu.memory.peek(physical + 4, 4) << 32 : low;
    }

    /** Adds a step. @return true when the walk ends there with a page fault */
    private boolean stops(String name, long at, long entry, long reserved, String what) {
        boolean present = (entry & PRESENT) != 0;
        boolean good = present && (entry & reserved) == 0;
        StringBuilder words = new StringBuilder();
        if (!present) {
            words.append("not present");
        } else {
            long target = what.equals("2 MiB page") ? entry & ADDRESS & ~0x1FFFFFL
                    : what.equals("4 MiB page") ? entry & ADDRESS & ~0x3FFFFFL : entry & ADDRESS;
            words.append(String.format("%s at %08X", what, target));
            if (!name.startsWith("PDPTE")) {
                rights(words, entry, what.endsWith("page"));
            } else {
                flag(words, entry, 3, "PWT");
                flag(words, entry, 4, "PCD");
            }
            if (!good) {
                words.append(String.format("; RESERVED bits set: %X", entry & reserved));
            }
        }
        step(name, at, entry, name.startsWith("PDPTE") ? 8 : size(), words.toString(), good);
        return !good;
    }

    private void rights(StringBuilder words, long entry, boolean leaf) {
        writable &= (entry & WRITABLE) != 0;
        user &= (entry & USER) != 0;
        words.append((entry & WRITABLE) != 0 ? ", writable" : ", read-only");
        words.append((entry & USER) != 0 ? ", user" : ", supervisor");
        flag(words, entry, 3, "PWT");
        flag(words, entry, 4, "PCD");
        flag(words, entry, 5, "accessed");
        if (leaf) {
            flag(words, entry, 6, "dirty");
            boolean global = (entry & GLOBAL) != 0;
            words.append(global ? (cpu.s.cr4 & Cr.CR4_PGE) != 0 ? ", global" : ", G without CR4.PGE" : "");
        }
    }

    private static void flag(StringBuilder words, long entry, int bit, String name) {
        words.append((entry >>> bit & 1) != 0 ? ", " + name : "");
    }

    private void step(String name, long at, long value, int bytes, String words, boolean good) {
        steps.add(new PageWalkView.Step(name, at, value, bytes, words, good));
    }

    private PageWalkView fault() {
        PageWalkView.Step last = steps.get(steps.size() - 1);
        boolean reserved = (last.value() & PRESENT) != 0;
        return new PageWalkView(linear, steps, -1, String.format("linear %08X is not mapped: %s %s, an access raises #PF", linear,
                last.name(), reserved ? "has reserved bits set" : "is not present"));
    }

    private PageWalkView found(long page, int bits) {
        long offset = linear & (1L << bits) - 1;
        // The A20 gate masks one bit of the low 32.
        long physical = (page | offset) & (cpu.paging.a20Mask() | 0xFFFF_FFFF_0000_0000L);
        boolean protects = (cpu.s.cr0 & Cr.CR0_WP) != 0;
        String rights = (user ? "user" : "supervisor only")
                + (writable ? ", writable" : protects ? ", read-only" : ", read-only for user code (CR0.WP is 0)");
        return new PageWalkView(linear, steps, physical, String.format("linear %08X is physical %08X: %s", linear, physical, rights));
    }
}
