package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.domainfirmware.debug.ui.preferences.DebugPreferences;
import org.domainfirmware.debug.ui.vga.PixelScale;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The picture of a guest's screen: how it moves, its size and shape, and the text that can be taken from it. */
class VgaPictureTest extends ScreenProgram {
	private static final int COLUMNS = 80;
	private static final int ROWS = 25;
	/** The program's characters in a row. */
	private static final int TABLE = 64;

	@AfterEach
	void settings() {
		DebugPreferences.store().setToDefault(DebugPreferences.SCALE);
		DebugPreferences.store().setToDefault(DebugPreferences.MONITOR_SHAPE);
	}

	/** How fast it is depends on the machine: that is printed. */
	@Test
	void aPictureThatChangesWithEveryFrameMoves() {
		for (char mode : new char[] { 't', 'm', 'p' }) {
			guest.press(mode);
			long before = UiThread.call(view::painted);
			long begin = System.nanoTime();
			long busy = processorNanos();
			Wait.until("another hundred pictures", () -> view.painted() >= before + 100);
			double seconds = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
			long pictures = UiThread.call(view::painted) - before;
			System.out.printf(Locale.ROOT, "VGA Display, 70 different pictures a second in the guest, %s: %.1f pictures a second, %.1f ms of the UI thread for each%n",
					mode == 't' ? "text mode 3" : mode == 'm' ? "mode 13h" : "mode 12h", pictures / seconds,
					(processorNanos() - busy) / 1e6 / pictures);
			// Any key ends it.
			guest.guest().answer(guest.port().type(" "));
		}
	}

	/** Processor time the UI thread has used. */
	private static long processorNanos() {
		return ManagementFactory.getThreadMXBean().getThreadCpuTime(UiThread.display().getThread().getId());
	}

	@Test
	void magnificationAndShapeAreInTheMenu() {
		guest.press('c');
		UiThread.run(() -> Windows.page().toggleZoom(Windows.page().getReference(view)));
		try {
			Wait.until("twice the size on the whole window", () -> size().equals("1440 x 800"));
			Menus.context(canvas, "Magnification", "1 times");
			Wait.until("its own size", () -> size().equals("720 x 400"));
			Menus.context(canvas, DebugPreferences.MONITOR_SHAPE_WORDS);
			Wait.until("720 dots on a monitor of 4:3", () -> size().equals("720 x 540"));
			Menus.context(canvas, "Magnification", "As large as fits");
			Wait.until("the height of the canvas", () -> view.place().height() == canvas.getClientArea().height
					&& Math.abs(view.place().width() * 3 - view.place().height() * 4) < 4);
			Screenshot.screen("vga-monitor-shape");
			Menus.context(canvas, DebugPreferences.MONITOR_SHAPE_WORDS);
			Wait.until("square pixels", () -> size().equals("1440 x 800"));
		} finally {
			UiThread.run(() -> Windows.page().toggleZoom(Windows.page().getReference(view)));
		}
	}

	private String size() {
		return view.place().width() + " x " + view.place().height();
	}

	/** Columns and rows of the program's table; what IBM calls code page 437 is known to Java too. */
	@Test
	void textIsCopiedAsItIsSelected() {
		guest.press('c');
		Wait.until("the characters", () -> view.text().contains("@ABC"));
		drag(5, 1, 9, 1);
		Menus.context(canvas, "Copy the text on the screen, or what is selected of it");
		Wait.until("five characters on the clipboard", () -> GuestViews.clipboard().equals("EFGHI"));
		drag(TABLE - 1, 3, 0, 1);
		Screenshot.screen("vga-text-selected");
		Menus.context(canvas, "Copy the text on the screen, or what is selected of it");
		Wait.until("three rows on the clipboard", () -> GuestViews.clipboard().lines().count() == 3);
		List<String> expected = new ArrayList<>();
		for (int row = 1; row <= 3; row++)
			expected.add(characters(row * TABLE));
		assertEquals(expected, UiThread.call(() -> GuestViews.clipboard().lines().toList()));
		untilItIsUp(() -> devices.click(canvas, 2, 2));
		Menus.context(canvas, "Copy the text on the screen, or what is selected of it");
		Wait.until("the whole screen on the clipboard", () -> GuestViews.clipboard().lines().count() == ROWS);
	}

	/** The window system need not tell of places between. */
	@Test
	void aFastPointerSelectsToo() {
		guest.press('c');
		Wait.until("the characters", () -> view.text().contains("@ABC"));
		UiThread.run(() -> {
			button(SWT.MouseDown, 10, 1);
			button(SWT.MouseUp, 13, 1);
		});
		Menus.context(canvas, "Copy the text on the screen, or what is selected of it");
		Wait.until("four characters on the clipboard", () -> GuestViews.clipboard().equals("JKLM"));
	}

	private void button(int type, int column, int row) {
		Event event = new Event();
		event.button = 1;
		event.x = x(view.place(), column);
		event.y = y(view.place(), row);
		canvas.notifyListeners(type, event);
	}

	/** 64 of them; 7Fh shows a house. */
	private static String characters(int first) {
		byte[] codes = new byte[TABLE];
		IntStream.range(0, TABLE).forEach(i -> codes[i] = (byte) (first + i));
		return new String(codes, Charset.forName("IBM437")).replace('\u007F', '\u2302');
	}

	/** Drags the pointer from one character to another. */
	private void drag(int column, int row, int toColumn, int toRow) {
		PixelScale place = UiThread.call(view::place);
		untilItIsUp(() -> {
			devices.pointAt(canvas, x(place, column), y(place, row));
			devices.button(1, true);
			devices.pointAt(canvas, x(place, toColumn), y(place, toRow));
			devices.button(1, false);
		});
	}

	/** Does something with the mouse's button and waits until the canvas has heard of its end: the X server tells in its own time. */
	private void untilItIsUp(Runnable mouse) {
		AtomicBoolean up = new AtomicBoolean();
		Listener listener = e -> up.set(true);
		UiThread.run(() -> canvas.addListener(SWT.MouseUp, listener));
		mouse.run();
		Wait.until("the button to be up", up::get);
		UiThread.run(() -> canvas.removeListener(SWT.MouseUp, listener));
	}

	private static int x(PixelScale place, int column) {
		return place.x() + (2 * column + 1) * place.width() / (2 * COLUMNS);
	}

	private static int y(PixelScale place, int row) {
		return place.y() + (2 * row + 1) * place.height() / (2 * ROWS);
	}
}
