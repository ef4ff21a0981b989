package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.views.DisassemblyView;
import org.domainfirmware.emulator.debug.RegistersView;
import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Devices;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Keys;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The Disassembly view: source lines, scrolling in both directions, breakpoints and Run to Here. */
@ExtendWith(FirmwareWorkbench.class)
class DisassemblyTest {
	/** mov ah, 0; int 16h: where the program waits for the next key. */
	private static final byte[] NEXT_KEY = { (byte) 0xB4, 0, (byte) 0xCD, 0x16 };
	private static final int CS = 1;

	@TempDir
	private Path folder;
	private final Devices devices = new Devices();
	private ViewsGuest views;
	private DisassemblyView view;

	@BeforeEach
	void guest() throws CoreException, IOException {
		views = ViewsGuest.start(SampleFirmware.built(), folder);
		views.pressAndStop('s');
		view = (DisassemblyView) Windows.view(DisassemblyView.ID);
	}

	@AfterEach
	void cleanUp() throws CoreException {
		goTo("");
	}

	private void goTo(String address) {
		Text field = Find.in(Windows.main().getShell()).where("the address field",
				w -> w instanceof Text t && t.getMessage().startsWith("go to seg:off")).the(Text.class);
		Keys.replace(field, address);
		UiThread.run(() -> field.notifyListeners(SWT.DefaultSelection, new Event()));
	}

	private Tree tree() {
		return view.tree().viewer().getTree();
	}

	private List<Row> rows() {
		return UiThread.call(view::shownRows);
	}

	/** The instructions among the rows. */
	private static List<String> keys(List<Row> rows) {
		return rows.stream().map(Row::key).filter(k -> k.startsWith("at ")).toList();
	}

	@Test
	void sourceLinesAndTheNextInstruction() {
		RegistersView registers = views.guest().answer(views.port().registers());
		int here = registers.segment(CS).base() + registers.eip();
		Wait.until("the next instruction", () -> view.shownRows().stream().anyMatch(r -> r.key().equals("at " + here)
				&& r.tone() == Row.Tone.CURRENT && r.cell(0).contains("\u25B6")));
		// It waits for a key in the firmware, whose lines are known.
		assertTrue(rows().stream().anyMatch(r -> r.key().startsWith("line ") && r.cell(4).matches("entry\\.S:\\d+ .*hlt.*")),
				() -> rows().toString());
	}

	@Test
	void scrollsBothWaysWithoutLosingAlignment() {
		// Somewhere else than the guest: it is not gone back to, however late the view hears of the stop.
		int vector = 0xFE05B;
		goTo("F000:E05B");
		Wait.until("the entry of the power-on self test", () -> tree().getSelectionCount() == 1
				&& tree().getSelection()[0].getText(1).equals(String.format("%08X", vector)));
		List<Row> before = rows();
		int first = before.indexOf(before.stream().filter(r -> r.key().equals(keys(before).get(3))).findFirst().orElseThrow());
		UiThread.run(() -> tree().setTopItem(tree().getItem(first)));
		Screenshot.screen("disassembly-scrolled");
		Rectangle row = UiThread.call(() -> tree().getItem(first + 1).getBounds(4));
		devices.click(tree(), row.x + 5, row.y + row.height / 2);
		press(KeyEvent.VK_HOME);
		Wait.until("earlier instructions", () -> view.shownRows().size() > before.size());
		List<String> more = keys(rows());
		assertEquals(keys(before), more.subList(more.indexOf(keys(before).get(0)), more.size()), "the same instructions follow");
		Screenshot.screen("disassembly-earlier");
		Wait.until("what was at the upper edge to be there still", () -> before.get(0).key().equals(view.tree().topRow().key()));
		press(KeyEvent.VK_END);
		Wait.until("later instructions", () -> keys(view.shownRows()).size() > more.size());
		assertEquals(more, keys(rows()).subList(0, more.size()), "the same instructions are in front");
		consecutive(rows());
	}

	private void press(int key) {
		UiThread.run(() -> {
			Windows.main().getShell().forceActive();
			tree().forceFocus();
		});
		devices.key(key, true);
		devices.key(key, false);
	}

	/** The row of an address, once it is there. */
	private Row row(int address) {
		return Wait.value(String.format("the instruction at %X", address),
				() -> view.shownRows().stream().filter(r -> r.key().equals("at " + address)).findFirst().orElse(null));
	}

	/** Each instruction begins where the one before ends. */
	private static void consecutive(List<Row> rows) {
		long end = -1;
		for (Row row : rows) {
			if (!row.key().startsWith("at "))
				continue;
			long linear = Long.parseLong(row.cell(1), 16);
			if (end >= 0)
				assertEquals(end, linear, row.toString());
			end = linear + row.cell(3).length() / 2;
		}
	}

