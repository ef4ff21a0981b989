package org.domainfirmware.emulator.cpu.mmu;

import static org.domainfirmware.emulator.memory.PhysicalMemory.INTS;
import static org.domainfirmware.emulator.memory.PhysicalMemory.LONGS;
import static org.domainfirmware.emulator.memory.PhysicalMemory.SHORTS;

import org.domainfirmware.emulator.cpu.fault.CpuFault;
import org.domainfirmware.emulator.cpu.fault.Vector;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.cpu.state.Segment;

/**
 * Data accesses of instructions through a segment: limit and type check, translation, memory. The
 * fast path of each is two compares and an array access; everything else is {@link LinearAccess}'s.
 * Values narrower than 32 bits come zero extended.
 *
 * <p>A read-modify-write is {@code rmw} (which checks for writing and remembers the place) followed
 * by {@code rmwWrite} with nothing in between.
 */
public final class DataAccess {
    private final CpuState state;
    private final CpuFault fault;
    private final LinearAccess linear;
    private final byte[] store;
    private long[] reads;
    private long[] writes;
    private int rmwAt;
    private int rmwLinear;

    DataAccess(CpuState state, CpuFault fault, LinearAccess linear, byte[] store) {
        this.state = state;
        this.fault = fault;
        this.linear = linear;
        this.store = store;
        reads = linear.current().reads;
        writes = linear.current().writes;
    }

    /** Call when privilege or alignment checking changed: picks the TLB to look in. */
    public void privilegeChanged() {
        Tlb tlb = linear.select();
        reads = tlb.reads;
        writes = tlb.writes;
    }

    /** Reads a byte. */
    public int read8(Segment s, int offset) {
        int lin = s.base + offset;
        long entry = reads[Tlb.index(lin)];
        if (offset - s.readFirst + Integer.MIN_VALUE < s.readSpan && (int) (entry >>> 32) == lin >>> 12) {
            return store[lin + (int) entry] & 0xFF;
        }
        check(s, offset, 1, false);
        return linear.read(lin, 1);
    }

    /** Reads 16 bits. */
    public int read16(Segment s, int offset) {
        int lin = s.base + offset;
        long entry = reads[Tlb.index(lin)];
        if (offset - s.readFirst + Integer.MIN_VALUE < s.readSpan && (int) (entry >>> 32) == lin + 1 >>> 12) {
            return (short) SHORTS.get(store, lin + (int) entry) & 0xFFFF;
        }
        check(s, offset, 2, false);
        return linear.read(lin, 2);
    }

    /** Reads 32 bits. */
    public int read32(Segment s, int offset) {
        int lin = s.base + offset;
        long entry = reads[Tlb.index(lin)];
        if (offset - s.readFirst + Integer.MIN_VALUE < s.readSpan && (int) (entry >>> 32) == lin + 3 >>> 12) {
            return (int) INTS.get(store, lin + (int) entry);
        }
        check(s, offset, 4, false);
        return linear.read(lin, 4);
    }

    /** Reads 64 bits (x87, CMPXCHG8B). */
    public long read64(Segment s, int offset) {
        int lin = s.base + offset;
        long entry = reads[Tlb.index(lin)];
        if (offset - s.readFirst + Integer.MIN_VALUE < s.readSpan && (int) (entry >>> 32) == lin + 7 >>> 12) {
            return (long) LONGS.get(store, lin + (int) entry);
        }
        check(s, offset, 8, false);
        linear.probe(lin, 8, false);
        return linear.read(lin, 4) & 0xFFFFFFFFL | (long) linear.read(lin + 4, 4) << 32;
    }

    /** Writes a byte. */
    public void write8(Segment s, int offset, int value) {
        int lin = s.base + offset;
        long entry = writes[Tlb.index(lin)];
        if (offset - s.writeFirst + Integer.MIN_VALUE < s.writeSpan && (int) (entry >>> 32) == lin >>> 12) {
            store[lin + (int) entry] = (byte) value;
            return;
        }
        check(s, offset, 1, true);
        linear.write(lin, 1, value);
    }

    /** Writes 16 bits. */
    public void write16(Segment s, int offset, int value) {
        int lin = s.base + offset;
        long entry = writes[Tlb.index(lin)];
        if (offset - s.writeFirst + Integer.MIN_VALUE < s.writeSpan && (int) (entry >>> 32) == lin + 1 >>> 12) {
            SHORTS.set(store, lin + (int) entry, (short) value);
            return;
        }
        check(s, offset, 2, true);
        linear.write(lin, 2, value);
    }

    /** Writes 32 bits. */
    public void write32(Segment s, int offset, int value) {
        int lin = s.base + offset;
        long entry = writes[Tlb.index(lin)];
        if (offset - s.writeFirst + Integer.MIN_VALUE < s.writeSpan && (int) (entry >>> 32) == lin + 3 >>> 12) {
            INTS.set(store, lin + (int) entry, value);
            return;
        }
        check(s, offset, 4, true);
        linear.write(lin, 4, value);
    }

