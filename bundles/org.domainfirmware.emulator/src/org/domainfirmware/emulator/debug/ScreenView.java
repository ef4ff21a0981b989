package org.domainfirmware.emulator.debug;

import java.util.List;

/**
 * The guest's screen.
 *
 * @param width pixels, 0 while the display is off
 * @param rgb width x height pixels, 0x00RRGGBB, row by row; not to be written to
 * @param text rows of the text screen, or empty in graphics modes
 * @param change a number that grows whenever something visible changed
 */
public record ScreenView(int width, int height, int[] rgb, List<String> text, long change) {
    public ScreenView {
        text = List.copyOf(text);
    }
}
