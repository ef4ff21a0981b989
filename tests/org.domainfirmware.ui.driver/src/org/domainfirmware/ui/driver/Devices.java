package org.domainfirmware.ui.driver;

import java.awt.AWTException;
import java.awt.Robot;
import java.awt.event.InputEvent;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;

/**
 * The keyboard and the mouse themselves, for what takes them away from the workbench: the X server makes their events, with
 * everything that belongs to them. Other tests need not care where the pointer and the focus are, and use {@link Click} and
 * {@link Keys}. Nothing here waits for the workbench: a key that is down meanwhile would repeat.
 */
public final class Devices {
	private final Robot robot;

	public Devices() {
		try {
			robot = new Robot();
		} catch (AWTException e) {
			throw new AssertionError("the X server lets nobody move its pointer", e);
		}
	}

	/** Puts the pointer to a place in a control, in pixels from its upper left corner. */
	public void pointAt(Control control, int x, int y) {
		Point at = UiThread.call(() -> {
			control.getShell().forceActive();
			return control.toDisplay(x, y);
		});
		robot.mouseMove(at.x, at.y);
	}

	/** Moves the pointer from where it is. */
	public void moveBy(int right, int down) {
		Point at = UiThread.call(() -> UiThread.display().getCursorLocation());
		robot.mouseMove(at.x + right, at.y + down);
	}

	/**
	 * Presses or releases a button of the mouse.
	 *
	 * @param number 1 left, 2 middle, 3 right
	 */
	public void button(int number, boolean down) {
		int mask = InputEvent.getMaskForButton(number);
		if (down)
			robot.mousePress(mask);
		else
			robot.mouseRelease(mask);
	}

	/** A click of the left button at a place in a control. */
	public void click(Control control, int x, int y) {
		pointAt(control, x, y);
		button(1, true);
		button(1, false);
	}

	/**
	 * Presses or releases a key.
	 *
	 * @param key as {@link java.awt.event.KeyEvent} names it, VK_A for example
	 */
	public void key(int key, boolean down) {
		if (down)
			robot.keyPress(key);
		else
			robot.keyRelease(key);
	}
}
