package org.domainfirmware.emulator.bus;

/** One interrupt request wire as its source drives it. Repeating a level does nothing. */
@FunctionalInterface
public interface IrqLine {
    /** A wire that goes nowhere. */
    IrqLine UNCONNECTED = level -> { };

    /** Drives the wire: true is asserted. */
    void set(boolean level);

    /** A rising edge, then low again: for sources that pulse. */
    default void pulse() {
        set(true);
        set(false);
    }
}
