package org.domainfirmware.emulator.cpu.state;

/**
 * A segment register with its hidden part, the descriptor cache. The limit is in bytes (granularity
 * applied); access rights are laid out as in VMX: bits 0-3 type, 4 S, 5-6 DPL, 7 P, 12 AVL, 14 D/B,
 * 15 G, 16 null (unusable). Source: SDM volume 3, 3.4.3 and 24.4.1.
 *
 * <p>For the fast path of data accesses the permitted offsets are kept as a start and a biased span:
 * an access of up to 16 bytes at {@code off} is certainly permitted when
 * {@code off - readFirst + MIN_VALUE < readSpan}. Others are checked exactly by {@link #permits}.
 */
public final class Segment {
    public static final int TYPE_MASK = 0xF;
    public static final int ACCESSED = 1;
    /** Data: writable. Code: readable. */
    public static final int WRITABLE_OR_READABLE = 2;
    /** Data: expand-down. Code: conforming. */
    public static final int EXPAND_DOWN_OR_CONFORMING = 4;
    public static final int CODE = 8;
    public static final int S = 1 << 4;
    public static final int PRESENT = 1 << 7;
    public static final int AVL = 1 << 12;
    public static final int BIG = 1 << 14;
    public static final int GRANULAR = 1 << 15;
    public static final int NULL = 1 << 16;

    /** Data segment access rights in real mode: present, read/write, accessed. */
    public static final int REAL_DATA = PRESENT | S | 3;
    /** Every segment's in virtual-8086 mode: DPL 3. */
    public static final int VM86_DATA = PRESENT | S | 3 | 3 << 5;

    private static final int NONE = Integer.MIN_VALUE;

    private final int number;
    public int selector;
    public int base;
    /** Last valid offset in bytes, unsigned (expand-down: last invalid one). */
    public int limit;
    public int access;

    public int readFirst;
    public int readSpan = NONE;
    public int writeFirst;
    public int writeSpan = NONE;

    /** @param number one of {@link Reg}'s segment numbers, 6 for LDTR, 7 for TR */
    public Segment(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** Sets the visible and the hidden part. */
    public void set(int newSelector, int newBase, int newLimit, int newAccess) {
        selector = newSelector & 0xFFFF;
        base = newBase;
        limit = newLimit;
        access = newAccess;
        refresh();
    }

    /** A real-mode load: selector and base only; limit and rights stay (unreal mode lives by that). */
    public void setReal(int newSelector) {
        selector = newSelector & 0xFFFF;
        base = selector << 4;
    }

    /**
     * A real-mode far transfer: as {@link #setReal}, and the type becomes writable data (SDM volume 3,
     * 9.9.2). Limit and D stay: code that left protected mode with a 32-bit CS goes on in it.
     */
    public void setRealCode(int newSelector) {
        setReal(newSelector);
        int kept = access & (BIG | GRANULAR);
        if (access != (kept | REAL_DATA)) {
            access = kept | REAL_DATA;
            refresh();
        }
    }

    /** A virtual-8086 load: everything is set. */
    public void setVm86(int newSelector) {
        set(newSelector, (newSelector & 0xFFFF) << 4, 0xFFFF, VM86_DATA);
    }

    /** A null selector: unusable until loaded again. */
    public void setNull(int newSelector) {
        selector = newSelector & 0xFFFF;
        access = NULL;
        refresh();
    }

    public void copyFrom(Segment other) {
        set(other.selector, other.base, other.limit, other.access);
    }

    public int dpl() {
        return access >>> 5 & 3;
    }

    public int rpl() {
        return selector & 3;
    }

    public boolean isNull() {
        return (access & NULL) != 0;
    }

    /** D of code, B of stack segments. */
    public boolean isBig() {
        return (access & BIG) != 0;
    }

    public boolean isCode() {
        return (access & (S | CODE)) == (S | CODE);
    }

    public boolean isReadable() {
        return !isNull() && (access & CODE) == 0 || (access & WRITABLE_OR_READABLE) != 0 && !isNull();
    }

    public boolean isWritable() {
        return !isNull() && (access & (CODE | WRITABLE_OR_READABLE)) == WRITABLE_OR_READABLE;
    }

    public boolean isExpandDown() {
        return (access & (CODE | EXPAND_DOWN_OR_CONFORMING)) == EXPAND_DOWN_OR_CONFORMING;
    }

    /** Exact check of an access of {@code size} bytes at an offset against limit and type. */
    public boolean permits(int offset, int size, boolean write) {
        if (write ? !isWritable() : !isReadable()) {
            return false;
        }
        int last = offset + size - 1;
        boolean wraps = Integer.compareUnsigned(last, offset) < 0;
        if (isExpandDown()) {
            int top = isBig() ? -1 : 0xFFFF;
            return !wraps && Integer.compareUnsigned(offset, limit) > 0 && Integer.compareUnsigned(last, top) <= 0;
        }
        // A 4 GiB segment wraps at its end without a fault.
        return limit == -1 || !wraps && Integer.compareUnsigned(last, limit) <= 0;
    }

    /** Recomputes the fast-path spans after a change of limit or access. */
    public void refresh() {
        int first = isExpandDown() ? limit + 1 : 0;
        int last = isExpandDown() ? isBig() ? -1 : 0xFFFF : limit;
        int span = last - first;
        boolean empty = isExpandDown() && Integer.compareUnsigned(limit, last) >= 0;
        int biased = empty || Integer.compareUnsigned(span, 16) < 0 ? NONE : span - 14 + Integer.MIN_VALUE;
        readFirst = first;
        writeFirst = first;
        readSpan = isReadable() ? biased : NONE;
        writeSpan = isWritable() ? biased : NONE;
    }
}
