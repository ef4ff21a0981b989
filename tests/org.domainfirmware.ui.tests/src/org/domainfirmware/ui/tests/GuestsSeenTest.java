package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.views.DescriptorTablesView;
import org.domainfirmware.debug.ui.views.E820MapView;
import org.domainfirmware.debug.ui.views.InterruptTraceView;
import org.domainfirmware.debug.ui.views.SegmentStateView;
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
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the views say of a guest that runs, of several guests, of Linux, and of a map of memory that cannot be. */
@ExtendWith(FirmwareWorkbench.class)
class GuestsSeenTest {
	private static final int KERNEL = 0xC0000000;
	private static final String OLD = "The guest runs; these are its last known values.";

	/** Takes INT 15h, and asks itself for all of the map. */
	private static final String BROKEN_MAP = """
			org 0x7C00
			xor ax, ax
			mov ds, ax
			mov es, ax
			mov ss, ax
			mov sp, 0x7C00
			cli
			mov word [0x15 * 4], answer
			mov [0x15 * 4 + 2], cs
			sti
			xor ebx, ebx
			.next: mov eax, 0xE820
			mov edx, 0x534D4150
			mov ecx, 20
			mov di, 0x600
			int 0x15
			test ebx, ebx
			jnz .next
			jmp $
			answer: cld
			mov si, bx
			imul si, 20
			add si, map
			mov cx, 10
			rep movsw
			mov ecx, 20
			mov eax, 0x534D4150
			inc bx
			cmp bx, 7
			jb .more
			xor ebx, ebx
			.more: push bp
			mov bp, sp
			and byte [bp + 6], 0xFE
			pop bp
			iret
			map: dq 0, 0xA0000
			dd 1
			dq 0x9FC00, 0x400
			dd 2
			dq 0x100000, 0x100000
			dd 1
			dq 0xF0000, 0x10000
			dd 2
			dq 0x300000, 0
			dd 2
			dq 0x300000, 0x10000
			dd 0
			dq 0xF0000000, 0x1000
			dd 1
			""";

	@TempDir
	private Path folder;

	private static boolean saysOld() {
		return !Find.in(Windows.main().getShell()).text(OLD).all(Label.class).isEmpty();
	}

	private static void select(String guest) {
		Windows.view(IDebugUIConstants.ID_DEBUG_VIEW);
		Click.select(Find.in(Windows.main().getShell()).text(guest).the(TreeItem.class));
	}

	private static void walk(String address) {
		Text field = Find.in(Windows.main().getShell()).id("descriptorTables.address").the(Text.class);
		Keys.replace(field, address);
		UiThread.run(() -> field.notifyListeners(SWT.DefaultSelection, new Event()));
	}

	/** Linux switches large pages on where the processor has them (head_32.S); its direct mapping begins at C0000000h. */
	@Test
	void linuxWithPaging() throws CoreException {
		ILaunchConfigurationWorkingCopy configuration = GuestUnderTest.configuration("linux", Path.of("/none"));
		configuration.setAttribute(LaunchAttributes.drive("fda"), "");
		configuration.setAttribute(LaunchAttributes.drive("cdrom"), Payloads.image("linux.iso").toString());
		configuration.setAttribute(LaunchAttributes.REAL_TIME, false);
		GuestUnderTest guest = GuestUnderTest.debug(configuration.doSave());
		Wait.until("the kernel", Duration.ofSeconds(120), () -> {
			RegistersView r = guest.answer(guest.session().port().registers());
			return r.control().get(0) < 0 && Integer.compareUnsigned(r.eip(), KERNEL) >= 0;
		});
		Menus.select("Run", "Suspend");
		guest.waitUntilStopped();
		GuestViews.rows(SegmentStateView.ID, "linux-segments", r -> GuestViews.has(r, "Mode", "protected mode, 32-bit code, CPL 0, paging on"));
		Windows.view(DescriptorTablesView.ID);
		walk("C0100000");
		List<Row> tables = GuestViews.rows(DescriptorTablesView.ID, "linux-tables", r -> GuestViews.has(r, "Page walk", "C0100000", "00100000"));
		assertTrue(GuestViews.has(tables, "linear C0100000 is physical 00100000"), tables.get(0)::toString);
		walk("0");
		GuestViews.rows(DescriptorTablesView.ID, "linux-unmapped", r -> GuestViews.has(r, "Page walk", "an access raises #PF"));
		GuestViews.rows(E820MapView.ID, "linux-e820", r -> GuestViews.has(r, "Returned by E820h", "nothing wrong found"));
	}

