package org.domainfirmware.emulator.device.fdc;

/** What an execution phase asks of the rest of the controller. */
interface FdcHost {
    /** True while DOR's DMAGATE lets DRQ and INT through. */
    boolean gateOpen();

    /** Raises or lowers the interrupt of a non-DMA transfer. */
    void dataInterrupt(boolean level);

    /** Ends the command: result phase with the seven usual bytes. */
    void finish(int st0, int st1, int st2, SectorId id);
}
