package org.domainfirmware.debug.ui.vga;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.domainfirmware.debug.ui.preferences.DebugPreferences;
import org.domainfirmware.debug.ui.rows.ViewActions;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.ScreenView;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** What can be done with a guest's screen beside looking at it. */
final class ScreenActions {
    private static final int CTRL = 0x1D;
    private static final int ALT = 0x38;
    private static final int DELETE = 0xE053;

    private final Shell shell;
    private final Supplier<ScreenView> screen;
    private final Supplier<String> selection;
    private final Supplier<ImageData> picture;
    private final Supplier<DebugPort> port;
    private final Action screenshot = ViewActions.push("Save the screen as PNG...", "screenshot", this::save);
    private final Action copyText = ViewActions.push("Copy the text on the screen, or what is selected of it", "copy", this::copy);
    private final Action copyPicture = ViewActions.push("Copy the screen as a picture", "screenshot", this::copyPicture);

    /** @param selection characters that were chosen, "" when none were */
    ScreenActions(Shell shell, Supplier<ScreenView> screen, Supplier<String> selection, Supplier<ImageData> picture, Supplier<DebugPort> port) {
        this.shell = shell;
        this.screen = screen;
        this.selection = selection;
        this.picture = picture;
        this.port = port;
    }

    Action screenshot() {
        return screenshot;
    }

    Action copyText() {
        return copyText;
    }

    /** The screen is another one: a display that is off has no picture, a graphics mode no text. */
    void screenChanged() {
        screenshot.setEnabled(picture.get() != null);
        copyPicture.setEnabled(picture.get() != null);
        copyText.setEnabled(screen.get() != null && !screen.get().text().isEmpty());
    }

    void fill(IMenuManager menu) {
        menu.add(copyText);
        menu.add(copyPicture);
        menu.add(ViewActions.push("Type the clipboard's text into the guest", "keyboard", this::typeClipboard));
        menu.add(ViewActions.push("Press Ctrl+Alt+Delete in the guest", "keyboard", () -> chord(CTRL, ALT, DELETE)));
        menu.add(new Separator());
        menu.add(magnification());
        Action shape = ViewActions.check(DebugPreferences.MONITOR_SHAPE_WORDS, "vga",
                on -> DebugPreferences.store().setValue(DebugPreferences.MONITOR_SHAPE, on));
        menu.add(shape);
        menu.addMenuListener(m -> shape.setChecked(DebugPreferences.isOn(DebugPreferences.MONITOR_SHAPE)));
    }

    private static IMenuManager magnification() {
        MenuManager menu = new MenuManager("Magnification");
        for (String[] choice : DebugPreferences.scales()) {
            int times = Integer.parseInt(choice[1]);
            Action action = ViewActions.choice(choice[0], () -> DebugPreferences.store().setValue(DebugPreferences.SCALE, times));
            menu.add(action);
            menu.addMenuListener(m -> action.setChecked(DebugPreferences.number(DebugPreferences.SCALE) == times));
        }
        return menu;
    }

    private void save() {
        ImageData data = picture.get();
        if (data == null) {
            return;
        }
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setFilterExtensions(new String[] {"*.png"});
        dialog.setFileName("screen.png");
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file == null) {
            return;
        }
        try {
            Png.write(data, Path.of(file));
        } catch (IOException e) {
            MessageDialog.openError(shell, "Screenshot", e.getMessage());
        }
    }

    private void copy() {
        ScreenView now = screen.get();
        if (now == null || now.text().isEmpty()) {
            return;
        }
        if (!selection.get().isEmpty()) {
            toClipboard(selection.get(), TextTransfer.getInstance());
            return;
        }
        StringBuilder text = new StringBuilder();
        now.text().forEach(row -> text.append(row.stripTrailing()).append(System.lineSeparator()));
        toClipboard(text.toString(), TextTransfer.getInstance());
    }

    private void copyPicture() {
        ImageData data = picture.get();
        if (data != null) {
            toClipboard(data, ImageTransfer.getInstance());
        }
    }

    /** What is chosen with the mouse can be pasted with its middle button, where the window system does so. */
    void chosen(String text) {
        Clipboard clipboard = new Clipboard(shell.getDisplay());
        clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()}, DND.SELECTION_CLIPBOARD);
        clipboard.dispose();
    }

    private void toClipboard(Object what, Transfer how) {
        Clipboard clipboard = new Clipboard(shell.getDisplay());
        clipboard.setContents(new Object[] {what}, new Transfer[] {how});
        clipboard.dispose();
    }

    private void typeClipboard() {
        Clipboard clipboard = new Clipboard(shell.getDisplay());
        Object text = clipboard.getContents(TextTransfer.getInstance());
        clipboard.dispose();
        DebugPort guest = port.get();
        if (text instanceof String typed && guest != null) {
            guest.type(typed);
        }
    }

    private void chord(int... codes) {
        DebugPort guest = port.get();
        if (guest == null) {
            return;
        }
        for (int code : codes) {
            guest.key(code, true);
        }
        for (int i = codes.length - 1; i >= 0; i--) {
            guest.key(codes[i], false);
        }
    }
}
