package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.debug.core.breakpoints.GuestBreakpoint;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.emulator.debug.AddressSpace;
import org.domainfirmware.emulator.debug.RegistersView;
import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Keys;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.WidgetTree;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of breakpoint that belongs to no line, made in the dialog, stops a guest where the program says. */
@ExtendWith(FirmwareWorkbench.class)
class AddBreakpointTest {
	/**
	 * 7C00 mov ax,0E41h; 7C03 int 10h; 7C05 in al,61h; 7C07 inc word [9000h]; 7C0B cli; 7C0C mov eax,cr0; 7C0F or al,1;
	 * 7C11 mov cr0,eax; 7C14 and al,FEh; 7C16 mov cr0,eax; 7C19 sti; 7C1A jmp 7C00h.
	 */
	private static final int[] LOOP = { 0xB8, 0x41, 0x0E, 0xCD, 0x10, 0xE4, 0x61, 0xFF, 0x06, 0x00, 0x90, 0xFA, 0x0F, 0x20, 0xC0, 0x0C,
			0x01, 0x0F, 0x22, 0xC0, 0x24, 0xFE, 0x0F, 0x22, 0xC0, 0xFB, 0xEB, 0xE4 };
	private static final int COUNTER = 0x9000;
	private static final int CS = 1;

	@TempDir
	Path folder;
	private GuestUnderTest guest;

	@BeforeEach
	void guestAtItsBootSector() throws CoreException {
		ILaunchConfigurationWorkingCopy configuration = GuestUnderTest.configuration("breakpoints",
				BootFloppy.with(folder, "loop.img", LOOP));
		configuration.setAttribute(LaunchAttributes.STOP_AT, LaunchAttributes.STOP_AT_BOOT_SECTOR);
		guest = GuestUnderTest.debug(configuration.doSave());
		guest.waitUntilStopped();
		assertEquals(0x7C00, linear());
	}

	@Test
	void everyKindStops() throws CoreException {
		assertEquals(0x7C05, stopsAt("Address", "07C0:0005", ""));
		assertEquals(0x7C07, stopsAt("Address", "linear:7C07", ""));
		assertEquals(0x7C0B, stopsAt("Address", "physical:7C0B", ""));
		assertEquals(0x7C0B, stopsAt("Memory access", "0900:0000", "2"), "behind the instruction that writes");
		assertEquals(0x7C07, stopsAt("I/O port", "61", "", "write"), "behind the instruction that reads");
		int handler = word(4 * 0x10) + (word(4 * 0x10 + 2) << 4);
		assertEquals(handler, stopsAt("Interrupt or exception", "10", "0E"));
		assertEquals(0x0E, registers().general().get(0) >> 8 & 0xFF);
		stopsAt("Function or label", "int08_timer_irq", "");
		assertTrue(guest.target().thread().top().getName().startsWith("int08_timer_irq()"), guest.target().thread().top().getName());
		assertEquals(0x7C14, stopsAt("Mode change", "", ""), "behind the instruction that sets CR0.PE");
		assertEquals(1, registers().control().get(0) & 1);
	}

	@Test
	void conditionAndHitCount() throws CoreException {
		Shell dialog = dialog("Address", "0000:7C0B", "");
		type(dialog, "breakpoint.condition", "word [0:9000] == " + (word(COUNTER) + 30 & 0xFFFF));
		int wanted = word(COUNTER) + 30 & 0xFFFF;
		Screenshot.screen("add-breakpoint");
		add(dialog);
		resumed();
		assertEquals(wanted, word(COUNTER));
		removeAll();

		dialog = dialog("Address", "0000:7C0B", "");
		Spinner ignore = Find.in(dialog).id("breakpoint.ignore").the(Spinner.class);
		UiThread.run(() -> ignore.setSelection(4));
		add(dialog);
		resumed();
		assertEquals(wanted + 5 & 0xFFFF, word(COUNTER), "four hits are ignored, the fifth stops");
	}

