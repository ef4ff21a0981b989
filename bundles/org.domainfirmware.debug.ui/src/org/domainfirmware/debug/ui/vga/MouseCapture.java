package org.domainfirmware.debug.ui.vga;

import java.util.function.Supplier;
import org.domainfirmware.emulator.debug.DebugPort;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Cursor;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/**
 * Gives the mouse to a guest: a click on its screen takes it, after that its movements are the guest's. The hidden pointer is
 * put back to the middle of the canvas whenever it has gone far from there. The keyboard's way out gives it back too.
 */
final class MouseCapture implements Listener {
    private final Canvas canvas;
    private final Supplier<DebugPort> port;
    private final Runnable changed;
    private final Cursor hidden;
    private boolean enabled;
    private boolean capturing;
    private int buttons;
    private Point last = new Point(0, 0);
    private boolean puttingBack;

    MouseCapture(Canvas canvas, Supplier<DebugPort> port, Runnable changed) {
        this.canvas = canvas;
        this.port = port;
        this.changed = changed;
        hidden = invisible();
        int[] types = {SWT.MouseDown, SWT.MouseUp, SWT.MouseMove, SWT.MouseWheel, SWT.FocusOut, SWT.Dispose};
        for (int type : types) {
            canvas.addListener(type, this);
        }
    }

    private Cursor invisible() {
        Color black = canvas.getDisplay().getSystemColor(SWT.COLOR_BLACK);
        ImageData dot = new ImageData(1, 1, 1, new PaletteData(black.getRGB()));
        dot.alphaData = new byte[] {0};
        dot.setAlpha(0, 0, 0);
        return new Cursor(canvas.getDisplay(), dot, 0, 0);
    }

    /** Whether a click on the screen takes the mouse; off, the guest gets no mouse. */
    void enable(boolean on) {
        enabled = on;
        if (!on) {
            release();
        }
    }

    boolean enabled() {
        return enabled;
    }

    boolean capturing() {
        return capturing;
    }

    void release() {
        if (capturing) {
            capturing = false;
            buttons = 0;
            send(0, 0, 0);
            if (!canvas.isDisposed()) {
                canvas.setCursor(null);
                canvas.setCapture(false);
                changed.run();
            }
        }
    }

    @Override
    public void handleEvent(Event event) {
        switch (event.type) {
            case SWT.MouseDown -> pressed(event.button, new Point(event.x, event.y));
            case SWT.MouseUp -> {
                buttons &= ~bit(event.button);
                sendIfCaptured(0, 0, 0);
            }
            case SWT.MouseMove -> moved(event);
            case SWT.MouseWheel -> sendIfCaptured(0, 0, event.count > 0 ? -1 : 1);
            case SWT.Dispose -> {
                release();
                hidden.dispose();
            }
            default -> release();
        }
    }

    private void pressed(int button, Point at) {
        canvas.setFocus();
        if (!enabled) {
            return;
        }
        if (!capturing) {
            capturing = true;
            canvas.setCursor(hidden);
            canvas.setCapture(true);
            last = at;
            putBackFromFar();
            changed.run();
            return;
        }
        buttons |= bit(button);
        send(0, 0, 0);
    }

    private void moved(Event event) {
        if (!capturing) {
            return;
        }
        Point middle = middle();
        Point now = new Point(event.x, event.y);
        // Movements from before the pointer was put back may still come.
        if (puttingBack && distance(now, middle) < distance(now, last)) {
            puttingBack = false;
            last = middle;
        }
        int dx = now.x - last.x;
        int dy = now.y - last.y;
        last = now;
        if (dx != 0 || dy != 0) {
            send(dx, dy, 0);
        }
        if (!puttingBack) {
            putBackFromFar();
        }
    }

    private static int distance(Point a, Point b) {
        return Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y));
    }

    private Point middle() {
        Rectangle area = canvas.getClientArea();
        return new Point(area.width / 2, area.height / 2);
    }

    private void putBackFromFar() {
        Point middle = middle();
        puttingBack = distance(last, middle) > Math.min(middle.x, middle.y) / 2;
        if (puttingBack) {
            canvas.getDisplay().setCursorLocation(canvas.toDisplay(middle));
        }
    }

    private void sendIfCaptured(int dx, int dy, int wheel) {
        if (capturing) {
            send(dx, dy, wheel);
        }
    }

    private void send(int dx, int dy, int wheel) {
        DebugPort guest = port.get();
        if (guest != null) {
            guest.mouse(dx, dy, wheel, buttons);
        }
    }

    /** Of the guest's three buttons: left, right, middle. */
    private static int bit(int swtButton) {
        return swtButton == 1 ? 1 : swtButton == 3 ? 2 : swtButton == 2 ? 4 : 0;
    }
}
