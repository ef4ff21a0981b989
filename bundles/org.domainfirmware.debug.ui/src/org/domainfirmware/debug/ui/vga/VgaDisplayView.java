package org.domainfirmware.debug.ui.vga;

import org.domainfirmware.debug.ui.guest.Guest;
import org.domainfirmware.debug.ui.guest.GuestView;
import org.domainfirmware.debug.ui.rows.ViewActions;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.ScreenView;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;

/** The guest's screen, keyboard and mouse. */
public final class VgaDisplayView extends GuestView {
    public static final String ID = "org.domainfirmware.debug.ui.views.vgaDisplay";
    /** Key of the widgets' data that names them. */
    public static final String WIDGET_ID = "org.domainfirmware.id";
    private static final String CANVAS_ID = "vgaDisplay.canvas";

    private ScreenCanvas canvas;
    private Label status;
    private KeyboardCapture keyboard;
    private MouseCapture mouse;
    private ScreenPuller puller;
    private ScreenView screen;

    @Override
    protected Control createContent(Composite parent) {
        Composite all = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        all.setLayout(layout);
        canvas = new ScreenCanvas(all);
        canvas.setData(WIDGET_ID, CANVAS_ID);
        canvas.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        status = new Label(all, SWT.NONE);
        status.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        mouse = new MouseCapture(canvas, this::port, this::describe);
        keyboard = new KeyboardCapture(canvas, this::port, this::giveBack, this::describe);
        return all;
    }

    @Override
    protected void createActions() {
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        IMenuManager menu = getViewSite().getActionBars().getMenuManager();
        ScreenActions actions = new ScreenActions(getSite().getShell(), () -> screen, canvas::picture, this::port);
        bar.add(ViewActions.check("Give the mouse to the guest on a click", "mouse", mouse::enable));
        bar.add(actions.screenshot());
        bar.add(actions.copyText());
        actions.fill(menu);
    }

    private DebugPort port() {
        Guest guest = guest();
        return guest == null ? null : guest.port();
    }

    /** The picture that is shown now; null while there is none. In the UI thread. */
    public ImageData picture() {
        return canvas.picture();
    }

    /** The text screen that is shown now, rows with line ends between; empty in graphics modes. In the UI thread. */
    public String text() {
        return screen == null ? "" : String.join("\n", screen.text());
    }

    @Override
    protected void refresh(Guest guest) {
        if (puller == null) {
            Display display = canvas.getDisplay();
            puller = new ScreenPuller(guest.port(), (s, picture) -> display.asyncExec(() -> show(guest, s, picture)),
                    why -> display.asyncExec(() -> ended(guest, why)));
            puller.schedule();
        }
    }

    private void show(Guest from, ScreenView newest, ImageData picture) {
        if (!canvas.isDisposed() && from.equals(guest())) {
            screen = newest;
            canvas.show(picture, "The guest's display is off");
            describe();
        }
    }

    private void ended(Guest from, String why) {
        if (!canvas.isDisposed() && from.equals(guest())) {
            status.setText(why);
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
        String input = mouse.capturing() ? "keyboard and mouse belong to the guest: Ctrl+Alt gives them back"
                : keyboard != null && keyboard.capturing() ? "the keyboard belongs to the guest: Ctrl+Alt gives it back"
                        : "click the screen to type into the guest";
        String text = size + "  |  " + input;
        if (!text.equals(status.getText())) {
            status.setText(text);
        }
    }

    @Override
    protected void forget() {
        stopPulling();
        screen = null;
        canvas.show(null, "");
    }

    private void stopPulling() {
        if (puller != null) {
            puller.end();
            puller = null;
        }
    }

    @Override
    protected void shown(boolean now) {
        if (now) {
            update();
        } else {
            stopPulling();
        }
    }

    @Override
    public void setFocus() {
        canvas.setFocus();
    }

    @Override
    public void dispose() {
        stopPulling();
        super.dispose();
    }
}
