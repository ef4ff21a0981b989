package org.domainfirmware.emulator.exec;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.mmu.AccessWatch;
import org.domainfirmware.emulator.cpu.state.Cr;

/**
 * Where blocks are cut and which pages are watched: the guest's debug registers and the debugger's
 * breakpoints together. Source: SDM volume 3, 17.2.
 */
final class DebugStops implements AccessWatch {
    private static final int EXECUTE = 0;
    private static final int WRITE = 1;
    /** With CR4.DE: reads and writes of ports. */
    private static final int PORT = 2;
    private static final int READ_WRITE = 3;

    private final Cpu cpu;
    private final int[] seen = new int[8];
    private Breakpoints breakpoints = Breakpoints.NONE;
    private AccessWatch debugger;
    private boolean executing;
    private boolean watching;
    private boolean extensions;
    /** DR6 bits of data breakpoints hit by the instruction just run. */
    private int hits;

    DebugStops(Cpu cpu) {
        this.cpu = cpu;
    }

    void breakpoints(Breakpoints newBreakpoints) {
        breakpoints = newBreakpoints;
    }

    Breakpoints breakpoints() {
        return breakpoints;
    }

    void watch(AccessWatch newWatch) {
        debugger = newWatch;
        install();
    }

    private void install() {
        cpu.linear.watch(watching || debugger != null ? this : null);
    }

    private boolean enabled(int n) {
        return (seen[7] >>> 2 * n & 3) != 0;
    }

    private int kind(int n) {
        return seen[7] >>> 16 + 4 * n & 3;
    }

    private boolean isData(int n) {
        return kind(n) == WRITE || kind(n) == READ_WRITE;
    }

    private int length(int n) {
        int code = seen[7] >>> 18 + 4 * n & 3;
        return code == 2 ? 8 : code + 1;
    }

    /**
     * Takes over what the debug registers say now.
     *
     * @return true when the blocks must be made anew
     */
    boolean refresh() {
        int[] dr = cpu.s.dr;
        boolean debuggingExtensions = (cpu.s.cr4 & Cr.CR4_DE) != 0;
        boolean same = debuggingExtensions == extensions && dr[7] == seen[7] && ((dr[7] & 0xFF) == 0
                || dr[0] == seen[0] && dr[1] == seen[1] && dr[2] == seen[2] && dr[3] == seen[3]);
        if (same) {
            return false;
        }
        System.arraycopy(dr, 0, seen, 0, 8);
        extensions = debuggingExtensions;
        boolean executed = executing;
        boolean watched = watching;
        executing = false;
        watching = false;
        boolean ports = false;
        for (int n = 0; n < 4; n++) {
            if (enabled(n)) {
                executing |= kind(n) == EXECUTE;
                watching |= isData(n);
                ports |= kind(n) == PORT && extensions;
            }
        }
        cpu.portWatch = ports ? this::portAccessed : null;
        if (watched || watching) {
            install();
        }
        return executed || executing;
    }

    boolean mayStopAt(int linear, int storeOffset) {
        return executing && executionHits(linear) != 0 || breakpoints.mayStopAt(linear, storeOffset);
    }

    /** DR6 bits of the instruction breakpoints at an address. */
    int executionHits(int linear) {
        int bits = 0;
        for (int n = 0; executing && n < 4; n++) {
            bits |= enabled(n) && kind(n) == EXECUTE && seen[n] == linear ? 1 << n : 0;
        }
        return bits;
    }

    @Override
    public boolean covers(int linear, int physical) {
        for (int n = 0; watching && n < 4; n++) {
            if (enabled(n) && isData(n) && seen[n] >>> 12 == linear >>> 12) {
                return true;
            }
        }
        return debugger != null && debugger.covers(linear, physical);
    }

    @Override
    public void accessed(int linear, int physical, int size, boolean write) {
        for (int n = 0; watching && n < 4; n++) {
            boolean wanted = enabled(n) && (kind(n) == READ_WRITE || kind(n) == WRITE && write);
            hitIf(wanted, n, linear, size);
        }
        if (debugger != null && debugger.covers(linear, physical)) {
            debugger.accessed(linear, physical, size, write);
        }
    }

    /** An IN or OUT happened; its trap comes behind the instruction, or the iteration of a repeat. */
    private void portAccessed(int port, int size) {
        for (int n = 0; n < 4; n++) {
            hitIf(enabled(n) && kind(n) == PORT && extensions, n, port, size);
        }
    }

    private void hitIf(boolean wanted, int n, int address, int size) {
        int first = seen[n] & -length(n);
        if (wanted && address < first + length(n) && address + size > first) {
            hits |= 1 << n;
            cpu.leaveBlock();
        }
    }

    /** True while there may be any place to stop at. */
    boolean any() {
        return executing || breakpoints != Breakpoints.NONE;
    }

    /** DR6 bits of data breakpoints since the last call. */
    int takeHits() {
        int taken = hits;
        hits = 0;
        return taken;
    }
}
