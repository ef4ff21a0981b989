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
    /** A key of this computer: left and right Shift have the same code. */
    private record Key(int code, int location) { }

    /** What a guest was told to be down; another one may be selected by the time it goes up. */
    private record Held(DebugPort guest, int makeCode) { }

    private final Supplier<DebugPort> port;
    private final Runnable release;
    private final Runnable changed;
    private final Map<Key, Held> down = new HashMap<>();
    private final MenuMnemonics mnemonics = new MenuMnemonics();
    private final Canvas canvas;
    private boolean capturing;

    KeyboardCapture(Canvas canvas, Supplier<DebugPort> port, Runnable release, Runnable changed) {
        this.canvas = canvas;
        this.port = port;
        this.release = release;
        this.changed = changed;
        for (int type : new int[] {SWT.KeyDown, SWT.KeyUp, SWT.FocusIn, SWT.FocusOut, SWT.Traverse, SWT.MenuDetect, SWT.Dispose}) {
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
            case SWT.MenuDetect -> menuKey(event);
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
        if (on) {
            mnemonics.takeFrom(canvas.getShell());
        } else {
            mnemonics.giveBack();
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
        DebugPort guest = port.get();
        if (guest == null) {
            return;
        }
        int code = MakeCodes.of(DebugPreferences.keyboard(), event.keyCode, event.keyLocation);
        // A key of its own, such as + on a German keyboard, needs no Shift; a character that comes without its Shift does.
        boolean shift = (event.stateMask & (SWT.SHIFT | SWT.CAPS_LOCK)) == 0 && MakeCodes.needsShift(event.character) && !shiftIsDown()
                && (code == MakeCodes.NONE || event.character != event.keyCode);
        if (event.keyCode == 0 || code == MakeCodes.NONE || shift) {
            typed(guest, event.character);
            return;
        }
        guest.key(code, true);
        down.put(new Key(event.keyCode, event.keyLocation), new Held(guest, code));
    }

    /** A character that comes without its key, as behind a dead key or from an input method: nothing tells when a key goes up. */
    private static void typed(DebugPort guest, char character) {
        int place = DebugPreferences.keyboard().code(character);
        int code = place != 0 ? place : MakeCodes.ofCharacter(character);
        if (code == MakeCodes.NONE) {
            return;
        }
        boolean shift = place == 0 && MakeCodes.needsShift(character);
        if (shift) {
            guest.key(MakeCodes.SHIFT, true);
        }
        guest.key(code, true);
        guest.key(code, false);
        if (shift) {
            guest.key(MakeCodes.SHIFT, false);
        }
    }

    /** The key with a menu on it: it is known by what it does only. */
    private void menuKey(Event event) {
        DebugPort guest = port.get();
        if (capturing && event.detail == SWT.MENU_KEYBOARD && guest != null) {
            event.doit = false;
            guest.key(MakeCodes.MENU, true);
            guest.key(MakeCodes.MENU, false);
        }
    }

    private boolean shiftIsDown() {
        return down.values().stream().anyMatch(h -> h.makeCode() == MakeCodes.SHIFT || h.makeCode() == MakeCodes.RIGHT_SHIFT);
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
        Held held = down.remove(new Key(event.keyCode, event.keyLocation));
        if (held != null) {
            held.guest().key(held.makeCode(), false);
        }
    }

    /** A guest must not be left with a key held down that nobody holds. */
    private void releaseAll() {
        List<Held> held = new ArrayList<>(down.values());
        down.clear();
        held.forEach(h -> h.guest().key(h.makeCode(), false));
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
