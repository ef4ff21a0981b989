package org.domainfirmware.emulator.device.misc;

import org.domainfirmware.emulator.device.BooleanConsumer;

/**
 * The OR of the two A20 outputs: address line 20 passes while the keyboard controller or port 92h lets
 * it. It has no state of its own: both sources drive it again after a restore.
 */
public final class A20Gate {
    private final BooleanConsumer sink;
    private boolean keyboard;
    private boolean fast;

    /** {@code sink} is told the result: true when line 20 passes. */
    public A20Gate(BooleanConsumer sink) {
        this.sink = sink;
    }

    /** The keyboard controller's output. */
    public void keyboard(boolean level) {
        keyboard = level;
        sink.accept(keyboard || fast);
    }

    /** Port 92h's output. */
    public void fast(boolean level) {
        fast = level;
        sink.accept(keyboard || fast);
    }

    /** True when address line 20 passes. */
    public boolean open() {
        return keyboard || fast;
    }
}
