package org.domainfirmware.debug.ui.vga;

import java.util.List;
import org.domainfirmware.debug.ui.preferences.DebugPreferences;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** Paints the newest picture of a guest; at whole magnifications without smoothing. */
final class ScreenCanvas extends Canvas {
    private static final int MARK_ALPHA = 140;

    private ImageData data;
    private Image image;
    private String message = "";
    private List<Rectangle> marks = List.of();
    private long painted;

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

    /** Marks parts of the picture, in its pixels. */
    void mark(List<Rectangle> parts) {
        if (!parts.equals(marks)) {
            marks = List.copyOf(parts);
            redraw();
        }
    }

    /** How many different pictures have been painted. */
    long painted() {
        return painted;
    }

    /** The picture that is shown, or null. */
    ImageData picture() {
        return data;
    }

    /** Where the picture is on the canvas; nothing while there is none. */
    PixelScale place() {
        Rectangle area = getClientArea();
        if (data == null) {
            return new PixelScale(0, 0, 0, 0);
        }
        int most = DebugPreferences.number(DebugPreferences.SCALE);
        return DebugPreferences.isOn(DebugPreferences.MONITOR_SHAPE)
                ? PixelScale.monitor(data.width, data.height, area.width, area.height, most)
                : PixelScale.of(data.width, data.height, area.width, area.height, most);
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
            painted++;
        }
        PixelScale place = place();
        gc.setAntialias(SWT.OFF);
        gc.setInterpolation(place.isWhole(data.width, data.height) ? SWT.NONE : SWT.LOW);
        gc.drawImage(image, 0, 0, data.width, data.height, place.x(), place.y(), place.width(), place.height());
        gc.setBackground(getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
        gc.setAlpha(MARK_ALPHA);
        for (Rectangle mark : marks) {
            int left = place.x() + mark.x * place.width() / data.width;
            int top = place.y() + mark.y * place.height() / data.height;
            gc.fillRectangle(left, top, place.x() + (mark.x + mark.width) * place.width() / data.width - left,
                    place.y() + (mark.y + mark.height) * place.height() / data.height - top);
        }
    }
}
