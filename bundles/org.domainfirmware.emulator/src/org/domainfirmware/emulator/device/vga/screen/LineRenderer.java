package org.domainfirmware.emulator.device.vga.screen;

/** Turns display memory into the dots of a scan line, for one kind of mode. */
abstract class LineRenderer {
    /** Looks up colours and whatever else stays the same for a picture. */
    abstract void begin();

    /** Dots of a character at full dot clock. */
    abstract int dots();

    /** Dots that a panning count skips. */
    abstract int panning(int count);

    /**
     * Draws {@code characters} of a line.
     *
     * @param counter the CRTC's address counter at the first character
     * @param rowLine line of the character row
     * @param out dots, from index 0
     */
    abstract void draw(int counter, int rowLine, int characters, int[] out);

    /** Whether the row line alone, without another address, makes a different line. */
    boolean rowLineMatters() {
        return false;
    }
}
