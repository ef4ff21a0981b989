package org.domainfirmware.emulator.device.vga.screen;

import java.util.Arrays;

/** The picture that is kept from frame to frame, and which rows of it were drawn anew. */
final class Canvas {
    private int width;
    private int height;
    private int[] rgb = new int[0];
    private int first;
    private int last;

    /** Begins a picture; tells whether it has another size, and hence nothing of the old one. */
    boolean begin(int newWidth, int newHeight) {
        boolean other = newWidth != width || newHeight != height;
        if (other) {
            width = newWidth;
            height = newHeight;
            rgb = new int[newWidth * newHeight];
        }
        first = newHeight;
        last = -1;
        return other;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The pixels, row by row. */
    int[] rgb() {
        return rgb;
    }

    /** Notes a row that was drawn. */
    void drawn(int row) {
        first = Math.min(first, row);
        last = Math.max(last, row);
    }

    void blank() {
        Arrays.fill(rgb, 0);
        first = 0;
        last = height - 1;
    }

    /** Puts dots into a row, each {@code scale} times. */
    void row(int row, int[] dots, int from, int scale) {
        int at = row * width;
        if (scale == 1) {
            System.arraycopy(dots, from, rgb, at, width);
        } else {
            for (int x = 0; x < width; x++) {
                rgb[at + x] = dots[from + x / scale];
            }
        }
        drawn(row);
    }

    /** Repeats the row above. */
    void repeatRow(int row) {
        System.arraycopy(rgb, (row - 1) * width, rgb, row * width, width);
        drawn(row);
    }

    ScreenFrame frame(long serial) {
        return new ScreenFrame(width, height, rgb.clone(), serial, first, last);
    }
}
