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
        if (times == 0) {
            return within(pictureWidth, pictureHeight, canvasWidth, canvasHeight);
        }
        return centred(pictureWidth * times, pictureHeight * times, canvasWidth, canvasHeight);
    }

    /**
     * As a monitor of 4 to 3 shows it, whatever its numbers of dots and lines.
     *
     * @param most magnification of the dots, 0 for as large as fits
     */
    public static PixelScale monitor(int pictureWidth, int pictureHeight, int canvasWidth, int canvasHeight, int most) {
        if (pictureWidth <= 0 || pictureHeight <= 0 || canvasWidth <= 0 || canvasHeight <= 0) {
            return new PixelScale(0, 0, 0, 0);
        }
        int width = most == 0 ? canvasWidth : Math.min(canvasWidth, pictureWidth * most);
        return within(4, 3, width, canvasHeight).movedInto(canvasWidth);
    }

    /** The largest that has a shape and fits. */
    private static PixelScale within(int shapeWidth, int shapeHeight, int canvasWidth, int canvasHeight) {
        double size = Math.min((double) canvasWidth / shapeWidth, (double) canvasHeight / shapeHeight);
        return centred(Math.max(1, (int) (shapeWidth * size)), Math.max(1, (int) (shapeHeight * size)), canvasWidth, canvasHeight);
    }

    private static PixelScale centred(int width, int height, int canvasWidth, int canvasHeight) {
        return new PixelScale((canvasWidth - width) / 2, (canvasHeight - height) / 2, width, height);
    }

    private PixelScale movedInto(int canvasWidth) {
        return new PixelScale((canvasWidth - width) / 2, y, width, height);
    }

    /** Whether each pixel of a picture becomes a square of whole pixels. */
    boolean isWhole(int pictureWidth, int pictureHeight) {
        return width >= pictureWidth && width % pictureWidth == 0 && height == width / pictureWidth * pictureHeight;
    }
}
