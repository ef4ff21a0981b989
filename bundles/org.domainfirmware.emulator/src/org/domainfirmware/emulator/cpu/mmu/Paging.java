package org.domainfirmware.emulator.cpu.mmu;

import java.util.Arrays;
import org.domainfirmware.emulator.cpu.fault.CpuFault;
import org.domainfirmware.emulator.cpu.state.Cr;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.memory.PhysicalMemory;

/**
 * Linear to physical translation: none, 32-bit paging with 4 KiB and 4 MiB pages, PAE with 4 KiB and
 * 2 MiB pages. Sets accessed and dirty bits as the processor does. Source: SDM volume 3, chapter 4.
 */
public final class Paging {
    private static final int PRESENT = 1;
    private static final int WRITABLE = 2;
    private static final int USER = 4;
    private static final int ACCESSED = 1 << 5;
    private static final int DIRTY = 1 << 6;
    private static final int LARGE = 1 << 7;
    /** Bits of an error code: protection violation, write, user, reserved bit. */
    private static final int ERR_PROTECTION = 1;
    private static final int ERR_WRITE = 2;
    private static final int ERR_USER = 4;
    private static final int ERR_RESERVED = 8;

    private final CpuState state;
    private final PhysicalMemory memory;
    private final CpuFault fault;
    /** ANDed with every physical address: clears bit 20 while the A20 gate is shut. */
    private int a20Mask = -1;
    /** After a walk: the page may be entered for writing too without another walk (writable and dirty). */
    boolean writeReady;
    /** 4 MiB regions in which a large page was walked since {@link #forgetLarge}, a bit each. */
    private final long[] largeRegions = new long[16];
    private final long[] pdpte = new long[4];

    public Paging(CpuState state, PhysicalMemory memory, CpuFault fault) {
        this.state = state;
        this.memory = memory;
        this.fault = fault;
    }

    public void a20Mask(int mask) {
        a20Mask = mask;
    }

    public int a20Mask() {
        return a20Mask;
    }

    /** Loads the four page-directory-pointer entries, as MOV CR3 does with PAE on. False: reserved bits set. */
    public boolean loadPdptes() {
        long[] fresh = new long[4];
        for (int i = 0; i < 4; i++) {
            int at = (state.cr3 & ~0x1F) + 8 * i & a20Mask;
            fresh[i] = memory.read(at, 4) & 0xFFFFFFFFL | (long) memory.read(at + 4, 4) << 32;
            if ((fresh[i] & 1) != 0 && (fresh[i] & 0xFFFF_FFF0_0000_01E6L) != 0) {
                return false;
            }
        }
        System.arraycopy(fresh, 0, pdpte, 0, 4);
        return true;
    }

    /** The loaded page-directory-pointer entries, for snapshots and views. */
    public long[] pdptes() {
        return pdpte;
    }

    /**
     * Translates for an access, setting accessed and dirty bits, or throws the page fault.
     *
     * @param user the access has user privilege
     * @return physical address with A20 applied
     */
    public int translate(int linear, boolean write, boolean user) {
        if ((state.cr0 & Cr.CR0_PG) == 0) {
            writeReady = true;
            return linear & a20Mask;
        }
        return (state.cr4 & Cr.CR4_PAE) != 0 ? walkPae(linear, write, user) : walk32(linear, write, user);
    }

    private int walk32(int linear, boolean write, boolean user) {
        int pdeAt = (state.cr3 & ~0xFFF | linear >>> 20 & 0xFFC) & a20Mask;
        int pde = entry(pdeAt);
        if ((pde & PRESENT) == 0) {
            throw pageFault(linear, write, user, 0);
        }
        if ((pde & LARGE) != 0 && (state.cr4 & Cr.CR4_PSE) != 0) {
            if ((pde & 0x003FE000) != 0) {
                throw pageFault(linear, write, user, ERR_PROTECTION | ERR_RESERVED);
            }
            check(linear, pde, write, user);
            touch(pdeAt, pde, write, true);
            writeReady &= mayWrite(pde, user);
            largeRegions[linear >>> 28] |= 1L << (linear >>> 22);
            return (pde & 0xFFC00000 | linear & 0x3FFFFF) & a20Mask;
        }
        int pteAt = (pde & ~0xFFF | linear >>> 10 & 0xFFC) & a20Mask;
        int pte = entry(pteAt);
        if ((pte & PRESENT) == 0) {
            throw pageFault(linear, write, user, 0);
        }
        check(linear, pde & pte, write, user);
        touch(pdeAt, pde, false, false);
        touch(pteAt, pte, write, true);
        writeReady &= mayWrite(pde & pte, user);
        return (pte & ~0xFFF | linear & 0xFFF) & a20Mask;
    }