	@Test
	void wrongInputIsExplainedAndNothingIsMade() {
		wrong("Address", "here", "", "here");
		wrong("Memory access", "0:0", "many", "'many' is no number for the number of bytes");
		wrong("I/O port", "10000", "", "the port is 0 to FFFF");
		wrong("Interrupt or exception", "100", "", "the vector is 0 to FF");
		wrong("Function or label", "two words", "", "'two words' is no name of a function or label");
		assertEquals(0, breakpoints().size());
	}

	private void wrong(String kind, String where, String second, String message) {
		Shell dialog = dialog(kind, where, second);
		Click.on(Find.in(dialog).text("Add").the(Button.class));
		Find.in(dialog).where("the message " + message, w -> WidgetTree.text(w).contains(message) && !(w instanceof Text t
				&& (t.getStyle() & SWT.READ_ONLY) == 0)).the(org.eclipse.swt.widgets.Control.class);
		Screenshot.screen("add-breakpoint-wrong");
		Click.on(Find.in(dialog).text("Cancel").the(Button.class));
		Wait.until("the dialog to close", dialog::isDisposed);
	}

	/** Makes a breakpoint, resumes to it, removes it. */
	private int stopsAt(String kind, String where, String second, String... untick) throws CoreException {
		Shell dialog = dialog(kind, where, second);
		for (String box : untick)
			Click.on(Find.in(dialog).text(box).the(Button.class));
		add(dialog);
		resumed();
		IBreakpoint made = breakpoints().get(0);
		assertEquals(List.of(made), List.of(guest.target().thread().getBreakpoints()), kind + " " + where);
		removeAll();
		return linear();
	}

	private static void removeAll() throws CoreException {
		SourceBreakpoints.removeAll();
		Wait.until("no breakpoint", () -> breakpoints().isEmpty());
	}

	private void resumed() {
		guest.untilItStopsAgain(() -> Menus.select("Run", "Resume"));
	}

	private static Shell dialog(String kind, String where, String second) {
		Menus.select("Run", "Add Breakpoint...");
		Shell dialog = Find.shell("Add Breakpoint");
		Combo kinds = Find.in(dialog).id("breakpoint.kind").the(Combo.class);
		UiThread.run(() -> {
			kinds.select(Arrays.asList(kinds.getItems()).indexOf(kind));
			kinds.notifyListeners(SWT.Selection, new Event());
		});
		assertEquals(kind, UiThread.call(kinds::getText));
		if (!where.isEmpty())
			type(dialog, "breakpoint.where", where);
		if (!second.isEmpty())
			type(dialog, "breakpoint.second", second);
		return dialog;
	}

	private static void type(Shell dialog, String id, String text) {
		Keys.replace(Find.in(dialog).id(id).the(Text.class), text);
	}

	private void add(Shell dialog) {
		int before = breakpoints().size();
		Click.on(Find.in(dialog).text("Add").the(Button.class));
		Wait.until("the dialog to close", dialog::isDisposed);
		Wait.until("the breakpoint in the machine", () -> breakpoints().size() == before + 1
				&& guest.target().isInstalled(breakpoints().get(before)));
	}

	private static List<IBreakpoint> breakpoints() {
		return Arrays.stream(DebugPlugin.getDefault().getBreakpointManager().getBreakpoints(DebugCore.MODEL_ID))
				.filter(GuestBreakpoint.class::isInstance).toList();
	}

	private RegistersView registers() {
		return guest.answer(guest.session().port().registers());
	}

	private int linear() {
		return registers().segment(CS).base() + registers().eip();
	}

	private int word(int physical) {
		byte[] bytes = guest.answer(guest.session().port().readMemory(AddressSpace.PHYSICAL, physical, 2)).data();
		return bytes[0] & 0xFF | (bytes[1] & 0xFF) << 8;
	}
}