	/** The program maps 4 MiB and a page: a task register that points behind them has no TSS to show. */
	@Test
	void aTableThatIsNotMapped() throws CoreException, IOException {
		ViewsGuest views = ViewsGuest.start(SampleFirmware.built(), folder);
		views.pressAndStop('x');
		GuestViews.rows(DescriptorTablesView.ID, "mapped", r -> GuestViews.has(r, "TSS", "0000813C", "entries"));
		views.guest().answer(views.port().writeRegister("tr.base", 0x800000));
		Click.on(GuestViews.button(Windows.view(DescriptorTablesView.ID), "Ask the guest again"));
		GuestViews.rows(DescriptorTablesView.ID, "not-mapped", r -> GuestViews.has(r, "TSS", "00800000", "not mapped"));
	}

	@Test
	void oldValuesAreMarkedWhileTheGuestRuns() throws CoreException, IOException {
		ViewsGuest views = ViewsGuest.start(SampleFirmware.built(), folder);
		views.pressAndStop('s');
		GuestViews.rows(SegmentStateView.ID, "seen-stopped", r -> GuestViews.has(r, "Mode", "real mode"));
		assertFalse(saysOld());
		Menus.select("Run", "Resume");
		Wait.until("the values to be marked", GuestsSeenTest::saysOld);
		Screenshot.screen("seen-running");
		Menus.select("Run", "Suspend");
		Wait.until("the mark to go", () -> !saysOld());
		views.guest().terminate();
		Find.in(Windows.main().getShell()).textContaining("No PC guest is running").the(Label.class);
		Screenshot.screen("seen-ended");
	}

	/** A handler of INT 15h as broken firmware has it: the boot sector brings its own map, and reads it. */
	@Test
	void aMapThatCannotBe() throws CoreException {
		ILaunchConfigurationWorkingCopy configuration = GuestUnderTest.configuration("broken map",
				BootFloppy.assembled(folder, "brokenmap", BROKEN_MAP));
		GuestUnderTest guest = GuestUnderTest.debug(configuration.doSave());
		List<Row> map = GuestViews.rows(E820MapView.ID, "broken-map", r -> GuestViews.has(r, "5 findings"));
		List<Row> entries = map.get(0).children();
		assertEquals("", entries.get(0).cell(5));
		assertTrue(entries.get(1).cell(5).contains("overlaps entry 0"), entries.get(1)::toString);
		assertTrue(entries.get(2).cell(5).contains("gap of 384 KiB before it"), entries.get(2)::toString);
		assertTrue(entries.get(3).cell(5).contains("unsorted: starts below the entry before it"), entries.get(3)::toString);
		assertTrue(entries.get(4).cell(5).contains("impossible: its length is 0"), entries.get(4)::toString);
		assertTrue(entries.get(5).cell(5).contains("impossible: there is no type 0"), entries.get(5)::toString);
		assertTrue(entries.get(6).cell(5).contains("the machine has no RAM in part of it"), entries.get(6)::toString);
		assertEquals(Row.Tone.ERROR, entries.get(1).tone());
		assertEquals(Row.Tone.WARNING, entries.get(3).tone());
		guest.terminate();
	}

	@Test
	void twoGuestsAreTwoThings() throws CoreException, IOException {
		ViewsGuest first = ViewsGuest.start(SampleFirmware.built(), folder);
		first.pressAndStop('u');
		GuestViews.rows(SegmentStateView.ID, "two-first", r -> GuestViews.has(r, "Mode", "unreal mode"));
		GuestViews.trace(true);
		GuestUnderTest second = GuestUnderTest.debug(GuestUnderTest.configuration("other", BootFloppy.with(folder, "loop.img", 0xEB, 0xFE)).doSave());
		Wait.until("the boot sector", () -> second.answer(second.session().port().registers()).segment(1).base() == 0);
		// The debugger stays with the guest that stands until another one is selected.
		select("other");
		Menus.select("Run", "Suspend");
		second.waitUntilStopped();
		GuestViews.rows(SegmentStateView.ID, "two-second", r -> GuestViews.has(r, "Mode", "real mode"));
		assertTrue(first.guest().target().isSuspended());
		assertTrue(first.guest().answer(first.port().interruptTrace(0, 1)).on());
		select("views");
		GuestViews.rows(SegmentStateView.ID, "two-first-again", r -> GuestViews.has(r, "Mode", "unreal mode"));
		GuestViews.trace(false);
		assertFalse(first.guest().answer(first.port().interruptTrace(0, 1)).on());
		assertFalse(second.answer(second.session().port().interruptTrace(0, 1)).on());
		first.guest().terminate();
		GuestViews.rows(SegmentStateView.ID, "two-left", r -> GuestViews.has(r, "Mode", "real mode"));
		GuestViews.trace(true);
		UiThread.run(() -> Windows.page().hideView(Windows.page().findView(InterruptTraceView.ID)));
		Wait.until("a closed view to trace nothing", () -> !second.answer(second.session().port().interruptTrace(0, 1)).on());
	}
}
