package org.domainfirmware.emulator.device.reg;

/** How the guest can reach a register. */
public enum Access {
    READ_ONLY,
    WRITE_ONLY,
    READ_WRITE,
    /** Not addressable: a latch or state machine inside the part that firmware people want to see. */
    INTERNAL
}
