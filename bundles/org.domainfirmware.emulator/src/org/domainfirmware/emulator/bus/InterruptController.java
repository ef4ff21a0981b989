package org.domainfirmware.emulator.bus;

/** What the processor's INTR and INTA pins are wired to (the 8259A pair, or a local APIC before it). */
public interface InterruptController {
    /** True while INTR is asserted. Must be cheap: the executor reads it at block boundaries. */
    boolean interruptPending();

    /**
     * The interrupt acknowledge cycle.
     *
     * @return the vector, 0 to 255 (a spurious one when the request went away)
     */
    int acknowledge();
}
