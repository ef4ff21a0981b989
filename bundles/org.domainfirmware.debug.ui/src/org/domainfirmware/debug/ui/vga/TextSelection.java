package org.domainfirmware.debug.ui.vga;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.domainfirmware.emulator.debug.ScreenView;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/** Characters of a text screen that a person chose by dragging, row by row as in a terminal. */
final class TextSelection implements Listener {
    private static final Point NONE = new Point(-1, -1);

    private final ScreenCanvas canvas;
    private final Supplier<ScreenView> screen;
    private final BooleanSupplier allowed;
    private final Consumer<String> chosen;
    private Point anchor = NONE;
    private Point end = NONE;
    private boolean dragging;

    /**
     * Listens to the canvas.
     *
     * @param allowed whether the mouse is not the guest's
     * @param chosen gets the text when the button goes up
     */
    TextSelection(ScreenCanvas canvas, Supplier<ScreenView> screen, BooleanSupplier allowed, Consumer<String> chosen) {
        this.canvas = canvas;
        this.screen = screen;
        this.allowed = allowed;
        this.chosen = chosen;
        for (int type : new int[] {SWT.MouseDown, SWT.MouseMove, SWT.MouseUp}) {
            canvas.addListener(type, this);
        }
    }

    @Override
    public void handleEvent(Event event) {
        switch (event.type) {
            case SWT.MouseDown -> {
                if (event.button == 1) {
                    clear();
                    anchor = allowed.getAsBoolean() ? cell(event) : NONE;
                    dragging = !anchor.equals(NONE);
                }
            }
            case SWT.MouseMove -> extend(event);
            default -> {
                if (dragging && event.button == 1) {
                    extend(event); // A fast pointer may have been told of nowhere between.
                    dragging = false;
                    if (!text().isEmpty()) {
                        chosen.accept(text());
                    }
                }
            }
        }
    }

    private void extend(Event event) {
        Point to = cell(event);
        if (dragging && !to.equals(NONE) && !(end.equals(NONE) && to.equals(anchor))) {
            end = to;
            canvas.mark(marks());
        }
    }

    /** Forgets what was chosen. */
    void clear() {
        anchor = NONE;
        end = NONE;
        canvas.mark(List.of());
    }

    /** Column and row under the pointer, the nearest ones when it is beside the picture. */
    private Point cell(Event event) {
        List<String> rows = rows();
        PixelScale place = canvas.place();
        if (rows.isEmpty() || place.width() == 0) {
            return NONE;
        }
        int columns = rows.get(0).length();
        return new Point(within((event.x - place.x()) * columns / place.width(), columns),
                within((event.y - place.y()) * rows.size() / place.height(), rows.size()));
    }

    private static int within(int value, int count) {
        return Math.max(0, Math.min(count - 1, value));
    }

    private List<String> rows() {
        ScreenView now = screen.get();
        return now == null ? List.of() : now.text();
    }

    /** The columns of a row that are chosen, as first column and number of columns. */
    private Point columns(int row, int width) {
        boolean forward = anchor.y < end.y || anchor.y == end.y && anchor.x <= end.x;
        Point first = forward ? anchor : end;
        Point last = forward ? end : anchor;
        if (end.equals(NONE) || row < first.y || row > last.y) {
            return new Point(0, 0);
        }
        int from = row == first.y ? first.x : 0;
        return new Point(from, (row == last.y ? last.x + 1 : width) - from);
    }

    /** The characters that are chosen, with line ends between rows; "" when none are. */
    String text() {
        List<String> lines = new ArrayList<>();
        List<String> rows = rows();
        for (int row = 0; row < rows.size(); row++) {
            String line = rows.get(row);
            Point columns = columns(row, line.length());
            if (columns.y > 0 && columns.x + columns.y <= line.length()) {
                lines.add(line.substring(columns.x, columns.x + columns.y).stripTrailing());
            }
        }
        return String.join(System.lineSeparator(), lines);
    }

    /** What is chosen, in pixels of the picture. */
    private List<Rectangle> marks() {
        List<Rectangle> marks = new ArrayList<>();
        List<String> rows = rows();
        ScreenView now = screen.get();
        for (int row = 0; row < rows.size(); row++) {
            int width = rows.get(row).length();
            Point columns = columns(row, width);
            if (columns.y > 0) {
                int left = columns.x * now.width() / width;
                int top = row * now.height() / rows.size();
                marks.add(new Rectangle(left, top, (columns.x + columns.y) * now.width() / width - left,
                        (row + 1) * now.height() / rows.size() - top));
            }
        }
        return marks;
    }
}
