package org.domainfirmware.emulator.cpu;

/** Sees port accesses of instructions: DR0-DR3 with CR4.DE. Source: SDM volume 3, 17.2.4. */
public interface PortAccessWatch {
    /**
     * Ports were read or written.
     *
     * @param port the first
     * @param size how many: 1, 2 or 4
     */
    void accessed(int port, int size);
}
