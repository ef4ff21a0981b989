package org.domainfirmware.debug.ui.vga;

import java.util.function.Supplier;
import org.domainfirmware.debug.ui.preferences.DebugPreferences;
import org.domainfirmware.debug.ui.rows.ViewActions;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.ScreenView;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** The guest's picture, with its keyboard and mouse. */
final class ScreenPage {
    private static final String CANVAS_ID = "vgaDisplay.canvas";
    private static final String STATUS_ID = "vgaDisplay.status";

    private final Supplier<DebugPort> port;
    private Composite all;
    private ScreenCanvas canvas;
    private Label status;
    private KeyboardCapture keyboard;
    private MouseCapture mouse;
    private Action takeMouse;
    private ScreenActions actions;
    private ScreenPuller puller;
    private ScreenView screen;

    /** @param port gives the selected guest's, or null */
    ScreenPage(Supplier<DebugPort> port) {
        this.port = port;
    }

    Control create(Composite parent, Shell shell) {
        all = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(all);
        canvas = new ScreenCanvas(all);
        canvas.setData(VgaDisplayView.WIDGET_ID, CANVAS_ID);
        canvas.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        status = new Label(all, SWT.NONE);
        status.setData(VgaDisplayView.WIDGET_ID, STATUS_ID);
        status.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        mouse = new MouseCapture(canvas, port, this::describe);
        keyboard = new KeyboardCapture(canvas, port, this::giveBack, this::describe);
        TextSelection selection = new TextSelection(canvas, () -> screen, () -> !mouse.enabled(), text -> actions.chosen(text));
        actions = new ScreenActions(shell, () -> screen, selection::text, canvas::picture, port);
        MenuManager menu = new MenuManager();
        fill(menu);
        canvas.setMenu(menu.createContextMenu(canvas));
        canvas.addListener(SWT.MenuDetect, e -> e.doit &= !mouse.enabled());
        takeMouse = ViewActions.check("Give the mouse to the guest on a click", "mouse", mouse::enable);
        takeMouse.setChecked(DebugPreferences.isOn(DebugPreferences.MOUSE));
        mouse.enable(takeMouse.isChecked());
        IPreferenceStore settings = DebugPreferences.store();
        IPropertyChangeListener listener = e -> settingChanged(e.getProperty());
        settings.addPropertyChangeListener(listener);
        all.addDisposeListener(e -> settings.removePropertyChangeListener(listener));
        return all;
    }

    private void settingChanged(String name) {
        if (name.equals(DebugPreferences.MOUSE)) {
            takeMouse.setChecked(DebugPreferences.isOn(DebugPreferences.MOUSE));
            mouse.enable(takeMouse.isChecked());
        }
        canvas.redraw();
        describe();
    }

    void contribute(IToolBarManager bar) {
        bar.add(takeMouse);
        bar.add(actions.screenshot());
        bar.add(actions.copyText());
    }

    void fill(IMenuManager menu) {
        actions.fill(menu);
    }

    Action copyText() {
        return actions.copyText();
    }

    /** The picture that is shown now; null while there is none. */
    ImageData picture() {
        return canvas.picture();
    }

    /** How many different pictures have been painted. */
    long painted() {
        return canvas.painted();
    }

    /** Where the picture is on the canvas. */
    PixelScale place() {
        return canvas.place();
    }

    /** The text screen that is shown now. */
    String text() {
        return screen == null ? "" : String.join("\n", screen.text());
    }

    /** Shows the guest's screen from now on. */
    void pull(DebugPort from) {
        if (puller == null) {
            Display display = canvas.getDisplay();
            puller = new ScreenPuller(from, task -> {
                if (!display.isDisposed()) {
                    display.asyncExec(task);
                }
            }, (newest, picture) -> show(from, newest, picture), why -> ended(from, why));
            puller.start();
        }
    }

    private void show(DebugPort from, ScreenView newest, ImageData picture) {
        if (!canvas.isDisposed() && from.equals(port.get())) {
            screen = newest;
            canvas.show(picture, "The guest's display is off");
            actions.screenChanged();
            describe();
        }
    }

    private void ended(DebugPort from, String why) {
        if (!canvas.isDisposed() && from.equals(port.get())) {
            status.setText(why);
        }
    }

    /** Who types into a guest and comes to a breakpoint goes on with the workbench's keys. */
    void guestStopped() {
        if (keyboard.capturing() || mouse.capturing()) {
            giveBack();
        }
    }

    private void giveBack() {
        mouse.release();
        KeyboardCapture.leave(canvas);
        describe();
    }

    private void describe() {
        if (status.isDisposed()) {
            return;
        }
        String size = screen == null || screen.width() == 0 ? "display off"
                : screen.width() + " x " + screen.height() + (screen.text().isEmpty() ? " graphics"
                        : ", text " + screen.text().size() + " rows");
        String key = DebugPreferences.releaseKey().words();
        String input = mouse.capturing() ? "keyboard and mouse belong to the guest: " + key + " gives them back"
                : keyboard != null && keyboard.capturing() ? "the keyboard belongs to the guest: " + key + " gives it back"
                        : "click the screen to type into the guest";
        String text = size + "  |  " + input;
        if (!text.equals(status.getText())) {
            status.setText(text);
        }
    }

    void forget() {
        mouse.release();
        stop();
        screen = null;
        canvas.show(null, "");
    }

    /** Asks for no more pictures. */
    void stop() {
        if (puller != null) {
            puller.end();
            puller = null;
        }
    }

    void setFocus() {
        canvas.setFocus();
    }
}
