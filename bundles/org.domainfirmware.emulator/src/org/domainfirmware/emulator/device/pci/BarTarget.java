package org.domainfirmware.emulator.device.pci;

/** What a base address register moves about: ports or memory. */
public interface BarTarget {
    /** Makes it answer at a base; it answers nowhere at that time. */
    void map(int base);

    /** Makes it answer nowhere. */
    void unmap(int base);
}
