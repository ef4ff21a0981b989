package org.domainfirmware.emulator.exec.op;

/**
 * A far call whose target is known when it is decoded, so that its block may go on there. The ops behind it
 * start where it ends: it moves the block's EIP so that this holds at the target too.
 */
public abstract class FarCallOp extends Op {
    /** Bytes of the block at the target: EIP stands behind them while they run. */
    protected int bytesAtTarget;

    /** Linear address it goes to. */
    public abstract int target();

    /** The block goes on with so many bytes at the target. */
    public final void goesOn(int bytes) {
        bytesAtTarget = bytes;
    }
}