    private int walkPae(int linear, boolean write, boolean user) {
        long pdpe = pdpte[linear >>> 30];
        if ((pdpe & 1) == 0) {
            throw pageFault(linear, write, user, 0);
        }
        int pdeAt = ((int) pdpe & ~0xFFF | linear >>> 18 & 0xFF8) & a20Mask;
        int pde = entry(pdeAt);
        int pdeHigh = entry(pdeAt + 4);
        if ((pde & PRESENT) == 0) {
            throw pageFault(linear, write, user, 0);
        }
        boolean large = (pde & LARGE) != 0;
        if ((pdeHigh & ~0xF) != 0 || large && (pde & 0x001FE000) != 0) {
            throw pageFault(linear, write, user, ERR_PROTECTION | ERR_RESERVED);
        }
        if (large) {
            check(linear, pde, write, user);
            touch(pdeAt, pde, write, true);
            writeReady &= mayWrite(pde, user);
            largeRegions[linear >>> 28] |= 1L << (linear >>> 22);
            return above4G(pdeHigh) ? UNBACKED : (pde & 0xFFE00000 | linear & 0x1FFFFF) & a20Mask;
        }
        int pteAt = (pde & ~0xFFF | linear >>> 9 & 0xFF8) & a20Mask;
        int pte = entry(pteAt);
        int pteHigh = entry(pteAt + 4);
        if ((pte & PRESENT) == 0) {
            throw pageFault(linear, write, user, 0);
        }
        if ((pteHigh & ~0xF) != 0) {
            throw pageFault(linear, write, user, ERR_PROTECTION | ERR_RESERVED);
        }
        check(linear, pde & pte, write, user);
        touch(pdeAt, pde, false, false);
        touch(pteAt, pte, write, true);
        writeReady &= mayWrite(pde & pte, user);
        return above4G(pteHigh) ? UNBACKED : (pte & ~0xFFF | linear & 0xFFF) & a20Mask;
    }

    /** Where addresses above 4 GiB go: the bus has nothing there, nor at this page below the local APIC. */
    private static final int UNBACKED = 0xFEDFF000;

    private static boolean above4G(int high) {
        return (high & 0xF) != 0;
    }

    private void check(int linear, int rights, boolean write, boolean user) {
        boolean denied = user && (rights & USER) == 0 || write && !mayWrite(rights, user);
        if (denied) {
            throw pageFault(linear, write, user, ERR_PROTECTION);
        }
    }

    private boolean mayWrite(int rights, boolean user) {
        return (rights & WRITABLE) != 0 || !user && (state.cr0 & Cr.CR0_WP) == 0;
    }

    /** True when a large page may have been entered for an address since the translations were dropped. */
    boolean maybeLarge(int linear) {
        return (largeRegions[linear >>> 28] & 1L << (linear >>> 22)) != 0;
    }

    /** Call when all translations are dropped. */
    void forgetLarge() {
        Arrays.fill(largeRegions, 0);
    }

    /** Reads an entry of a table: plain memory first, because walks are frequent. */
    private int entry(int at) {
        int page = memory.readPage(at);
        return page >= 0 ? (int) PhysicalMemory.INTS.get(memory.store(), page + (at & 0xFFF)) : memory.read(at, 4);
    }

    private void touch(int at, int entry, boolean write, boolean leaf) {
        int updated = entry | ACCESSED | (write ? DIRTY : 0);
        if (updated != entry) {
            memory.write(at, 4, updated);
        }
        if (leaf) {
            writeReady = (updated & DIRTY) != 0;
        }
    }

    private CpuFault pageFault(int linear, boolean write, boolean user, int error) {
        return fault.pf(error | (write ? ERR_WRITE : 0) | (user ? ERR_USER : 0), linear);
    }

    /**
     * Translates without any effect, for debuggers.
     *
     * @return physical address, zero extended, or -1 when the page is not present
     */
    public long peek(int linear) {
        if ((state.cr0 & Cr.CR0_PG) == 0) {
            return (linear & a20Mask) & 0xFFFFFFFFL;
        }
        boolean pae = (state.cr4 & Cr.CR4_PAE) != 0;
        if (pae && (pdpte[linear >>> 30] & 1) == 0) {
            return -1;
        }
        int pdeAt = pae ? (int) pdpte[linear >>> 30] & ~0xFFF | linear >>> 18 & 0xFF8
                : state.cr3 & ~0xFFF | linear >>> 20 & 0xFFC;
        int pde = memory.peek(pdeAt & a20Mask, 4);
        if ((pde & PRESENT) == 0) {
            return -1;
        }
        if ((pde & LARGE) != 0 && (pae || (state.cr4 & Cr.CR4_PSE) != 0)) {
            int inPage = pae ? 0x1FFFFF : 0x3FFFFF;
            return pae && above4G(memory.peek(pdeAt + 4 & a20Mask, 4)) ? UNBACKED & 0xFFFFFFFFL : ((pde & ~inPage | linear & inPage) & a20Mask) & 0xFFFFFFFFL;
        }
        int pteAt = pde & ~0xFFF | (pae ? linear >>> 9 & 0xFF8 : linear >>> 10 & 0xFFC);
        int pte = memory.peek(pteAt & a20Mask, 4);
        if ((pte & PRESENT) == 0) {
            return -1;
        }
        return pae && above4G(memory.peek(pteAt + 4 & a20Mask, 4)) ? UNBACKED & 0xFFFFFFFFL
                : ((pte & ~0xFFF | linear & 0xFFF) & a20Mask) & 0xFFFFFFFFL;
    }
}
