package org.domainfirmware.debug.ui.views;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.debug.ui.model.E820Bar;
import org.domainfirmware.debug.ui.model.E820Model;
import org.domainfirmware.emulator.debug.E820View;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** Two bars to one scale: the map firmware returned and the machine's true one. */
final class MemoryBar extends Canvas {
    private static final int BAR = 18;
    private static final int LABELS = 70;
    private static final int HEIGHT = 2 * BAR + 26;
    private static final int[] COLOURS = {0x9E9E9E, 0x43A047, 0xE57373, 0x42A5F5, 0xAB47BC, 0x212121};

    private E820View view;

    MemoryBar(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        addPaintListener(e -> paint(e.gc));
        addMouseMoveListener(e -> setToolTipText(at(e.x, e.y)));
    }

    void show(E820View newest) {
        view = newest;
        redraw();
    }

    @Override
    public Point computeSize(int width, int height, boolean changed) {
        return new Point(width == SWT.DEFAULT ? 300 : width, HEIGHT);
    }

    private List<E820View.Entry> returned() {
        return E820Model.newestReading(view).stream().filter(c -> !c.failed()).map(E820View.Call::entry).toList();
    }

    private E820Bar scale() {
        List<E820View.Entry> all = new ArrayList<>(view.truth());
        all.addAll(returned());
        return new E820Bar(all);
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.fillRectangle(area);
        if (view == null) {
            return;
        }
        E820Bar scale = scale();
        int width = area.width - LABELS - 4;
        bar(gc, "returned", 2, width, scale.pieces(returned()));
        bar(gc, "true", BAR + 4, width, scale.pieces(view.truth()));
        long[] stops = scale.stops();
        gc.setForeground(getForeground());
        for (int i = 1; i < stops.length; i++) {
            int x = LABELS + (int) (scale.place(stops[i]) * width);
            String text = E820Model.size(stops[i]);
            gc.drawLine(x, 2, x, 2 * BAR + 6);
            gc.drawText(text, x - gc.textExtent(text).x - 2, 2 * BAR + 6, true);
        }
    }

    private void bar(GC gc, String label, int y, int width, List<E820Bar.Piece> pieces) {
        gc.setForeground(getForeground());
        gc.drawText(label, 2, y, true);
        gc.drawRectangle(LABELS, y, width, BAR - 2);
        for (E820Bar.Piece piece : pieces) {
            int type = piece.entry().type();
            int rgb = COLOURS[type > 0 && type < COLOURS.length ? type : 0];
            Color colour = new Color(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF);
            int left = LABELS + (int) (piece.left() * width);
            int right = LABELS + (int) (piece.right() * width);
            gc.setBackground(colour);
            gc.fillRectangle(left, y + 1, Math.max(1, right - left), BAR - 3);
            gc.setBackground(getBackground());
        }
    }

    private String at(int x, int y) {
        if (view == null || x < LABELS) {
            return null;
        }
        double place = (x - LABELS) / (double) Math.max(1, getClientArea().width - LABELS - 4);
        List<E820View.Entry> entries = y < BAR + 3 ? returned() : view.truth();
        for (E820Bar.Piece piece : scale().pieces(entries)) {
            if (place >= piece.left() && place < piece.right()) {
                E820View.Entry e = piece.entry();
                return String.format("%X to %X, %s, %s", e.base(), e.base() + e.length() - 1, E820Model.size(e.length()),
                        E820Model.type(e.type()));
            }
        }
        return null;
    }
}
