package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.domainfirmware.debug.ui.preferences.DebugPreferences;
import org.domainfirmware.debug.ui.vga.VgaDisplayView;
import org.domainfirmware.emulator.debug.ScreenView;
import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Keys;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The guest's screen: its keyboard and mouse with the way out, whole magnification, screenshot and text. */
@ExtendWith(FirmwareWorkbench.class)
class VgaScreenTest {
	private static final String FREE = "click the screen to type into the guest";
	/** Keyboard flags in the BIOS data area: bits 0 to 3 are the shift keys that are held. */
	private static final int SHIFT_FLAGS = 0x417;

	@TempDir
	private Path folder;
	private ViewsGuest views;
	private VgaDisplayView view;
	private Canvas canvas;

	@BeforeEach
	void guest() throws CoreException, IOException {
		view = (VgaDisplayView) Windows.view(VgaDisplayView.ID);
		views = ViewsGuest.start(SampleFirmware.built(), folder);
		canvas = Find.in(Windows.main().getShell()).id("vgaDisplay.canvas").the(Canvas.class);
		// Elsewhere first, so that a click is what gives the keyboard to the guest.
		UiThread.run(() -> Windows.page().activate(Windows.page().findView("org.eclipse.ui.navigator.ProjectExplorer")));
		waitForStatus(FREE);
	}

	@AfterEach
	void cleanUp() {
		DebugPreferences.store().setToDefault(DebugPreferences.SCALE);
		DebugPreferences.store().setToDefault(DebugPreferences.RELEASE_KEY);
	}

	private void waitForStatus(String text) {
		Label status = Find.in(Windows.main().getShell()).id("vgaDisplay.status").the(Label.class);
		Wait.until("'" + text + "' below the screen", () -> status.getText().contains(text));
	}

	private static boolean workbenchHasKeys() {
		return UiThread.call(() -> PlatformUI.getWorkbench().getService(IBindingService.class).isKeyFilterEnabled());
	}

	private void key(int type, int keyCode, int location, int state) {
		UiThread.run(() -> {
			Event event = new Event();
			event.keyCode = keyCode;
			event.keyLocation = location;
			event.stateMask = state;
			event.doit = true;
			canvas.notifyListeners(type, event);
		});
	}

	@Test
	void keyboardGoesToTheGuestAndComesBack() {
		assertTrue(workbenchHasKeys());
		Click.at(canvas, 20, 20);
		waitForStatus("the keyboard belongs to the guest: Ctrl+Alt gives it back");
		assertFalse(workbenchHasKeys(), "F5 must not go to the workbench now");
		Screenshot.screen("vga-keyboard");
		Keys.type(canvas, "s");
		Wait.until("the guest to see the key", () -> views.physical(0x4F0, 1)[0] == 's');

		key(SWT.KeyDown, SWT.CTRL, SWT.LEFT, 0);
		Wait.until("Ctrl to be held in the guest", () -> (views.physical(SHIFT_FLAGS, 1)[0] & 4) != 0);
		key(SWT.KeyDown, SWT.ALT, SWT.LEFT, SWT.CTRL);
		waitForStatus(FREE);
		assertTrue(workbenchHasKeys());
		Wait.until("no key to be held in the guest", () -> (views.physical(SHIFT_FLAGS, 1)[0] & 0xF) == 0);
	}

	@Test
	void mouseIsTakenOnlyWhenWantedAndComesBackWithTheKeyOfThePreferences() {
		DebugPreferences.store().setValue(DebugPreferences.RELEASE_KEY, DebugPreferences.ReleaseKey.RIGHT_CTRL.name());
		Click.on(GuestViews.button(view, "Give the mouse to the guest on a click"));
		Click.at(canvas, 20, 20);
		waitForStatus("keyboard and mouse belong to the guest: Right Ctrl gives them back");
		assertTrue(UiThread.call(() -> canvas.getCursor() != null), "the pointer is hidden");
		key(SWT.KeyDown, SWT.CTRL, SWT.RIGHT, 0);
		waitForStatus(FREE);
		assertTrue(UiThread.call(() -> canvas.getCursor() == null));
		Click.on(GuestViews.button(view, "Give the mouse to the guest on a click"));
		Click.at(canvas, 20, 20);
		waitForStatus("the keyboard belongs to the guest: Right Ctrl gives it back");
	}

	@Test
	void wholeMagnificationAndItsPreference() {
		assertEquals(1, magnification(), "the screen fits into the perspective at its own size");
		UiThread.run(() -> Windows.page().toggleZoom(Windows.page().getReference(view)));
		try {
			Wait.until("twice the size on the whole window", () -> magnification() == 2);
			Screenshot.screen("vga-twice");
			Shell dialog = preferences();
			Combo scale = Find.in(dialog).where("of magnifications", w -> w instanceof Combo c && c.indexOf("1 times") >= 0).the(Combo.class);
			Screenshot.screen("preferences");
			UiThread.run(() -> {
				scale.select(scale.indexOf("1 times"));
				scale.notifyListeners(SWT.Selection, new Event());
			});
			Click.on(Find.in(dialog).text("Apply and Close").the(Button.class));
			Wait.until("the dialog to close", dialog::isDisposed);
			Wait.until("the screen at its own size", () -> magnification() == 1);
		} finally {
			UiThread.run(() -> Windows.page().toggleZoom(Windows.page().getReference(view)));
		}
	}

	private static Shell preferences() {
		UiThread.post(() -> PreferencesUtil.createPreferenceDialogOn(Windows.main().getShell(), "org.domainfirmware.debug.ui.preferences",
				null, null).open());
		return Find.shell("Preferences");
	}

	/** Times the guest's size, 0 when it is no whole number. */
	private int magnification() {
		return UiThread.call(() -> {
			ImageData picture = view.picture();
			return view.place().width() % picture.width != 0 || view.place().height() % picture.height != 0
					|| view.place().width() / picture.width != view.place().height() / picture.height ? 0
							: view.place().width() / picture.width;
		});
	}

	@Test
	void screenshotAndText() throws IOException {
		views.pressAndStop('m');
		ScreenView truth = views.guest().answer(views.port().screen());
		Wait.until("mode 13h to be shown", () -> view.picture() != null && view.picture().width == truth.width());
		Path file = folder.resolve("screen.png");
		UiThread.run(() -> save(file));
		ImageData saved = new ImageLoader().load(file.toString())[0];
		assertEquals(List.of(truth.width(), truth.height()), List.of(saved.width, saved.height));
		for (int i = 0; i < truth.rgb().length; i++) {
			RGB rgb = saved.palette.getRGB(saved.getPixel(i % truth.width(), i / truth.width()));
			assertEquals(truth.rgb()[i] & 0xFFFFFF, rgb.red << 16 | rgb.green << 8 | rgb.blue, "pixel " + i);
		}
		views.press('t');
		Wait.until("text", () -> view.text().startsWith("AB"));
		Click.on(GuestViews.button(view, "Copy the text on the screen, or what is selected of it"));
		Wait.until("the text on the clipboard", () -> GuestViews.clipboard().startsWith("AB" + System.lineSeparator()));
	}

	private void save(Path file) {
		try {
			view.saveScreen(file);
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}
}
