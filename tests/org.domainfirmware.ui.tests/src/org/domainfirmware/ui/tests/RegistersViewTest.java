package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

import org.domainfirmware.emulator.debug.RegistersView;
import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Keys;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.widgets.Widget;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The Registers view of the platform on a guest: every group is there, and what is typed into it the guest has. */
@ExtendWith(FirmwareWorkbench.class)
class RegistersViewTest {
	private static final int CF = 1;
	private static final int IOPL = 3 << 12;

	@TempDir
	private Path folder;
	private ViewsGuest views;
	private Tree tree;

	@BeforeEach
	void guest() throws CoreException, IOException {
		views = ViewsGuest.start(SampleFirmware.built(), folder);
		views.pressAndStop('s');
		Windows.view(IDebugUIConstants.ID_REGISTER_VIEW);
		tree = Wait.value("the registers", () -> Find.in(Windows.main().getShell()).all(Tree.class).stream()
				.filter(t -> UiThread.call(() -> t.getItemCount() > 0 && t.getItem(0).getText().equals("General"))).findFirst().orElse(null));
	}

	/** An item by the names from its group on; what is above is opened as by clicks on the arrows. */
	private TreeItem item(String... path) {
		TreeItem[] found = new TreeItem[1];
		for (String name : path) {
			found[0] = Wait.value("the register " + name, () -> UiThread.call(() -> {
				for (TreeItem item : found[0] == null ? tree.getItems() : found[0].getItems())
					if (item.getText(0).equals(name))
						return item;
				if (found[0] != null && !found[0].getExpanded()) {
					Event event = new Event();
					event.item = found[0];
					tree.notifyListeners(SWT.Expand, event);
					found[0].setExpanded(true);
				}
				return null;
			}));
		}
		return found[0];
	}

	private String shown(String... path) {
		TreeItem item = item(path);
		return UiThread.call(() -> item.getText(1));
	}

	/** Types a value in the dialog of the context menu. */
	private Shell type(String value, String... path) {
		TreeItem item = item(path);
		Click.select(item);
		UiThread.post(() -> Menus.context(tree, "Change Value..."));
		Shell dialog = Find.shell("Set Value");
		Keys.replace(Find.in(dialog).the(Text.class), value);
		return dialog;
	}

	private void change(String value, String... path) {
		Shell dialog = type(value, path);
		Click.on(Find.in(dialog).text("OK").the(Button.class));
		Wait.until("the dialog to close", dialog::isDisposed);
	}

	private RegistersView registers() {
		return views.guest().answer(views.port().registers());
	}

	@Test
	void everyGroupIsEdited() {
		change("12345678", "General", "EAX");
		assertEquals(0x12345678, registers().general().get(0));
		change("AB", "General", "EAX", "AH");
		assertEquals(0x1234AB78, registers().general().get(0));
		Wait.until("the view to show it", () -> shown("General", "EAX").equals("1234AB78"));

		int flags = registers().eflags();
		change((flags & CF) == 0 ? "1" : "0", "Flags", "CF");
		change("3", "Flags", "IOPL");
		assertEquals(flags & ~IOPL ^ CF | IOPL, registers().eflags());

		change("1234", "Segments", "ES");
		assertEquals(0x12340, registers().segment(0).base());
		change("FFFFFFFF", "Segments", "FS", "limit");
		assertEquals(-1, registers().segment(4).limit());

		change("1", "Control", "CR4", "PSE");
		assertEquals(0x10, registers().control().get(3));
		change("7000", "Descriptor tables", "GDTR", "base");
		assertEquals(0x7000, registers().gdtBase());
		change("7C00", "Debug", "DR0");
		change("1", "Debug", "DR7", "G0");
		assertEquals(0x7C00, registers().debug().get(0));
		assertEquals(2, registers().debug().get(7) & 2);

		// 1.5 is 3FFFh and C000000000000000h (SDM volume 1, 4.2.2).
		change("3FFF", "x87", "ST0", "sign, exponent");
		change("C000000000000000", "x87", "ST0", "significand");
		assertEquals(0x3FFF, registers().x87().stack().get(0).signExponent());
		assertEquals(0xC000000000000000L, registers().x87().stack().get(0).significand());
		Wait.until("1.5 in the view", () -> shown("x87", "ST0").contains("1.5"));
		change("3", "x87", "FCW", "RC");
		assertEquals(0xC00, registers().x87().controlWord() & 0xC00);

		change("806", "MSR", "MTRRdefType");
		assertEquals(0x806L, registers().msrs().get("MTRRdefType"));
		Screenshot.screen("registers-edited");
	}

	@Test
	void whatDoesNotFitIsRefusedInWords() {
		int before = registers().eflags();
		Shell dialog = type("5", "Flags", "CF");
		Button ok = Find.in(dialog).text("OK").the(Button.class);
		UiThread.post(() -> ok.notifyListeners(SWT.Selection, new Event()));
		Wait.until("the dialog to close", dialog::isDisposed);
		Shell problem = Wait.value("a refusal", () -> UiThread.call(() -> Arrays.stream(UiThread.display().getShells())
				.filter(s -> s.isVisible() && s != Windows.main().getShell()).findFirst().orElse(null)));
		Screenshot.screen("registers-refused");
		Find.in(problem).textContaining("CF has 1 bit; 5 does not fit").the(Widget.class);
		Click.on(Find.in(problem).text("OK").the(Button.class));
		assertEquals(before, registers().eflags());
		assertTrue(views.guest().target().isSuspended());
	}
}
