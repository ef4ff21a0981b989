package org.domainfirmware.emulator.exec;

import java.util.Arrays;
import org.domainfirmware.emulator.memory.PhysicalMemory;

/** All blocks of a processor by store offset and mode, and by the pages their bytes are in. */
final class BlockCache {
    private static final int BUCKETS = 1 << 14;
    /** Beyond so many blocks everything is forgotten: a bound on memory. */
    private static final int MOST = 60_000;

    private final PhysicalMemory memory;
    private final Block[] buckets = new Block[BUCKETS];
    private final CodePage[] pages;
    private int count;

    BlockCache(PhysicalMemory memory) {
        this.memory = memory;
        pages = new CodePage[memory.store().length >>> PhysicalMemory.PAGE_BITS];
    }

    private static int bucket(int storeOffset, int mode) {
        int h = storeOffset * 0x9E3779B1 ^ mode * 0x85EBCA6B;
        return (h ^ h >>> 15) & BUCKETS - 1;
    }

    Block find(int storeOffset, int mode) {
        Block b = buckets[bucket(storeOffset, mode)];
        while (b != null && (b.storeOffset != storeOffset || b.mode != mode)) {
            b = b.bucketNext;
        }
        return b;
    }

    void add(Block b) {
        if (count >= MOST) {
            clear();
        }
        count++;
        int at = bucket(b.storeOffset, b.mode);
        b.bucketNext = buckets[at];
        buckets[at] = b;
        page(b.storeOffset).add(b, b.storeOffset & 0xFFF, b.firstLength);
        memory.markCode(b.storeOffset, b.firstLength);
        if (b.secondStore >= 0) {
            page(b.secondStore).add(b, b.secondStore & 0xFFF, b.length - b.firstLength);
            memory.markCode(b.secondStore, b.length - b.firstLength);
        }
    }

    private CodePage page(int storeOffset) {
        int number = storeOffset >>> PhysicalMemory.PAGE_BITS;
        if (pages[number] == null) {
            pages[number] = new CodePage();
        }
        return pages[number];
    }

    void remove(Block b) {
        b.epoch = Block.STALE;
        unlink(b);
        page(b.storeOffset).remove(b);
        if (b.secondStore >= 0) {
            page(b.secondStore).remove(b);
        }
    }

    private void unlink(Block b) {
        int at = bucket(b.storeOffset, b.mode);
        if (buckets[at] == b) {
            buckets[at] = b.bucketNext;
            count--;
            return;
        }
        for (Block before = buckets[at]; before != null; before = before.bucketNext) {
            if (before.bucketNext == b) {
                before.bucketNext = b.bucketNext;
                count--;
                return;
            }
        }
    }

    /** Forgets everything: breakpoints changed, or there is too much. */
    void clear() {
        for (Block b : buckets) {
            for (Block x = b; x != null; x = x.bucketNext) {
                x.epoch = Block.STALE;
                x.link0 = null;
                x.link1 = null;
            }
        }
        Arrays.fill(buckets, null);
        count = 0;
        for (int i = 0; i < pages.length; i++) {
            if (pages[i] != null) {
                pages[i] = null;
                memory.clearCode(i << PhysicalMemory.PAGE_BITS, -1);
            }
        }
    }

    /**
     * Bytes of the store were written.
     *
     * @return true when the running block was decoded from some of them
     */
    boolean written(int storeOffset, int length, Block running) {
        int number = storeOffset >>> PhysicalMemory.PAGE_BITS;
        CodePage page = pages[number];
        if (page == null || !page.holdsCode(storeOffset & 0xFFF, length)) {
            return false;
        }
        boolean hitRunning = page.written(storeOffset, length, running);
        if (page.looksLikeData()) {
            for (Block b : page.stale()) {
                remove(b);
            }
            page.remark(number);
            if (page.isEmpty()) {
                memory.clearCode(number << PhysicalMemory.PAGE_BITS, -1);
            }
        }
        return hitRunning;
    }
}
