package org.domainfirmware.emulator.cpu.mmu;

/**
 * Watches data accesses: memory breakpoints of the debugger, DR0-DR3. Pages it covers never get a
 * TLB entry, so their accesses come by the slow path and all others cost nothing.
 */
public interface AccessWatch {
    /** True when any byte of the 4 KiB pages with these linear and physical addresses is watched. */
    boolean covers(int linear, int physical);

    /** An access happened (a read: before it; a write: after it). */
    void accessed(int linear, int physical, int size, boolean write);
}
