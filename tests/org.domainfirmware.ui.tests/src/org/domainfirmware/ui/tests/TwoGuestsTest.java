package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.domainfirmware.debug.ui.vga.VgaDisplayView;
import org.domainfirmware.debug.ui.views.DisassemblyView;
import org.domainfirmware.debug.ui.views.SegmentStateView;
import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.console.IConsoleConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two guests at a time: actions and views are those of the one selected in the Debug view; each has its own screen and consoles. */
@ExtendWith(FirmwareWorkbench.class)
class TwoGuestsTest {
	/** cli; jmp $. */
	private static final int[] FOREVER = { 0xFA, 0xEB, 0xFE };
	private static final String BANNER = "Workbench ROMBIOS";
	private static final String BOOTING = "Booting from floppy";

	@TempDir
	Path folder;

	private ILaunchConfiguration configuration(String name) throws CoreException {
		return GuestUnderTest.configuration(name, BootFloppy.with(folder, name + ".img", FOREVER)).doSave();
	}

	@Test
	void eachIsDebuggedByItself() throws CoreException {
		IFile post = SampleFirmware.built().getFile("rombios/post.c");
		int begin = SampleFirmware.line(post, "LOG(\"ROMBIOS");
		GuestUnderTest first = GuestUnderTest.debugTo(configuration("first"), post, begin);
		GuestUnderTest second = GuestUnderTest.debugTo(configuration("second"), post, begin);
		long stands = second.registers().instructions();
		VgaDisplayView screen = (VgaDisplayView) Windows.view(VgaDisplayView.ID);

		Click.select(frame(first, "post_main"));
		Menus.select("Run", "Step Over");
		first.waitUntilAt("post.c", SampleFirmware.line(post, "post_code(steps[i].code)"));
		assertEquals(stands, second.registers().instructions());
		assertEquals(begin, second.target().thread().top().getLineNumber());

		Menus.select("Run", "Resume");
		first.waitForScreen(BOOTING);
		Menus.select("Run", "Suspend");
		first.waitUntilStopped();
		assertEquals(stands, second.registers().instructions(), "the other guest does not move");
		Click.select(frame(first, "0000:7C01"));
		Wait.until("the first guest's screen", () -> screen.text().contains(BANNER));
		views("0000:7C01", "0000");
		Screenshot.screen("two-guests-first");

		Click.select(frame(second, "post_main"));
		Wait.until("the second guest's screen", () -> !screen.text().contains(BANNER));
		views(second.target().thread().top().frame().address(), "F000");
		Screenshot.screen("two-guests-second");
		assertFalse(second.screenShows(BANNER));

		console(first, BOOTING);
		assertEquals("", second.console("debugcon"), "it stands before its first message");

		Click.select(first.processor("(suspended)"));
		Wait.until("Terminate", () -> Menus.offered("Run").get("Terminate"));
		Menus.select("Run", "Terminate");
		Wait.until("the first guest to end", first.session()::isTerminated);
		assertTrue(second.target().isSuspended());
		Click.select(frame(second, "post_main"));
		Wait.until("Resume", () -> Menus.offered("Run").get("Resume"));
		Menus.select("Run", "Resume");
		second.waitForScreen(BOOTING);
		console(second, BOOTING);
	}

	private static void views(String address, String selector) {
		GuestViews.rows(SegmentStateView.ID, "two-guests-segments", r -> GuestViews.has(r, "CS", selector));
		GuestViews.rows(DisassemblyView.ID, "two-guests-disassembly", r -> GuestViews.has(r, address, "\u25B6"));
	}

	private static TreeItem frame(GuestUnderTest guest, String text) {
		return Find.in(Windows.main().getShell()).where("frame " + text + " of " + guest.session().name(), w -> w instanceof TreeItem i
				&& i.getText().contains(text) && i.getParentItem() != null && i.getParentItem().getParentItem() != null
				&& i.getParentItem().getParentItem().getText().equals(guest.session().name())).the(TreeItem.class);
	}

	/** The console that is shown for a guest's process in the Debug view. */
	private static void console(GuestUnderTest guest, String says) {
		Windows.view(IConsoleConstants.ID_CONSOLE_VIEW);
		Click.select(Find.in(Windows.main().getShell()).text(guest.session().name() + ": debug console").the(TreeItem.class));
		Find.in(Windows.main().getShell()).where("a console that says " + says, w -> w instanceof StyledText text
				&& text.getText().contains(says) && text.getText().equals(guest.console("debugcon")))
				.the(StyledText.class);
	}
}
