package org.domainfirmware.ui.driver;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.IWorkbenchWindow;

/** Selects entries of the menu bar and of context menus. */
public final class Menus {
	private Menus() {
	}

	/** Selects an entry of the menu bar: {@code select("Window", "Show View", "Other...")}. */
	public static void select(String... path) {
		IWorkbenchWindow window = Windows.main();
		choose(UiThread.call(() -> window.getShell().getMenuBar()), path);
	}

	/** Selects an entry of a control's context menu. */
	public static void context(Control control, String... path) {
		Menu menu = UiThread.call(() -> {
			Event event = new Event();
			event.x = control.toDisplay(5, 5).x;
			event.y = control.toDisplay(5, 5).y;
			control.notifyListeners(SWT.MenuDetect, event);
			return control.getMenu();
		});
		choose(menu, path);
	}

	private static void choose(Menu menu, String... path) {
		MenuItem item = null;
		for (String name : path) {
			Menu in = item == null ? menu : submenu(item);
			item = Wait.value("menu entry " + String.join(" > ", path), () -> show(in, name));
		}
		Click.on(item);
	}

	private static Menu submenu(MenuItem item) {
		return UiThread.call(item::getMenu);
	}

	/** Menus are filled when they are shown. */
	private static MenuItem show(Menu menu, String name) {
		menu.notifyListeners(SWT.Show, new Event());
		for (MenuItem item : menu.getItems())
			if (WidgetTree.text(item).equals(name))
				return item;
		return null;
	}
}
