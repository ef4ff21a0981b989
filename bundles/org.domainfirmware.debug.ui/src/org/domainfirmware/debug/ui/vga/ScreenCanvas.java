package org.domainfirmware.debug.ui.vga;

import org.domainfirmware.debug.ui.preferences.DebugPreferences;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** Paints the newest picture of a guest, without smoothing. */
final class ScreenCanvas extends Canvas {
    private ImageData data;
    private Image image;
    private String message = "";

    ScreenCanvas(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        setBackground(getDisplay().getSystemColor(SWT.COLOR_BLACK));
        addPaintListener(e -> paint(e.gc));
        addDisposeListener(e -> clear());
    }

    /** Shows a picture; null with a message when there is none. */
    void show(ImageData picture, String text) {
        clear();
        data = picture;
        message = text;
        redraw();
    }

    /** The picture that is shown, or null. */
    ImageData picture() {
        return data;
    }

    /** Where the picture is on the canvas; nothing while there is none. */
    PixelScale place() {
        Rectangle area = getClientArea();
        return data == null ? new PixelScale(0, 0, 0, 0) : PixelScale.of(data.width, data.height, area.width, area.height,
                DebugPreferences.number(DebugPreferences.SCALE));
    }

    private void clear() {
        if (image != null) {
            image.dispose();
            image = null;
        }
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.setBackground(getDisplay().getSystemColor(SWT.COLOR_BLACK));
        gc.fillRectangle(area);
        if (data == null) {
            gc.setForeground(getDisplay().getSystemColor(SWT.COLOR_GRAY));
            gc.drawText(message, 8, 8, true);
            return;
        }
        if (image == null) {
            image = new Image(getDisplay(), data);
        }
        PixelScale place = place();
        boolean shrunk = place.width() < data.width;
        gc.setAntialias(SWT.OFF);
        gc.setInterpolation(shrunk ? SWT.HIGH : SWT.NONE);
        gc.drawImage(image, 0, 0, data.width, data.height, place.x(), place.y(), place.width(), place.height());
    }
}