    /** Writes 64 bits. */
    public void write64(Segment s, int offset, long value) {
        int lin = s.base + offset;
        long entry = writes[Tlb.index(lin)];
        if (offset - s.writeFirst + Integer.MIN_VALUE < s.writeSpan && (int) (entry >>> 32) == lin + 7 >>> 12) {
            LONGS.set(store, lin + (int) entry, value);
            return;
        }
        check(s, offset, 8, true);
        linear.probe(lin, 8, true);
        linear.write(lin, 4, (int) value);
        linear.write(lin + 4, 4, (int) (value >>> 32));
    }

    /** Reads 32 bits if they are plain memory in one page; -1 if not, and then has done nothing. */
    public long readPlain32(Segment s, int offset) {
        int lin = s.base + offset;
        long entry = reads[Tlb.index(lin)];
        if (offset - s.readFirst + Integer.MIN_VALUE < s.readSpan && (int) (entry >>> 32) == lin + 3 >>> 12) {
            return (int) INTS.get(store, lin + (int) entry) & 0xFFFFFFFFL;
        }
        return -1;
    }

    /** Writes 32 bits if they are plain memory in one page; false if not, and then has done nothing. */
    public boolean writePlain32(Segment s, int offset, int value) {
        int lin = s.base + offset;
        long entry = writes[Tlb.index(lin)];
        if (offset - s.writeFirst + Integer.MIN_VALUE < s.writeSpan && (int) (entry >>> 32) == lin + 3 >>> 12) {
            INTS.set(store, lin + (int) entry, value);
            return true;
        }
        return false;
    }

    /** Reads a byte that {@link #rmwWrite8} will write. */
    public int rmw8(Segment s, int offset) {
        int lin = s.base + offset;
        long entry = writes[Tlb.index(lin)];
        if (offset - s.writeFirst + Integer.MIN_VALUE < s.writeSpan && (int) (entry >>> 32) == lin >>> 12) {
            rmwAt = lin + (int) entry;
            return store[rmwAt] & 0xFF;
        }
        return rmwSlow(s, offset, lin, 1);
    }

    /** Reads 16 bits that {@link #rmwWrite16} will write. */
    public int rmw16(Segment s, int offset) {
        int lin = s.base + offset;
        long entry = writes[Tlb.index(lin)];
        if (offset - s.writeFirst + Integer.MIN_VALUE < s.writeSpan && (int) (entry >>> 32) == lin + 1 >>> 12) {
            rmwAt = lin + (int) entry;
            return (short) SHORTS.get(store, rmwAt) & 0xFFFF;
        }
        return rmwSlow(s, offset, lin, 2);
    }

    /** Reads 32 bits that {@link #rmwWrite32} will write. */
    public int rmw32(Segment s, int offset) {
        int lin = s.base + offset;
        long entry = writes[Tlb.index(lin)];
        if (offset - s.writeFirst + Integer.MIN_VALUE < s.writeSpan && (int) (entry >>> 32) == lin + 3 >>> 12) {
            rmwAt = lin + (int) entry;
            return (int) INTS.get(store, rmwAt);
        }
        return rmwSlow(s, offset, lin, 4);
    }

    public void rmwWrite8(int value) {
        if (rmwAt >= 0) {
            store[rmwAt] = (byte) value;
        } else {
            linear.write(rmwLinear, 1, value);
        }
    }

    public void rmwWrite16(int value) {
        if (rmwAt >= 0) {
            SHORTS.set(store, rmwAt, (short) value);
        } else {
            linear.write(rmwLinear, 2, value);
        }
    }

    public void rmwWrite32(int value) {
        if (rmwAt >= 0) {
            INTS.set(store, rmwAt, value);
        } else {
            linear.write(rmwLinear, 4, value);
        }
    }

    private int rmwSlow(Segment s, int offset, int lin, int size) {
        check(s, offset, size, true);
        if (!s.isReadable()) {
            throw violation(s);
        }
        rmwAt = -1;
        rmwLinear = lin;
        return linear.readForWrite(lin, size);
    }

    /** Throws #SS or #GP unless all {@code size} bytes at an offset may be accessed. */
    public void check(Segment s, int offset, int size, boolean write) {
        boolean certain = write ? offset - s.writeFirst + Integer.MIN_VALUE < s.writeSpan
                : offset - s.readFirst + Integer.MIN_VALUE < s.readSpan;
        if (!certain && !s.permits(offset, size, write)) {
            throw violation(s);
        }
        linear.checkAlignment(s.base + offset, size);
    }

    private CpuFault violation(Segment s) {
        return fault.of(s.number() == Reg.SS ? Vector.SS : Vector.GP, 0);
    }

    /**
     * Bulk accesses: the index in the store of {@code linear address}, when reading {@code 1} byte there
     * is on the fast path, else -1. The run reaches to the end of the 4 KiB page. Limits are the caller's.
     */
    public int readRunAt(int lin) {
        long entry = reads[Tlb.index(lin)];
        return (int) (entry >>> 32) == lin >>> 12 ? lin + (int) entry : -1;
    }

    /** As {@link #readRunAt}, for writing. */
    public int writeRunAt(int lin) {
        long entry = writes[Tlb.index(lin)];
        return (int) (entry >>> 32) == lin >>> 12 ? lin + (int) entry : -1;
    }

    /** Access by linear address, without segment: for what the executor and system semantics do themselves. */
    public LinearAccess linear() {
        return linear;
    }

    CpuState state() {
        return state;
    }
}
