package org.domainfirmware.emulator.cpu.mmu;

import java.util.Arrays;
import org.domainfirmware.emulator.cpu.fault.CpuFault;
import org.domainfirmware.emulator.cpu.fault.Vector;
import org.domainfirmware.emulator.cpu.state.Cr;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Flag;
import org.domainfirmware.emulator.memory.MmioHandler;
import org.domainfirmware.emulator.memory.PhysicalMemory;

/**
 * Accesses by linear address: translation with TLB fill, page crossing, MMIO, watches, and the
 * supervisor accesses the processor makes for itself (descriptor tables, TSS, interrupt frames).
 */
public final class LinearAccess {
    private static final int PAGE_MASK = PhysicalMemory.PAGE_SIZE - 1;

    private final CpuState state;
    private final PhysicalMemory memory;
    private final Paging paging;
    private final CpuFault fault;
    private final DeviceSync sync;
    private final Tlb supervisor = new Tlb();
    private final Tlb user = new Tlb();
    /** Never filled: what data accesses look in while alignment is checked. */
    private final Tlb none = new Tlb();
    private Tlb current = supervisor;
    private AccessWatch watch;
    private final int[] fetchTag = new int[Tlb.ENTRIES];
    private final int[] fetchStore = new int[Tlb.ENTRIES];
    private final DataAccess data;
    /** Moves on with every change of a translation; what the executor remembers by linear address dies with it. */
    public int epoch;

    public LinearAccess(CpuState state, PhysicalMemory memory, Paging paging, CpuFault fault, DeviceSync sync) {
        this.state = state;
        this.memory = memory;
        this.paging = paging;
        this.fault = fault;
        this.sync = sync;
        data = new DataAccess(state, fault, this, memory.store());
        memory.mappingListener(this::flush);
        flush();
    }

    /** The segmented accesses on top of this. */
    public DataAccess data() {
        return data;
    }

    Tlb current() {
        return current;
    }

    Tlb select() {
        boolean aligned = state.cpl == 3 && (state.cr0 & Cr.CR0_AM) != 0 && (state.systemFlags & Flag.AC) != 0;
        current = state.cpl == 3 ? user : supervisor;
        return aligned ? none : current;
    }

    /** Sets or removes (null) the watch on data accesses. */
    public void watch(AccessWatch newWatch) {
        watch = newWatch;
        flush();
    }

    /** Drops all translations (CR3, CR0.PG, CR4, A20, remapping). */
    public void flush() {
        epoch = epoch + 1 & Integer.MAX_VALUE;
        supervisor.flush();
        user.flush();
        paging.forgetLarge();
        Arrays.fill(fetchTag, Tlb.NO_PAGE);
    }

    /** INVLPG. A large page may span many entries, so then all go. */
    public void flushPage(int lin) {
        if (paging.maybeLarge(lin)) {
            flush();
            return;
        }
        supervisor.flushPage(lin);
        user.flushPage(lin);
        fetchTag[Tlb.index(lin)] = Tlb.NO_PAGE;
    }

    void checkAlignment(int lin, int size) {
        if ((lin & size - 1) != 0 && state.cpl == 3 && (state.cr0 & Cr.CR0_AM) != 0
                && (state.systemFlags & Flag.AC) != 0) {
            throw fault.of(Vector.AC, 0);
        }
    }

    /**
     * Where code at a linear address is in the store, for the executor. Code in MMIO space has none.
     *
     * @return store offset, or -1 when the page is not plain memory
     */
    public int fetchStore(int lin) {
        int i = Tlb.index(lin);
        // Tags carry the privilege in bit 20: the page number has but 20 bits.
        int tag = lin >>> 12 | (state.cpl == 3 ? 1 << 20 : 0);
        if (fetchTag[i] != tag) {
            int entry = memory.readPage(paging.translate(lin, false, state.cpl == 3));
            if (entry < 0) {
                return -1;
            }
            fetchTag[i] = tag;
            fetchStore[i] = entry;
        }
        return fetchStore[i] + (lin & PAGE_MASK);
    }

    /** Fetches a byte of code by the bus, wherever it is. */
    public int fetch8(int lin) {
        return memory.read(paging.translate(lin, false, state.cpl == 3), 1);
    }

    /** Reads 1, 2 or 4 bytes with the privilege of the running code. */
    public int read(int lin, int size) {
        return read(lin, size, state.cpl == 3);
    }

    /** Reads as the processor itself, with supervisor privilege. */
    public int readSystem(int lin, int size) {
        long entry = supervisor.reads[Tlb.index(lin)];
        if ((int) (entry >>> 32) == lin + size - 1 >>> 12) {
            return load(lin + (int) entry, size);
        }
        return read(lin, size, false);
    }

    private int read(int lin, int size, boolean asUser) {
        if ((lin & PAGE_MASK) + size > PhysicalMemory.PAGE_SIZE) {
            return readCrossing(lin, size, asUser);
        }
        int physical = paging.translate(lin, false, asUser);
        int entry = memory.readPage(physical);
        if (watch != null && watch.covers(lin, physical)) {
            watch.accessed(lin, physical, size, false);
        } else if (entry >= 0) {
            Tlb tlb = asUser ? user : supervisor;
            tlb.putRead(lin, entry);
            // A page that is dirty already would give the first write nothing to do but this.
            if (paging.writeReady && memory.writePage(physical) == entry && memory.codeMask(entry) == 0) {
                tlb.putWrite(lin, entry);
            }
        }
        if (entry >= 0) {
            return memory.read(physical, size);
        }
        sync.syncTime();
        int value = memory.handlerOf(entry).read(physical, size);
        sync.afterDevice();
        return value;
    }

