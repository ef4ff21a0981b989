package org.domainfirmware.emulator.exec;

import java.util.Arrays;

/** The blocks that have bytes in one page of the store, and which bytes those are. */
final class CodePage {
    /** After so many writes in a row that hit only stale blocks the page is taken for data again. */
    private static final int PATIENCE = 64;

    /** A bit for each byte that some block was decoded from. */
    private final long[] code = new long[64];
    private Block[] blocks = new Block[8];
    private int count;
    private int vainHits;

    void add(Block block, int inPage, int length) {
        if (count == blocks.length) {
            blocks = Arrays.copyOf(blocks, count * 2);
        }
        blocks[count++] = block;
        mark(inPage, length);
    }

    private void mark(int inPage, int length) {
        for (int i = inPage; i < inPage + length; i++) {
            code[i >> 6] |= 1L << i;
        }
    }

    /** True when any of the bytes is known as code. */
    boolean holdsCode(int inPage, int length) {
        for (int i = inPage; i < inPage + length; i++) {
            if ((code[i >> 6] & 1L << i) != 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Makes the blocks stale that were decoded from any of these bytes.
     *
     * @return true when the running block is one of them
     */
    boolean written(int storeOffset, int length, Block running) {
        boolean hitRunning = false;
        boolean hitFresh = false;
        for (int i = 0; i < count; i++) {
            Block block = blocks[i];
            if (block.covers(storeOffset, length)) {
                hitFresh |= block.epoch != Block.STALE;
                block.epoch = Block.STALE;
                hitRunning |= block == running;
            }
        }
        vainHits = hitFresh ? 0 : vainHits + 1;
        return hitRunning;
    }

    boolean looksLikeData() {
        return vainHits > PATIENCE;
    }

    /** Forgets a block. */
    void remove(Block block) {
        for (int i = 0; i < count; i++) {
            if (blocks[i] == block) {
                blocks[i] = blocks[--count];
                blocks[count] = null;
                return;
            }
        }
    }

    /** The stale blocks, for removal. */
    Block[] stale() {
        vainHits = 0;
        Block[] found = new Block[count];
        int n = 0;
        for (int i = 0; i < count; i++) {
            if (blocks[i].epoch == Block.STALE) {
                found[n++] = blocks[i];
            }
        }
        return Arrays.copyOf(found, n);
    }

    /** Notes anew which bytes are code, after removals. */
    void remark(int page) {
        Arrays.fill(code, 0);
        for (int i = 0; i < count; i++) {
            Block b = blocks[i];
            if (b.storeOffset >>> 12 == page) {
                mark(b.storeOffset & 0xFFF, b.firstLength);
            }
            if (b.secondStore >= 0 && b.secondStore >>> 12 == page) {
                mark(b.secondStore & 0xFFF, b.length - b.firstLength);
            }
        }
    }

    boolean isEmpty() {
        return count == 0;
    }
}
