package org.domainfirmware.debug.ui.vga;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.domainfirmware.debug.ui.preferences.DebugPreferences;
import org.domainfirmware.emulator.debug.DebugPort;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.keys.IBindingService;

/**
 * Sends the keys pressed on a canvas to a guest. While the canvas has the focus the workbench's own key bindings are off,
 * so that F5 and Ctrl+S reach the guest; a key that the preferences name gives them back.
 */
final class KeyboardCapture implements Listener {
    private final Supplier<DebugPort> port;
    private final Runnable release;
    private final Runnable changed;
    private final Map<Integer, Integer> down = new HashMap<>();
    private boolean capturing;

    KeyboardCapture(Canvas canvas, Supplier<DebugPort> port, Runnable release, Runnable changed) {
        this.port = port;
        this.release = release;
        this.changed = changed;
        for (int type : new int[] {SWT.KeyDown, SWT.KeyUp, SWT.FocusIn, SWT.FocusOut, SWT.Traverse, SWT.Dispose}) {
            canvas.addListener(type, this);
        }
    }

    boolean capturing() {
        return capturing;
    }

    @Override
    public void handleEvent(Event event) {
        switch (event.type) {
            case SWT.FocusIn -> capture(true);
            case SWT.FocusOut, SWT.Dispose -> capture(false);
            case SWT.Traverse -> {
                event.doit = false;
                event.detail = SWT.TRAVERSE_NONE;
            }
            case SWT.KeyDown -> pressed(event);
            default -> released(event);
        }
    }

    private void capture(boolean on) {
        if (capturing == on) {
            return;
        }
        capturing = on;
        IBindingService bindings = PlatformUI.getWorkbench().getService(IBindingService.class);
        if (bindings != null) {
            bindings.setKeyFilterEnabled(!on);
        }
        if (!on) {
            releaseAll();
        }
        changed.run();
    }

    private void pressed(Event event) {
        event.doit = false;
        if (isWayOut(event)) {
            releaseAll();
            release.run();
            return;
        }
        int code = MakeCodes.of(event.keyCode, event.keyLocation);
        if (code == MakeCodes.NONE) {
            code = MakeCodes.of(event.character, SWT.NONE);
        }
        DebugPort guest = port.get();
        if (code == MakeCodes.NONE || guest == null) {
            return;
        }
        // Characters that come without their Shift key, as from an input method or a test, get one.
        boolean shift = MakeCodes.needsShift(event.character) && (event.stateMask & (SWT.SHIFT | SWT.CAPS_LOCK)) == 0
                && !down.containsValue(MakeCodes.SHIFT) && !down.containsValue(0x36);
        if (shift) {
            guest.key(MakeCodes.SHIFT, true);
        }
        guest.key(code, true);
        if (shift) {
            guest.key(code, false);
            guest.key(MakeCodes.SHIFT, false);
        } else {
            down.put(event.keyCode, code);
        }
    }

    private static boolean isWayOut(Event event) {
        return switch (DebugPreferences.releaseKey()) {
            case CTRL_ALT -> event.keyCode == SWT.ALT && (event.stateMask & SWT.CTRL) != 0
                    || event.keyCode == SWT.CTRL && (event.stateMask & SWT.ALT) != 0;
            case RIGHT_CTRL -> event.keyCode == SWT.CTRL && event.keyLocation == SWT.RIGHT;
            case SCROLL_LOCK -> event.keyCode == SWT.SCROLL_LOCK;
        };
    }

    private void released(Event event) {
        event.doit = false;
        Integer code = down.remove(event.keyCode);
        DebugPort guest = port.get();
        if (code != null && guest != null) {
            guest.key(code, false);
        }
    }

    /** A guest must not be left with a key held down that nobody holds. */
    private void releaseAll() {
        DebugPort guest = port.get();
        List<Integer> held = new ArrayList<>(down.values());
        down.clear();
        if (guest != null) {
            held.forEach(code -> guest.key(code, false));
        }
    }

    /** Moves the focus away from the canvas, to its parent's next control. */
    static void leave(Canvas canvas) {
        Display display = canvas.getDisplay();
        canvas.getShell().forceFocus();
        if (display.getFocusControl() == canvas) {
            canvas.getParent().forceFocus();
        }
    }
}
