package org.domainfirmware.ui.tests;

import java.util.List;
import java.util.function.Predicate;

import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.rows.RowsView;
import org.domainfirmware.debug.ui.views.InterruptTraceView;
import org.domainfirmware.debug.ui.vga.VgaDisplayView;
import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Keys;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IViewPart;

/** The views on a guest, as a user has them before him. */
final class GuestViews {
	private GuestViews() {
	}

	/** Opens a view, waits until it shows what is wanted, and keeps a picture of it. */
	static List<Row> rows(String id, String screenshot, Predicate<List<Row>> wanted) {
		RowsView view = (RowsView) Windows.view(id);
		try {
			Wait.until("rows in " + id, () -> !view.shownRows().isEmpty() && wanted.test(view.shownRows()));
		} catch (AssertionError e) {
			throw new AssertionError(id + " shows\n" + text(UiThread.call(view::shownRows), ""), e);
		} finally {
			Screenshot.screen("view-" + screenshot);
		}
		return UiThread.call(view::shownRows);
	}

	private static String text(List<Row> rows, String indent) {
		StringBuilder text = new StringBuilder();
		for (Row row : rows)
			text.append(indent).append(String.join(" | ", row.cells())).append('\n').append(text(row.children(), indent + "  "));
		return text.toString();
	}

	/** Whether a row, at any depth, has cells with each of the texts. */
	static boolean has(List<Row> rows, String... texts) {
		return rows.stream().anyMatch(r -> holds(r, texts) || has(r.children(), texts));
	}

	private static boolean holds(Row row, String... texts) {
		for (String text : texts)
			if (row.cells().stream().noneMatch(c -> c.contains(text)))
				return false;
		return true;
	}

	/** A button in a view's tool bar, by its tool tip. */
	static ToolItem button(IViewPart view, String text) {
		return Find.in(Windows.main().getShell()).text(text).where("of " + view.getTitle(), w -> w instanceof ToolItem item
				&& view.getViewSite().getActionBars().getToolBarManager() instanceof ToolBarManager bar
				&& bar.getControl() == item.getParent()).the(ToolItem.class);
	}

	/** Switches the interrupt trace on or off by its button. */
	static void trace(boolean on) {
		ToolItem button = button(Windows.view(InterruptTraceView.ID), "Trace interrupts");
		if (UiThread.call(button::getSelection) != on)
			Click.on(button);
		Wait.until("the button", () -> button.getSelection() == on);
	}

	/** The text on the clipboard, "" when there is none. In the UI thread. */
	static String clipboard() {
		Clipboard clipboard = new Clipboard(UiThread.display());
		Object text = clipboard.getContents(TextTransfer.getInstance());
		clipboard.dispose();
		return text instanceof String s ? s : "";
	}

	/** Types on the guest's keyboard. */
	static void typeIntoScreen(String text) {
		IViewPart view = Windows.view(VgaDisplayView.ID);
		Canvas canvas = Find.in(Windows.main().getShell()).id("vgaDisplay.canvas").the(Canvas.class);
		UiThread.run(view::setFocus);
		Keys.type(canvas, text);
	}
}
