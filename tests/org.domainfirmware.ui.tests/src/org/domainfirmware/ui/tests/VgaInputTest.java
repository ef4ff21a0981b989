package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.domainfirmware.debug.ui.model.KeyboardLayout;
import org.domainfirmware.debug.ui.preferences.DebugPreferences;
import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Keys;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the keyboard and the mouse of this computer do to the programs of a guest, with events of the X server. */
class VgaInputTest extends ScreenProgram {
	private static final String FREE = "click the screen to type into the guest";
	private static final String MOUSE = "Give the mouse to the guest on a click";
	private static final int COUNT = 0x500;
	private static final int CODES = 0x600;

	private final List<Integer> held = new ArrayList<>();
	private int seen;

	@AfterEach
	void letGo() {
		List.copyOf(held).forEach(this::up);
		ToolItem mouse = GuestViews.button(view, MOUSE);
		if (UiThread.call(mouse::getSelection))
			Click.on(mouse);
	}

	private void waitForStatus(String text) {
		Label status = Find.in(Windows.main().getShell()).id("vgaDisplay.status").the(Label.class);
		Wait.until("'" + text + "' below the screen", () -> status.getText().contains(text));
	}

	private void take() {
		Rectangle area = UiThread.call(canvas::getClientArea);
		devices.click(canvas, area.width / 2, area.height / 2);
	}

	private void down(int key) {
		held.add(key);
		devices.key(key, true);
	}

	private void up(int key) {
		held.remove((Integer) key);
		devices.key(key, false);
	}

	/** Bytes that the guest's keyboard has sent since the last question, once there are so many. */
	private String sent(int bytes) {
		Wait.until(bytes + " bytes of the keyboard behind the first " + seen, () -> word(COUNT) >= seen + bytes);
		int now = word(COUNT);
		String codes = codes(now);
		seen = now;
		return codes;
	}

	/** Bytes of the keyboard since the last question. */
	private String codes(int now) {
		return HexFormat.of().withUpperCase().formatHex(guest.physical(CODES + seen, now - seen));
	}

	private int word(int address) {
		byte[] bytes = guest.physical(address, 2);
		return (short) (bytes[0] & 0xFF | bytes[1] << 8);
	}

	/** What the keys send when they are pressed; IBM Personal System/2 reference, keyboard, scan code set 1. */
	private static Map<Integer, String> makeCodes() {
		Map<Integer, String> codes = new LinkedHashMap<>();
		row(codes, 0x02, "1234567890-=");
		row(codes, 0x10, "QWERTYUIOP[]");
		row(codes, 0x1E, "ASDFGHJKL;");
		row(codes, 0x2C, "ZXCVBNM,./");
		codes.put(KeyEvent.VK_QUOTE, "28");
		codes.put(KeyEvent.VK_BACK_QUOTE, "29");
		codes.put(KeyEvent.VK_BACK_SLASH, "2B");
		codes.put(KeyEvent.VK_ESCAPE, "01");
		codes.put(KeyEvent.VK_BACK_SPACE, "0E");
		codes.put(KeyEvent.VK_TAB, "0F");
		codes.put(KeyEvent.VK_ENTER, "1C");
		codes.put(KeyEvent.VK_SPACE, "39");
		codes.put(KeyEvent.VK_SHIFT, "2A");
		codes.put(KeyEvent.VK_CONTROL, "1D");
		codes.put(KeyEvent.VK_ALT, "38");
		for (int i = 0; i < 10; i++)
			codes.put(KeyEvent.VK_F1 + i, String.format("%02X", 0x3B + i));
		codes.put(KeyEvent.VK_F11, "57");
		codes.put(KeyEvent.VK_F12, "58");
		codes.put(KeyEvent.VK_SUBTRACT, "4A");
		codes.put(KeyEvent.VK_HOME, "E047");
		codes.put(KeyEvent.VK_UP, "E048");
		codes.put(KeyEvent.VK_PAGE_UP, "E049");
		codes.put(KeyEvent.VK_LEFT, "E04B");
		codes.put(KeyEvent.VK_RIGHT, "E04D");
		codes.put(KeyEvent.VK_END, "E04F");
		codes.put(KeyEvent.VK_DOWN, "E050");
		codes.put(KeyEvent.VK_PAGE_DOWN, "E051");
		codes.put(KeyEvent.VK_INSERT, "E052");
		codes.put(KeyEvent.VK_DELETE, "E053");
		codes.put(KeyEvent.VK_KP_UP, "48");
		codes.put(KeyEvent.VK_KP_LEFT, "4B");
		return codes;
	}

	/** The codes of VK_A to VK_Z, VK_0 to VK_9 and these signs are their characters. */
	private static void row(Map<Integer, String> codes, int first, String keys) {
		for (int i = 0; i < keys.length(); i++)
			codes.put((int) keys.charAt(i), String.format("%02X", first + i));
	}

	/** The code of a key that goes up has bit 7 set. */
	private static String release(String make) {
		int last = Integer.parseInt(make.substring(make.length() - 2), 16) | 0x80;
		return make.substring(0, make.length() - 2) + String.format("%02X", last);
	}

	private void keyboard() {
		guest.press('k');
		take();
		waitForStatus("the keyboard belongs to the guest");
	}

	@Test
	void aStopGivesKeyboardAndMouseBack() {
		guest.press('k');
		Click.on(GuestViews.button(view, MOUSE));
		take();
		waitForStatus("keyboard and mouse belong to the guest");
		guest.guest().target().suspend();
		waitForStatus(FREE);
	}

