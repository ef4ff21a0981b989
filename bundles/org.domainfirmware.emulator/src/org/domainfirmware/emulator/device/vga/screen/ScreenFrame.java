package org.domainfirmware.emulator.device.vga.screen;

/** What the monitor shows at one moment. Immutable, so any thread may keep it. */
public final class ScreenFrame {
    private final int width;
    private final int height;
    private final int[] rgb;
    private final long serial;
    private final int firstChangedRow;
    private final int lastChangedRow;

    ScreenFrame(int width, int height, int[] rgb, long serial, int firstChangedRow, int lastChangedRow) {
        this.width = width;
        this.height = height;
        this.rgb = rgb;
        this.serial = serial;
        this.firstChangedRow = firstChangedRow;
        this.lastChangedRow = lastChangedRow;
    }

    /** Pixels of a line: dots of the dot clock at full rate, so that a 320-pixel line has 640. */
    public int width() {
        return width;
    }

    /** Scan lines. */
    public int height() {
        return height;
    }

    /** Grows by one with each different picture of a screen. */
    public long serial() {
        return serial;
    }

    /** First row that may differ from the picture before; equal to {@link #height} when none does. */
    public int firstChangedRow() {
        return firstChangedRow;
    }

    /** Last row that may differ from the picture before, -1 when none does. */
    public int lastChangedRow() {
        return lastChangedRow;
    }

    /** Colour of a pixel, 0xRRGGBB. */
    public int rgb(int x, int y) {
        return rgb[y * width + x];
    }

    /** Copies rows, 0xRRGGBB a pixel, as {@code width() * rows} values. */
    public void copyRows(int firstRow, int rows, int[] to, int offset) {
        System.arraycopy(rgb, firstRow * width, to, offset, rows * width);
    }

    /** All pixels, row by row, 0xRRGGBB: the picture's own, not to be written to. */
    public int[] pixels() {
        return rgb;
    }

    /** All pixels, row by row, 0xRRGGBB. */
    public int[] toArray() {
        return rgb.clone();
    }
}
