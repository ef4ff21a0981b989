package org.domainfirmware.debug.ui.vga;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.domainfirmware.debug.ui.rows.RowColours;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** Paints a picture, magnified by whole numbers, with frames around the cells that changed. */
final class PictureCanvas extends Canvas {
    private Picture picture;
    private Image image;
    private List<Picture.Cell> marked = List.of();

    PictureCanvas(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        addPaintListener(e -> paint(e.gc));
        addDisposeListener(e -> clear());
    }

    /** A click on a cell selects its row, and the pointer over it shows a text. */
    void onCell(Consumer<Picture.Cell> clicked, Function<Picture.Cell, String> text) {
        addListener(SWT.MouseDown, e -> {
            Picture.Cell cell = cellAt(e.x, e.y);
            if (cell != null) {
                clicked.accept(cell);
            }
        });
        addMouseMoveListener(e -> {
            Picture.Cell cell = cellAt(e.x, e.y);
            setToolTipText(cell == null ? null : text.apply(cell));
        });
    }

    /** Shows a picture, null for none. */
    void show(Picture newest, Predicate<Picture.Cell> changed) {
        clear();
        picture = newest;
        marked = newest == null ? List.of() : new ArrayList<>(newest.cells().stream().filter(changed).toList());
        redraw();
    }

    /** What is shown, or null. */
    Picture picture() {
        return picture;
    }

    /** The cells with frames. */
    List<Picture.Cell> marked() {
        return List.copyOf(marked);
    }

    private void clear() {
        if (image != null) {
            image.dispose();
            image = null;
        }
    }

    private PixelScale place() {
        Rectangle area = getClientArea();
        return PixelScale.fit(picture.data().width, picture.data().height, area.width, area.height);
    }

    /** The place in the picture under a place on the canvas, null beside it. */
    Point inPicture(int x, int y) {
        if (picture == null) {
            return null;
        }
        PixelScale place = place();
        if (x < place.x() || y < place.y() || x >= place.x() + place.width() || y >= place.y() + place.height()) {
            return null;
        }
        return new Point((x - place.x()) * picture.data().width / place.width(),
                (y - place.y()) * picture.data().height / place.height());
    }

    private Picture.Cell cellAt(int x, int y) {
        Point at = inPicture(x, y);
        return at == null ? null : picture.cells().stream().filter(c -> c.area().contains(at)).findFirst().orElse(null);
    }

    private void paint(GC gc) {
        if (picture == null) {
            return;
        }
        if (image == null) {
            image = new Image(getDisplay(), picture.data());
        }
        PixelScale place = place();
        gc.setAntialias(SWT.OFF);
        gc.setInterpolation(place.width() < picture.data().width ? SWT.LOW : SWT.NONE);
        gc.drawImage(image, 0, 0, picture.data().width, picture.data().height, place.x(), place.y(), place.width(),
                place.height());
        gc.setForeground(RowColours.changed());
        gc.setLineWidth(2);
        for (Picture.Cell cell : marked) {
            Rectangle a = cell.area();
            int left = place.x() + a.x * place.width() / picture.data().width;
            int top = place.y() + a.y * place.height() / picture.data().height;
            gc.drawRectangle(left, top, a.width * place.width() / picture.data().width,
                    a.height * place.height() / picture.data().height);
        }
    }
}
