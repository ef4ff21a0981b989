package org.domainfirmware.emulator.cpu.mmu;

/** What the executor must do around an access that reaches a device from inside a block. */
public interface DeviceSync {
    /** Before: brings the clock to the present instruction. */
    void syncTime();

    /** After: leaves the block behind this instruction when the device raised an interrupt or moved the next event. */
    void afterDevice();
}
