package org.domainfirmware.emulator.vmx;

/** The vector bases of the two interrupt controllers, which the hypervisor reads and sets. */
public interface VectorBases {
    /** @param controller 0 master, 1 slave */
    int get(int controller);

    void set(int controller, int base);
}
