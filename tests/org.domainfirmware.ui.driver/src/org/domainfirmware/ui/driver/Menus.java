package org.domainfirmware.ui.driver;

import java.util.Arrays;
import java.util.List;

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
			item = wait(in, name, String.join(" > ", path));
		}
		Click.on(item);
	}

	private static MenuItem wait(Menu menu, String name, String path) {
		try {
			return Wait.value("menu entry " + path, () -> show(menu, name));
		} catch (AssertionError e) {
			throw new AssertionError("no '" + name + "' among " + UiThread.call(() -> entries(menu)) + ": " + e.getMessage(), e);
		}
	}

	private static List<String> entries(Menu menu) {
		return Arrays.stream(menu.getItems()).map(WidgetTree::text).toList();
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