    private int readCrossing(int lin, int size, boolean asUser) {
        // Both pages must be good before either is read, as MMIO reads have effects.
        paging.translate(lin, false, asUser);
        paging.translate(lin + size - 1, false, asUser);
        int value = 0;
        for (int n = 0; n < size; n++) {
            value |= read(lin + n, 1, asUser) << 8 * n;
        }
        return value;
    }

    /** Writes 1, 2 or 4 bytes with the privilege of the running code. */
    public void write(int lin, int size, int value) {
        write(lin, size, value, state.cpl == 3);
    }

    /** Writes as the processor itself, with supervisor privilege. */
    public void writeSystem(int lin, int size, int value) {
        write(lin, size, value, false);
    }

    private void write(int lin, int size, int value, boolean asUser) {
        int known = codePageAt(lin, size, asUser);
        if (known >= 0) {
            store(known, size, value);
            memory.wrote(known, size);
            return;
        }
        if ((lin & PAGE_MASK) + size > PhysicalMemory.PAGE_SIZE) {
            writeCrossing(lin, size, value, asUser);
            return;
        }
        int physical = paging.translate(lin, true, asUser);
        int entry = memory.writePage(physical);
        boolean watched = watch != null && watch.covers(lin, physical);
        if (entry >= 0) {
            if (!watched && paging.writeReady) {
                Tlb tlb = asUser ? user : supervisor;
                if (memory.codeMask(entry) == 0) {
                    tlb.putWrite(lin, entry);
                } else {
                    tlb.putCode(lin, entry);
                }
            }
            memory.write(physical, size, value);
        } else {
            MmioHandler handler = memory.handlerOf(entry);
            sync.syncTime();
            handler.write(physical, size, value);
            sync.afterDevice();
        }
        if (watched) {
            watch.accessed(lin, physical, size, true);
        }
    }

    /** Store index of a writable address in a page known to hold code; -1 for any other. */
    private int codePageAt(int lin, int size, boolean asUser) {
        long entry = (asUser ? user : supervisor).codes[Tlb.index(lin)];
        return (int) (entry >>> 32) == lin + size - 1 >>> 12 ? lin + (int) entry : -1;
    }

    /** As {@link #codePageAt} for the running code; reading there needs no more checks. */
    int codePageAt(int lin, int size) {
        return codePageAt(lin, size, state.cpl == 3);
    }

    private void store(int at, int size, int value) {
        switch (size) {
            case 1 -> memory.store()[at] = (byte) value;
            case 2 -> PhysicalMemory.SHORTS.set(memory.store(), at, (short) value);
            default -> PhysicalMemory.INTS.set(memory.store(), at, value);
        }
    }

    private int load(int at, int size) {
        return switch (size) {
            case 1 -> memory.store()[at] & 0xFF;
            case 2 -> (short) PhysicalMemory.SHORTS.get(memory.store(), at) & 0xFFFF;
            default -> (int) PhysicalMemory.INTS.get(memory.store(), at);
        };
    }

    /** Reads what a write to the same place will follow; faults if that write would. */
    int readForWrite(int lin, int size) {
        int known = codePageAt(lin, size);
        if (known >= 0) {
            return load(known, size);
        }
        probe(lin, size, true);
        return read(lin, size);
    }

    private void writeCrossing(int lin, int size, int value, boolean asUser) {
        paging.translate(lin, true, asUser);
        paging.translate(lin + size - 1, true, asUser);
        for (int n = 0; n < size; n++) {
            write(lin + n, 1, value >>> 8 * n, asUser);
        }
    }

    /** Faults now if any byte of a coming access would fault. */
    public void probe(int lin, int size, boolean write) {
        boolean asUser = state.cpl == 3;
        paging.translate(lin, write, asUser);
        if ((lin & PAGE_MASK) + size > PhysicalMemory.PAGE_SIZE) {
            paging.translate(lin + size - 1, write, asUser);
        }
    }

    /** As {@link #probe} with supervisor privilege. */
    public void probeSystem(int lin, int size, boolean write) {
        paging.translate(lin, write, false);
        if ((lin & PAGE_MASK) + size > PhysicalMemory.PAGE_SIZE) {
            paging.translate(lin + size - 1, write, false);
        }
    }

    public Paging paging() {
        return paging;
    }

    public PhysicalMemory memory() {
        return memory;
    }

    /** Physical address of a linear one for a bulk run, with faults, accessed and dirty bits as an access has. */
    public int physical(int lin, boolean write) {
        return paging.translate(lin, write, state.cpl == 3);
    }

    /**
     * The device behind a page, for runs of string instructions; null for memory and for watched pages.
     * The clock is brought to the present instruction. Translates, so it may fault as the access would.
     */
    public MmioHandler runHandler(int lin, boolean write) {
        int physical = physical(lin, write);
        int entry = write ? memory.writePage(physical) : memory.readPage(physical);
        if (entry >= 0 || watch != null && watch.covers(lin, physical)) {
            return null;
        }
        sync.syncTime();
        return memory.handlerOf(entry);
    }
}
