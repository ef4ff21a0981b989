package org.domainfirmware.ui.driver;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
		choose(contextMenu(control), path);
	}

	/** What a control's context menu offers. */
	public static List<String> contextEntries(Control control) {
		Menu menu = contextMenu(control);
		return UiThread.call(() -> {
			menu.notifyListeners(SWT.Show, new Event());
			List<String> entries = entries(menu);
			menu.notifyListeners(SWT.Hide, new Event());
			return entries;
		});
	}

	private static Menu contextMenu(Control control) {
		return UiThread.call(() -> {
			Event event = new Event();
			event.x = control.toDisplay(5, 5).x;
			event.y = control.toDisplay(5, 5).y;
			control.notifyListeners(SWT.MenuDetect, event);
			return control.getMenu();
		});
	}

	/** What a menu of the menu bar offers when it is opened: its entries, and whether each can be chosen. */
	public static Map<String, Boolean> offered(String name) {
		IWorkbenchWindow window = Windows.main();
		return UiThread.call(() -> {
			MenuItem menu = show(window.getShell().getMenuBar(), name);
			return offered(menu.getMenu());
		});
	}

	/** What a control's context menu offers. */
	public static Map<String, Boolean> offered(Control control) {
		return UiThread.call(() -> {
			Event event = new Event();
			event.x = control.toDisplay(5, 5).x;
			event.y = control.toDisplay(5, 5).y;
			control.notifyListeners(SWT.MenuDetect, event);
			return control.getMenu() == null ? Map.of() : offered(control.getMenu());
		});
	}

	private static Map<String, Boolean> offered(Menu menu) {
		menu.notifyListeners(SWT.Show, new Event());
		Map<String, Boolean> entries = new LinkedHashMap<>();
		for (MenuItem item : menu.getItems())
			if ((item.getStyle() & SWT.SEPARATOR) == 0)
				entries.put(WidgetTree.text(item), item.isEnabled());
		menu.notifyListeners(SWT.Hide, new Event());
		return entries;
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
