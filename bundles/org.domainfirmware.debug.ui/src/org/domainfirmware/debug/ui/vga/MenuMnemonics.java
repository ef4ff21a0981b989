package org.domainfirmware.debug.ui.vga;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;

/**
 * The keys of a window's menu bar, such as Alt+F. The window system acts on them before a control sees them, so they are
 * taken out of the texts while a guest has the keyboard.
 */
final class MenuMnemonics {
    private final Map<MenuItem, String> texts = new LinkedHashMap<>();

    /** Takes them away. */
    void takeFrom(Shell shell) {
        Menu bar = shell.getMenuBar();
        if (bar == null) {
            return;
        }
        for (MenuItem item : bar.getItems()) {
            String text = item.getText();
            String plain = text.replace("&", "");
            if (!plain.equals(text)) {
                texts.put(item, text);
                item.setText(plain);
            }
        }
    }

    /** Puts them back; entries that have got another text since keep it. */
    void giveBack() {
        texts.forEach((item, text) -> {
            if (!item.isDisposed() && item.getText().equals(text.replace("&", ""))) {
                item.setText(text);
            }
        });
        texts.clear();
    }
}
