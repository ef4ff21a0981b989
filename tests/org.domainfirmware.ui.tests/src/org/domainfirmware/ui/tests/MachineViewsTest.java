package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.preferences.DebugPreferences;
import org.domainfirmware.debug.ui.rows.RowsView;
import org.domainfirmware.debug.ui.views.DescriptorTablesView;
import org.domainfirmware.debug.ui.views.DevicesView;
import org.domainfirmware.debug.ui.views.DisassemblyView;
import org.domainfirmware.debug.ui.views.E820MapView;
import org.domainfirmware.debug.ui.views.InterruptTraceView;
import org.domainfirmware.debug.ui.views.SegmentStateView;
import org.domainfirmware.debug.ui.vga.VgaDisplayView;
import org.domainfirmware.debug.ui.vga.VgaPage;
import org.domainfirmware.emulator.debug.AddressSpace;
import org.domainfirmware.emulator.debug.E820View;
import org.domainfirmware.emulator.debug.EntryCheck;
import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Keys;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Segments, tables, memory maps and devices of a guest in real, unreal and protected mode, held against its program. */
@ExtendWith(FirmwareWorkbench.class)
class MachineViewsTest {
	/** mov fs, bx: the program's only load of FS from a descriptor. */
	private static final byte[] LOAD_FS = { (byte) 0x8E, (byte) 0xE3 };
	private static final int MEGABYTES = 64;
	private static final int FEW_CALLS = 12;

	@TempDir
	private Path folder;
	private ViewsGuest views;

	@BeforeEach
	void guest() throws CoreException, IOException {
		views = ViewsGuest.start(SampleFirmware.built(), folder);
	}

	@AfterEach
	void cleanUp() {
		DebugPreferences.store().setToDefault(DebugPreferences.TRACE_ROWS);
	}

	private static Row row(List<Row> rows, String... path) {
		List<Row> level = rows;
		Row found = null;
		for (String name : path) {
			found = level.stream().filter(r -> r.cell(0).equals(name)).findFirst()
					.orElseThrow(() -> new AssertionError("no row " + String.join(" > ", path)));
			level = found.children();
		}
		return found;
	}

	private static List<Row> shown(String id, String picture, Predicate<List<Row>> wanted) {
		return GuestViews.rows(id, picture, wanted);
	}

	@Test
	void realAndUnrealMode() throws IOException {
		views.pressAndStop('s');
		List<Row> segments = shown(SegmentStateView.ID, "views-real", r -> GuestViews.has(r, "Mode", "real mode"));
		assertEquals("0000FFFF", row(segments, "FS").cell(3));

		views.pressAndStop('u');
		segments = shown(SegmentStateView.ID, "views-unreal", r -> GuestViews.has(r, "Mode", "unreal mode"));
		Row fs = row(segments, "FS");
		assertEquals("FFFFFFFF", fs.cell(3));
		assertTrue(fs.cell(4).contains("UNREAL (limit is not FFFFh"), fs.cell(4));
		assertTrue(fs.cell(4).contains(String.format("loaded at %05X", 0x7C00 + views.find(LOAD_FS))), fs.cell(4));
		RowsView view = (RowsView) Windows.view(SegmentStateView.ID);
		assertTrue(UiThread.call(() -> view.isChanged(List.of("FS"), 3)), "FS has another limit than at the stop before");
		assertFalse(UiThread.call(() -> view.isChanged(List.of("TR"), 3)), "TR has not");
		assertEquals(DebugPreferences.changedColour(), UiThread.call(() -> List.of(view.tree().viewer().getTree().getItems()).stream()
				.filter(i -> i.getText(0).equals("FS")).findFirst().orElseThrow().getBackground(3).getRGB()));
		everyEntryCheckIsThere(segments);

		List<Row> tables = shown(DescriptorTablesView.ID, "views-vectors", r -> GuestViews.has(r, "IVT"));
		byte[] vector = views.physical(0x13 * 4, 4);
		Row disk = row(tables, "IVT").children().get(0x13);
		assertTrue(disk.cells().stream().anyMatch(c -> c.contains(String.format("%02X%02X:%02X%02X", vector[3], vector[2], vector[1],
				vector[0]))), disk::toString);
		// The label in rombios/entry.S that the vector points to.
		assertEquals("entry_13", disk.cell(2));
		devices();
	}