	@Test
	void everyKeyIsThatOfTheGuest() {
		keyboard();
		Map<String, String> wrong = new LinkedHashMap<>();
		makeCodes().forEach((key, make) -> {
			down(key);
			up(key);
			String expected = make + release(make);
			// On a busy machine a key may have been down for long enough to repeat.
			Wait.until(KeyEvent.getKeyText(key) + " to go up", () -> codes(word(COUNT)).endsWith(release(make)));
			String codes = sent(expected.length() / 2).replaceFirst("^(" + make + ")+", make);
			if (!codes.equals(expected))
				wrong.put(KeyEvent.getKeyText(key), codes + " instead of " + expected);
		});
		assertEquals(Map.of(), wrong);
	}

	@Test
	void keysOfTheWorkbenchAreTheGuestsToo() {
		keyboard();
		down(KeyEvent.VK_ALT);
		down(KeyEvent.VK_F);
		up(KeyEvent.VK_F);
		up(KeyEvent.VK_ALT);
		assertEquals("3821A1B8", sent(4), "Alt+F, which opens the File menu");
		down(KeyEvent.VK_ALT);
		down(KeyEvent.VK_F4);
		up(KeyEvent.VK_F4);
		up(KeyEvent.VK_ALT);
		assertEquals("383EBEB8", sent(4), "Alt+F4");
		down(KeyEvent.VK_CONTROL);
		down(KeyEvent.VK_TAB);
		up(KeyEvent.VK_TAB);
		up(KeyEvent.VK_CONTROL);
		assertEquals("1D0F8F9D", sent(4), "Ctrl+Tab");
		down(KeyEvent.VK_F10);
		up(KeyEvent.VK_F10);
		assertEquals("44C4", sent(2), "F10, which opens the menu bar");
		waitForStatus("the keyboard belongs to the guest");
	}

	/** Codes of the places: Z where US keyboards have Y, + where they have ], # where they have the backslash. */
	@Test
	void keysOfAnotherKeyboardAreKnownByTheirPlaces() {
		DebugPreferences.store().setValue(DebugPreferences.KEYBOARD, KeyboardLayout.GERMAN.name());
		try {
			keyboard();
			Keys.type(canvas, "z");
			assertEquals("1595", sent(2));
			Keys.type(canvas, "+#");
			assertEquals("1B9B2BAB", sent(4), "keys of their own, without Shift");
			Keys.press(canvas, '^', 0);
			assertEquals("29A9", sent(2), "a dead key pressed twice: a character without a key");
		} finally {
			DebugPreferences.store().setToDefault(DebugPreferences.KEYBOARD);
		}
		Keys.type(canvas, "A:");
		assertEquals("2A1E9EAA2A27A7AA", sent(8), "characters of a US keyboard get their Shift");
	}

	@Test
	void heldKeysRepeatAndNoneStaysDown() {
		keyboard();
		down(KeyEvent.VK_A);
		String repeated = sent(3);
		assertEquals("", repeated.replace("1E", ""), repeated);
		UiThread.run(() -> Windows.page().activate(Windows.page().findView("org.eclipse.ui.navigator.ProjectExplorer")));
		waitForStatus(FREE);
		Wait.until("the key to go up", () -> (guest.physical(CODES + word(COUNT) - 1, 1)[0] & 0xFF) == 0x9E);
		up(KeyEvent.VK_A);
	}

	@Test
	void controlAltDeleteIsInTheMenu() {
		guest.press('k');
		Menus.context(canvas, "Press Ctrl+Alt+Delete in the guest");
		assertEquals("1D38E053E0D3B89D", sent(8));
	}

	@Test
	void mouseOfProgramsOfTheBios() {
		mouse('b');
	}

	@Test
	void mouseOfProgramsThatUseThePort() {
		mouse('d');
	}

	private void mouse(char program) {
		guest.press(program);
		Click.on(GuestViews.button(view, MOUSE));
		take();
		waitForStatus("keyboard and mouse belong to the guest: Ctrl+Alt gives them back");
		Screenshot.screen("vga-mouse-" + program);
		Rectangle area = UiThread.call(canvas::getClientArea);
		devices.pointAt(canvas, area.width / 2 + 30, area.height / 2 + 12);
		Wait.until("the movement in the guest", () -> word(0x502) == 30 && word(0x504) == -12);
		devices.pointAt(canvas, area.width / 2 + 10, area.height / 2 - 5);
		Wait.until("the sum of both movements", () -> word(0x502) == 10 && word(0x504) == 5);
		int all = 0;
		for (int button : new int[] { 1, 3, 2 }) {
			int bit = button == 1 ? 1 : button == 3 ? 2 : 4;
			all |= bit;
			int buttons = all;
			devices.button(button, true);
			Wait.until("button " + button, () -> guest.physical(0x506, 1)[0] == bit);
			devices.button(button, false);
			Wait.until("no button", () -> guest.physical(0x506, 1)[0] == 0 && guest.physical(0x507, 1)[0] == buttons);
		}
		// Further than the canvas is wide, in steps a hand makes.
		for (int step = 0; step < 60; step++)
			nudge(20);
		Wait.until("a long way", () -> word(0x502) == 10 + 60 * 20);
		down(KeyEvent.VK_CONTROL);
		down(KeyEvent.VK_ALT);
		waitForStatus(FREE);
		up(KeyEvent.VK_ALT);
		up(KeyEvent.VK_CONTROL);
	}

	/** Moves the pointer from where it is, once the guest has the movement before. */
	private void nudge(int right) {
		int before = word(0x502);
		devices.moveBy(right, 0);
		Wait.until("the movement in the guest", () -> word(0x502) == before + right);
	}
}
