package org.domainfirmware.emulator.exec;

import java.util.Arrays;
import org.domainfirmware.emulator.exec.op.FarCallOp;
import org.domainfirmware.emulator.exec.op.Jump;
import org.domainfirmware.emulator.exec.op.Op;

/**
 * Instructions that follow each other, up to a jump, a change of mode or the end of the 4 KiB page
 * (one instruction may reach into the next page); or up to a real-mode far call and on at its target. Its key is where its bytes are in the memory store
 * and the mode; its linear address is only where it was found last.
 */
final class Block {
    /** {@link #epoch} of a block that must not be entered without a look at its bytes. */
    static final int STALE = -1;
    /** {@link #epoch} of a block that is looked up anew each time. */
    static final int UNLINKED = -2;

    /** Store offset of the first byte. */
    final int storeOffset;
    /** The processor's mode bits it was made for. */
    final int mode;
    /** Instructions, replaced in place when only their own bytes changed. */
    final Op[] ops;
    /** What runs when the budget is enough for the whole block: the same, but the last two may be one op. */
    Op[] joined;
    /** All bytes it was decoded from, for comparison. */
    final byte[] bytes;
    /** Number of bytes. */
    final int length;
    /** Bytes of its first part; the rest is at {@link #secondStore}. */
    final int firstLength;
    /** Store offset of the part in the next page or at the target of the call, -1 without one. */
    final int secondStore;
    /** The far call behind which it goes on at the target; null in most blocks. */
    final FarCallOp call;
    /** Bytes from the first one to where EIP stands while ops run, or those before the call. */
    final int span;

    /** Linear address it was found at last, valid while {@link #epoch} is the mapping's. */
    int linear;
    int epoch = STALE;
    /** Successors seen last. */
    Block link0;
    Block link1;
    /** Next in its bucket. */
    Block bucketNext;

    Block(int storeOffset, int mode, Op[] ops, byte[] bytes, int firstLength, int secondStore, FarCallOp call) {
        this.storeOffset = storeOffset;
        this.mode = mode;
        this.ops = ops;
        join();
        this.bytes = bytes;
        length = bytes.length;
        this.firstLength = firstLength;
        this.secondStore = secondStore;
        this.call = call;
        span = call == null ? length : firstLength;
    }

    /** Joins the last two ops anew; call when they changed. */
    void join() {
        int n = ops.length;
        Op both = n > 1 && ops[n - 1] instanceof Jump branch ? ops[n - 2].joined(branch) : null;
        joined = ops;
        if (both != null) {
            both.start = ops[n - 2].start;
            both.end = ops[n - 1].end;
            joined = Arrays.copyOf(ops, n - 1);
            joined[n - 2] = both;
        }
    }

    /** Linear address of its second part, when it is found at another. */
    int secondLinear(int firstLinear) {
        return call == null ? firstLinear + firstLength : call.target();
    }

    /** True when any of {@code count} bytes of the store from {@code offset} on are its. */
    boolean covers(int offset, int count) {
        return offset < storeOffset + firstLength && offset + count > storeOffset
                || secondStore >= 0 && offset < secondStore + length - firstLength && offset + count > secondStore;
    }

    /** True when its bytes are still those in the store. */
    boolean matches(byte[] store) {
        for (int i = 0; i < firstLength; i++) {
            if (store[storeOffset + i] != bytes[i]) {
                return false;
            }
        }
        for (int i = firstLength; i < length; i++) {
            if (store[secondStore + i - firstLength] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
