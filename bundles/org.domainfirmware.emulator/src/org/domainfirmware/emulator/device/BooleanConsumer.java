package org.domainfirmware.emulator.device;

/** Told the level of an output pin that is not an interrupt line, such as the A20 gate. */
@FunctionalInterface
public interface BooleanConsumer {
    /** The pin is now at {@code level}. Repeating a level does nothing. */
    void accept(boolean level);
}
