package org.domainfirmware.emulator.device.vga.window;

/** Display memory does not answer (disabled by Miscellaneous Output or the sleep bit): the bus floats. */
final class ClosedPath extends WindowPath {
    @Override
    int read(int at) {
        return 0xFF;
    }

    @Override
    int peek(int at) {
        return 0xFF;
    }

    @Override
    void write(int at, int value) {
        // Nobody listens.
    }
}
