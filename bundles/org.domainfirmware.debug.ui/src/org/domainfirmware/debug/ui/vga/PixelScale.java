package org.domainfirmware.debug.ui.vga;

/**
 * Where the guest's picture is on a canvas: magnified by whole numbers so that its pixels stay crisp, or shrunk to fit
 * where even its own size is too large.
 *
 * @param x left edge on the canvas, pixels
 */
public record PixelScale(int x, int y, int width, int height) {
    /** Largest whole magnification; modes with half as many lines than columns would have (320 x 100) are not stretched. */
    public static PixelScale fit(int pictureWidth, int pictureHeight, int canvasWidth, int canvasHeight) {
        return of(pictureWidth, pictureHeight, canvasWidth, canvasHeight, 0);
    }

    /**
     * A whole magnification that fits.
     *
     * @param most magnification, 0 for as large as fits
     */
    public static PixelScale of(int pictureWidth, int pictureHeight, int canvasWidth, int canvasHeight,
            int most) {
        if (pictureWidth <= 0 || pictureHeight <= 0 || canvasWidth <= 0 || canvasHeight <= 0) {
            return new PixelScale(0, 0, 0, 0);
        }
        int times = Math.min(canvasWidth / pictureWidth, canvasHeight / pictureHeight);
        if (most > 0) {
            times = Math.min(times, most);
        }
        int width = pictureWidth * times;
        int height = pictureHeight * times;
        if (times == 0) {
            double shrink = Math.min((double) canvasWidth / pictureWidth, (double) canvasHeight / pictureHeight);
            width = Math.max(1, (int) (pictureWidth * shrink));
            height = Math.max(1, (int) (pictureHeight * shrink));
        }
        return new PixelScale((canvasWidth - width) / 2, (canvasHeight - height) / 2, width, height);
    }
}