	private void everyEntryCheckIsThere(List<Row> segments) {
		List<EntryCheck> checks = views.guest().answer(views.port().entryChecks());
		List<Row> rows = row(segments, "VM entry").children().stream().flatMap(g -> g.children().stream()).toList();
		assertEquals(checks.size(), rows.size());
		for (EntryCheck check : checks)
			assertTrue(GuestViews.has(rows, check.rule(), check.passes() ? "holds" : "FAILS"), check.rule());
		assertTrue(checks.stream().anyMatch(c -> !c.passes()), "real mode is no state for a VM entry without unrestricted guest");
	}

	/** The BIOS data area and CMOS as structures: fields of the IBM PC/AT Technical Reference against memory. */
	private void devices() {
		List<Row> devices = shown(DevicesView.ID, "views-devices", r -> GuestViews.has(r, "BIOS data area"));
		byte[] bda = views.physical(0x400, 0x100);
		assertEquals(String.format("%02X", bda[0x49]), row(devices, "BIOS data area", "video mode").cell(2));
		assertEquals(String.format("%02X%02X", bda[0x14], bda[0x13]), row(devices, "BIOS data area", "base memory, KiB").cell(2));
		String cmos = row(devices, "CMOS").cell(4);
		assertTrue(cmos.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d; checksum of 10h to 2Dh is right"), cmos);
		assertTrue(row(devices, "Extended BIOS data area").cell(1).startsWith(String.format("%02X%02X:", bda[0x0F], bda[0x0E])));
		Row equipment = row(devices, "BIOS data area", "equipment");
		assertEquals(String.valueOf(bda[0x11] >> 1 & 7), row(List.of(equipment), "equipment", "serial ports").cell(2));
		List<Row> area = row(devices, "BIOS data area").children();
		UiThread.run(() -> ((RowsView) Windows.view(DevicesView.ID)).tree().select(0, area.indexOf(equipment), 0));
		shown(DevicesView.ID, "views-equipment", r -> true);
		Row divider = row(devices, "pit").children().get(0);
		assertFalse(divider.cell(2).isEmpty(), divider::toString);
	}

	@Test
	void memoryMapCallByCall() {
		views.press('s');
		views.pressAndStop('e');
		List<Row> map = shown(E820MapView.ID, "views-e820", r -> GuestViews.has(r, "INT 15h AX=E801h: BX"));
		E820View truth = views.guest().answer(views.port().e820());
		List<Row> returned = row(map, "Returned by E820h").children();
		assertEquals(truth.calls().size(), returned.size());
		for (int i = 0; i < returned.size(); i++)
			assertEquals(String.format("%016X", truth.calls().get(i).entry().base()), returned.get(i).cell(1));
		assertEquals("00000000FFFFFFFF", returned.get(returned.size() - 1).cell(2));
		assertEquals(truth.calls().size(), row(map, "All calls").children().size());
		assertEquals("000000000009FFFF", row(map, "True map").children().get(0).cell(2));
		// 64 MiB: 63 above the first, 48 above the sixteenth in units of 64 KiB.
		assertEquals((MEGABYTES - 1) * 1024 + " KiB", row(map, "Sizes told elsewhere", "INT 15h AH=88h: AX").cell(3));
		assertEquals(15 * 1024 + " KiB", row(map, "Sizes told elsewhere", "INT 15h AX=E801h: AX").cell(3));
		assertEquals((MEGABYTES - 16) * 16 + " x 64 KiB", row(map, "Sizes told elsewhere", "INT 15h AX=E801h: BX").cell(3));
		byte[] base = views.physical(0x413, 2);
		String kib = (base[0] & 0xFF | (base[1] & 0xFF) << 8) + " KiB";
		assertEquals(kib, row(map, "Sizes told elsewhere", "INT 12h: AX").cell(3));
		assertEquals(kib, row(map, "Sizes told elsewhere", "word at 40:13h").cell(3));
	}

	@Test
	void protectedMode() {
		views.pressAndStop('x');
		List<Row> segments = shown(SegmentStateView.ID, "views-protected",
				r -> GuestViews.has(r, "protected mode, 32-bit code, CPL 0, paging on"));
		assertEquals(List.of("0007", "00561234", "0000FFFF"), row(segments, "GS").cells().subList(1, 4));
		assertTrue(row(segments, "GS").cell(4).contains("data, writable, B=0, DPL 3"), row(segments, "GS").cell(4));
		assertTrue(row(segments, "TR").cell(4).contains("32-bit TSS, busy"), row(segments, "TR").cell(4));

		List<Row> tables = shown(DescriptorTablesView.ID, "views-tables", r -> GuestViews.has(r, "TSS"));
		assertTrue(row(tables, "GDT", "0008").cell(3).contains("code, readable, 32-bit"));
		assertTrue(row(tables, "GDT", "0018").cell(3).startsWith("LDT"));
		assertEquals("00561234", row(tables, "LDT", "0004").cell(1));
		assertTrue(GuestViews.has(row(tables, "IDT").children(), "0008:", "32-bit interrupt gate, DPL 0"));
		assertEquals("allowed: 0080, 03F8-03FF", row(tables, "TSS", "I/O bitmap").cell(3));
		assertEquals("+0068h", row(tables, "TSS", "I/O bitmap").cell(1));
		Text address = Find.in(Windows.main().getShell()).id("descriptorTables.address").the(Text.class);
		Keys.replace(address, "405123");
		UiThread.run(() -> address.notifyListeners(SWT.DefaultSelection, new Event()));
		tables = shown(DescriptorTablesView.ID, "page-walk", r -> GuestViews.has(r, "Page walk", "linear 00405123 is physical 00007123"));
		assertEquals(List.of("PTE 5", "00007003", "at 00012014"), row(tables, "Page walk", "PTE 5").cells().subList(0, 3));

		VgaDisplayView display = (VgaDisplayView) Windows.view(VgaDisplayView.ID);
		UiThread.run(() -> display.choose("Planes"));
		VgaPage planes = display.page("Planes");
		Wait.until("planes", () -> !planes.shownRows().isEmpty());
		byte[] memory = views.guest().answer(views.port().readMemory(AddressSpace.VGA_MEMORY, 0, 32)).data();
		Row first = UiThread.call(planes::shownRows).get(0);
		for (int i = 0; i < 8; i++)
			for (int plane = 0; plane < 4; plane++)
				assertEquals(String.format("%02X", memory[i * 4 + plane]), first.cell(1 + plane).substring(2 * i, 2 * i + 2));
		UiThread.run(() -> display.choose("Registers"));
		VgaPage registers = display.page("Registers");
		Wait.until("registers", () -> !registers.shownRows().isEmpty());
		assertEquals("28h", row(UiThread.call(registers::shownRows), "CRT Controller", "Offset").cell(2));
		Screenshot.screen("vga-registers-protected");
		UiThread.run(() -> display.choose("Screen"));
	}

	@Test
	void everyViewIsCopiedAndExported() throws IOException {
		GuestViews.trace(true);
		views.press('e');
		views.pressAndStop('s');
		List<Row> calls = shown(InterruptTraceView.ID, "views-trace", r -> GuestViews.has(r, "INT 15h", "memory size"));
		assertTrue(GuestViews.has(calls, "memory map"), calls::toString);
		DebugPreferences.store().setValue(DebugPreferences.TRACE_ROWS, FEW_CALLS);
		Click.on(GuestViews.button(Windows.view(InterruptTraceView.ID), "Ask the guest again"));
		shown(InterruptTraceView.ID, "views-trace-short", r -> count(r) == FEW_CALLS);
		GuestViews.trace(false);
		for (String id : List.of(InterruptTraceView.ID, E820MapView.ID, SegmentStateView.ID, DescriptorTablesView.ID, DisassemblyView.ID,
				DevicesView.ID)) {
			RowsView view = (RowsView) Windows.view(id);
			Wait.until("rows in " + id, () -> !view.shownRows().isEmpty());
			List<Row> rows = UiThread.call(view::shownRows);
			Click.on(GuestViews.button(view, "Copy all rows"));
			String first = String.join("\t", rows.get(0).cells()).strip();
			Wait.until("the rows of " + id + " on the clipboard", () -> GuestViews.clipboard().contains(first));
			Path file = folder.resolve("export.csv");
			Files.deleteIfExists(file);
			UiThread.run(() -> export(view, file));
			List<String> lines = Files.readAllLines(file);
			assertTrue(lines.get(0).startsWith("Level,"), lines.get(0));
			assertEquals(count(rows) + 1, lines.size(), id);
		}
	}

	private static void export(RowsView view, Path file) {
		try {
			view.export().write(file);
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	private static int count(List<Row> rows) {
		return rows.stream().mapToInt(r -> 1 + count(r.children())).sum();
	}
}
