package org.domainfirmware.firmware.ui.layout;

import java.util.function.Consumer;

import org.domainfirmware.firmware.core.rom.RomLayout;
import org.domainfirmware.firmware.core.rom.RomPiece;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** An image as a bar, from its first byte to its last; a click selects what is there. */
final class RomBar extends Canvas {
    private static final int HEIGHT = 28;
    private RomLayout layout;
    private RomPiece selected;

    RomBar(Composite parent, Consumer<RomPiece> clicked) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.BORDER);
        addPaintListener(e -> paint(e.gc));
        addListener(SWT.MouseDown, e -> {
            RomPiece piece = pieceAt(e.x);
            if (piece != null) {
                clicked.accept(piece);
            }
        });
        addListener(SWT.MouseMove, e -> {
            RomPiece piece = pieceAt(e.x);
            setToolTipText(piece == null ? null : piece.size() + " bytes " + RomLayoutView.describe(piece));
        });
    }

    void show(RomLayout value) {
        layout = value;
        selected = null;
        redraw();
    }

    void select(RomPiece piece) {
        selected = piece;
        redraw();
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        return new Point(wHint == SWT.DEFAULT ? 200 : wHint, HEIGHT);
    }

    private RomPiece pieceAt(int x) {
        int width = getClientArea().width;
        if (layout == null || width <= 0) {
            return null;
        }
        long offset = (long) x * layout.size() / width;
        return layout.pieces().stream().filter(p -> offset >= p.offset() && offset < p.end()).findFirst().orElse(null);
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        if (layout == null || layout.size() == 0) {
            return;
        }
        for (RomPiece piece : layout.pieces()) {
            int from = (int) ((long) piece.offset() * area.width / layout.size());
            int to = (int) ((long) piece.end() * area.width / layout.size());
            gc.setBackground(color(piece));
            gc.fillRectangle(from, 0, Math.max(to - from, 1), area.height);
            if (piece.equals(selected)) {
                gc.setForeground(getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
                gc.setLineWidth(3);
                gc.drawRectangle(from, 1, Math.max(to - from, 3), area.height - 3);
            }
        }
    }

    /** Neighbours of one kind differ a little, so that they can be told apart. */
    private Color color(RomPiece piece) {
        int shade = piece.offset() % 3 * 14;
        return switch (piece.kind()) {
            case HEADER -> new Color(200, 120, 40);
            case FUNCTION -> new Color(70, 110 + shade, 180 + shade);
            case ENTRY -> new Color(90, 150 + shade, 110);
            case DATA -> new Color(170 + shade, 150 + shade, 90);
            case FREE -> getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND);
        };
    }
}
