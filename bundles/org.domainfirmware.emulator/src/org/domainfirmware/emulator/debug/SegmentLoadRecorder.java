package org.domainfirmware.emulator.debug;

import java.util.Arrays;
import java.util.function.IntSupplier;
import org.domainfirmware.emulator.cpu.TransferHook;
import org.domainfirmware.emulator.cpu.state.CpuState;

/**
 * Remembers where each segment register got its limit and rights from a descriptor. Real-mode loads leave them alone, so
 * for an unreal register this is the place that made it unreal.
 */
final class SegmentLoadRecorder implements TransferHook {
    /** Nothing has been loaded from a descriptor. */
    static final long UNKNOWN = -1;
    private static final int SEGMENTS = 6;

    private final CpuState state;
    private final IntSupplier currentEip;
    private final long[] loadedAt = new long[SEGMENTS];

    /** @param currentEip EIP of the instruction being executed */
    SegmentLoadRecorder(CpuState state, IntSupplier currentEip) {
        this.state = state;
        this.currentEip = currentEip;
        forget();
    }

    /** Linear address of the instruction, or {@link #UNKNOWN}. */
    long loadedAt(int segment) {
        return loadedAt[segment];
    }

    /** After a reset nothing is from a descriptor. */
    void forget() {
        Arrays.fill(loadedAt, UNKNOWN);
    }

    @Override
    public void descriptorLoad(int segment) {
        if (segment < SEGMENTS) {
            loadedAt[segment] = state.cs.base + currentEip.getAsInt() & 0xFFFFFFFFL;
        }
    }
}
