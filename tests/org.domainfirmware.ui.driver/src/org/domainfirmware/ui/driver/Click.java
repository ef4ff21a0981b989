package org.domainfirmware.ui.driver;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.widgets.Widget;

/**
 * Mouse actions. They send a widget the events that a click gives it. The events are posted, not sent, because a click may open
 * a dialog: a test goes on by waiting for what the click brings about.
 */
public final class Click {
	private Click() {
	}

	/** Presses a button, check box, radio button, tool item or menu item. */
	public static void on(Widget widget) {
		Wait.until(WidgetTree.name(widget) + " to be enabled", () -> enabled(widget));
		UiThread.post(() -> {
			if (widget instanceof Button button && (button.getStyle() & SWT.CHECK) != 0)
				button.setSelection(!button.getSelection());
			else if (widget instanceof Button button && (button.getStyle() & SWT.RADIO) != 0)
				button.setSelection(true);
			else if (widget instanceof ToolItem item && (item.getStyle() & SWT.CHECK) != 0)
				item.setSelection(!item.getSelection());
			else if (widget instanceof MenuItem item && (item.getStyle() & SWT.RADIO) != 0)
				item.setSelection(true);
			else if (widget instanceof MenuItem item && (item.getStyle() & SWT.CHECK) != 0)
				item.setSelection(!item.getSelection());
			widget.notifyListeners(SWT.Selection, event(widget));
		});
	}

	private static boolean enabled(Widget widget) {
		if (widget instanceof Control control)
			return control.isEnabled();
		if (widget instanceof ToolItem item)
			return item.isEnabled();
		return !(widget instanceof MenuItem item) || item.isEnabled();
	}

	/** Selects a row of a tree. */
	public static void select(TreeItem item) {
		UiThread.run(() -> {
			item.getParent().setFocus();
			item.getParent().setSelection(item);
			item.getParent().notifyListeners(SWT.Selection, event(item));
		});
	}

	/** Selects a row of a table. */
	public static void select(TableItem item) {
		UiThread.run(() -> {
			item.getParent().setFocus();
			item.getParent().setSelection(item);
			item.getParent().notifyListeners(SWT.Selection, event(item));
		});
	}

	/** Opens a row of a tree as a double click does. */
	public static void doubleClick(TreeItem item) {
		select(item);
		UiThread.post(() -> item.getParent().notifyListeners(SWT.DefaultSelection, event(item)));
	}

	/** Brings a tab to the front. */
	public static void tab(CTabItem item) {
		UiThread.run(() -> {
			item.getParent().setSelection(item);
			item.getParent().notifyListeners(SWT.Selection, event(item));
		});
	}

	/** A press and release of the left button at a place in a control, in pixels from its upper left corner. */
	public static void at(Control control, int x, int y) {
		UiThread.post(() -> {
			control.notifyListeners(SWT.MouseDown, mouse(control, x, y, 1));
			control.notifyListeners(SWT.MouseUp, mouse(control, x, y, 1));
		});
	}

	/** A double click at a place in a control. */
	public static void twiceAt(Control control, int x, int y) {
		at(control, x, y);
		UiThread.post(() -> {
			control.notifyListeners(SWT.MouseDown, mouse(control, x, y, 2));
			control.notifyListeners(SWT.MouseDoubleClick, mouse(control, x, y, 2));
			control.notifyListeners(SWT.MouseUp, mouse(control, x, y, 2));
		});
	}

	/** Moves the pointer of the screen to a place in a control, from beside it, so that the control notices. */
	public static void pointAt(Control control, int x, int y) {
		UiThread.run(() -> {
			control.getShell().forceActive();
			control.setFocus();
		});
		for (int beside = 1; beside >= 0; beside--) {
			int left = x - beside;
			UiThread.run(() -> {
				Point at = control.toDisplay(left, y);
				Event event = new Event();
				event.type = SWT.MouseMove;
				event.x = at.x;
				event.y = at.y;
				UiThread.display().post(event);
			});
		}
	}

	private static Event mouse(Control control, int x, int y, int count) {
		Event event = event(control);
		event.button = 1;
		event.count = count;
		event.x = x;
		event.y = y;
		return event;
	}

	private static Event event(Widget widget) {
		Event event = new Event();
		event.widget = widget;
		event.item = widget;
		event.display = UiThread.display();
		event.time = (int) (System.nanoTime() / 1_000_000);
		if (widget instanceof Control control) {
			Rectangle bounds = control.getBounds();
			event.x = bounds.width / 2;
			event.y = bounds.height / 2;
		}
		return event;
	}
}
