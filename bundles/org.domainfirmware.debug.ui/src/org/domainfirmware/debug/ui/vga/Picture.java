package org.domainfirmware.debug.ui.vga;

import java.util.List;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;

/**
 * A picture of what rows say.
 *
 * @param cells the parts of it that belong to rows
 */
record Picture(ImageData data, List<Cell> cells) {
    /**
     * A part that belongs to a row.
     *
     * @param area in the picture's pixels
     * @param path keys from the root to the row
     * @param place numbers from the root to the row
     */
    record Cell(Rectangle area, List<String> path, int[] place) { }

    Picture {
        cells = List.copyOf(cells);
    }
}