	@Test
	void breakpointAndRunToHere() throws IOException {
		int key = 0x7C00 + views.find(NEXT_KEY);
		goTo(String.format("0:%X", key));
		Wait.until("the place is selected", () -> tree().getSelectionCount() == 1
				&& tree().getSelection()[0].getText(1).equals(String.format("%08X", key)));
		Row row = rows().stream().filter(r -> r.key().equals("at " + key)).findFirst().orElseThrow();
		assertEquals("mov ah,0x0", row.cell(4));
		assertEquals(String.format("0000:%04X", key), row.cell(2));
		Menus.context(view.tree().control(), "Toggle Breakpoint");
		Wait.until("the breakpoint's mark", () -> view.shownRows().stream().anyMatch(r -> r.key().equals("at " + key) && r.cell(0).contains("\u25CF")));
		assertEquals(1, DebugPlugin.getDefault().getBreakpointManager().getBreakpoints().length);
		Screenshot.screen("disassembly-breakpoint");
		Menus.context(view.tree().control(), "Toggle Breakpoint");
		Wait.until("the mark to go", () -> view.shownRows().stream().noneMatch(r -> r.cell(0).contains("\u25CF")));

		Menus.context(view.tree().control(), "Run to Here");
		Wait.until("the guest to run", () -> !views.guest().target().isSuspended());
		views.guest().answer(views.port().type("s"));
		views.guest().waitUntilStopped();
		RegistersView registers = views.guest().answer(views.port().registers());
		assertEquals(key, registers.segment(CS).base() + registers.eip());
	}

	@Test
	void goesToSymbolsAndBeyondOneMegabyte() {
		goTo("int_common");
		Wait.until("its name above its code", () -> view.shownRows().stream().anyMatch(r -> r.cell(4).equals("int_common:")));
		goTo("linear:FFFFFFF0");
		assertEquals("EA", row(0xFFFFFFF0).cell(3).substring(0, 2), "the reset vector has a far jump");
		goTo("C000:0003");
		assertEquals("C000:0003", row(0xC0003).cell(2));
		goTo("nonsense");
		Find.in(Windows.main().getShell()).text("'nonsense' is neither a symbol nor an address; write F000:FFF0, linear:FFFF0 or the name of a function")
				.the(Label.class);
	}

	/** The service of BIOS32 compares EAX with "$PCI", which is 49435024h (PCI BIOS specification 2.1, 3.3). */
	@Test
	void sizeOfCodeCanBeChosen() {
		goTo("bios32_entry");
		Wait.until("16 bits, as CS says", () -> GuestViews.has(view.shownRows(), "cmp ax,0x5024"));
		Menus.context(view.tree().control(), "Operands and addresses: 32 bits");
		Wait.until("32 bits", () -> GuestViews.has(view.shownRows(), "cmp eax,0x49435024"));
		Screenshot.screen("disassembly-32-bits");
		Menus.context(view.tree().control(), "Operands and addresses: As CS says");
		Wait.until("16 bits again", () -> GuestViews.has(view.shownRows(), "cmp ax,0x5024"));
	}

	@Test
	void marginAndKeysOfThePlatform() {
		int key = 0x7C00 + views.find(NEXT_KEY);
		goTo(String.format("0:%X", key));
		Wait.until("the place is selected", () -> tree().getSelectionCount() == 1
				&& tree().getSelection()[0].getText(1).equals(String.format("%08X", key)));
		Rectangle margin = UiThread.call(() -> tree().getSelection()[0].getBounds(0));
		Rectangle text = UiThread.call(() -> tree().getSelection()[0].getBounds(4));
		Click.twiceAt(tree(), text.x + 5, text.y + text.height / 2);
		Click.twiceAt(tree(), margin.x + margin.width / 2, margin.y + margin.height / 2);
		Wait.until("the mark of one breakpoint", () -> row(key).cell(0).contains("\u25CF"));
		assertEquals(1, DebugPlugin.getDefault().getBreakpointManager().getBreakpoints().length);
		Click.twiceAt(tree(), margin.x + margin.width / 2, margin.y + margin.height / 2);
		Wait.until("the mark to go", () -> !row(key).cell(0).contains("\u25CF"));

		UiThread.run(() -> {
			Windows.page().activate(view);
			Windows.main().getShell().forceActive();
			tree().forceFocus();
		});
		devices.key(KeyEvent.VK_CONTROL, true);
		press(KeyEvent.VK_R);
		devices.key(KeyEvent.VK_CONTROL, false);
		Wait.until("the guest to run", () -> !views.guest().target().isSuspended());
		views.guest().answer(views.port().type("s"));
		views.guest().waitUntilStopped();
		RegistersView registers = views.guest().answer(views.port().registers());
		assertEquals(key, registers.segment(CS).base() + registers.eip());
	}
}
