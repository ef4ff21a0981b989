package org.domainfirmware.ui.driver;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

/** Keyboard actions. */
public final class Keys {
	private Keys() {
	}

	/** Replaces the content of a text field. */
	public static void replace(Text field, String text) {
		UiThread.run(() -> {
			field.setFocus();
			field.setText(text);
		});
	}

	/** Types characters into a control that handles keys itself, such as an editor or the screen of a guest. */
	public static void type(Control control, String text) {
		for (char character : text.toCharArray())
			press(control, character == '\n' ? SWT.CR : character, character == '\n' ? SWT.CR : Character.toLowerCase(character));
	}

	/**
	 * Presses and releases one key.
	 *
	 * @param character the character of the key, 0 when it has none
	 * @param keyCode   the key as in {@link Event#keyCode}, for example {@link SWT#F12}
	 */
	public static void press(Control control, char character, int keyCode) {
		UiThread.run(() -> {
			control.setFocus();
			control.notifyListeners(SWT.KeyDown, key(control, character, keyCode));
			control.notifyListeners(SWT.KeyUp, key(control, character, keyCode));
		});
	}

	/**
	 * Presses a key with others held, such as Ctrl: what the bindings of the workbench see.
	 *
	 * @param held {@link SWT#MOD1} and the like, or'ed
	 */
	public static void press(Control control, char character, int held, int keyCode) {
		UiThread.run(() -> {
			control.setFocus();
			for (int type : new int[] { SWT.KeyDown, SWT.KeyUp }) {
				Event event = key(control, character, keyCode);
				event.stateMask = held;
				control.notifyListeners(type, event);
			}
		});
	}

	private static Event key(Control control, char character, int keyCode) {
		Event event = new Event();
		event.widget = control;
		event.display = control.getDisplay();
		event.character = character;
		event.keyCode = keyCode;
		event.doit = true;
		event.time = (int) (System.nanoTime() / 1_000_000);
		return event;
	}
}
