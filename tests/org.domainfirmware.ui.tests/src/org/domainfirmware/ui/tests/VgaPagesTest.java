package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

import org.domainfirmware.debug.ui.model.PaletteModel;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.vga.VgaDisplayView;
import org.domainfirmware.debug.ui.vga.VgaPage;
import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages behind the guest's screen, in text, planar, chained and linear modes. What must be seen follows from the guest's
 * program and the IBM VGA manual's descriptions of the modes.
 */
@ExtendWith(FirmwareWorkbench.class)
class VgaPagesTest {
	@TempDir
	private Path folder;
	private ViewsGuest views;
	private VgaDisplayView view;

	@BeforeEach
	void guest() throws CoreException, IOException {
		view = (VgaDisplayView) Windows.view(VgaDisplayView.ID);
		views = ViewsGuest.start(SampleFirmware.built(), folder);
	}

	@AfterEach
	void cleanUp() {
		UiThread.run(() -> view.choose("Screen"));
	}

	/** Brings a page to the front by its tab and waits for its rows. */
	private VgaPage page(String title, Predicate<List<Row>> wanted) {
		CTabFolder folderOfPages = Find.in(Windows.main().getShell()).where("pages of the VGA Display",
				w -> w instanceof CTabFolder f && f.getItemCount() > 0 && f.getItem(0).getText().equals("Screen")).the(CTabFolder.class);
		CTabItem tab = UiThread.call(() -> List.of(folderOfPages.getItems()).stream().filter(i -> i.getText().equals(title)).findFirst()
				.orElseThrow());
		Click.tab(tab);
		VgaPage page = view.page(title);
		Wait.until("rows of " + title, () -> !page.shownRows().isEmpty() && wanted.test(page.shownRows()));
		return page;
	}

	private static Row child(List<Row> rows, String heading, String name) {
		Row parent = rows.stream().filter(r -> r.cell(0).equals(heading)).findFirst().orElseThrow();
		return parent.children().stream().filter(r -> r.cell(0).equals(name)).findFirst().orElseThrow();
	}

	@Test
	void textMode() throws IOException {
		views.pressAndStop('t');
		VgaPage registers = page("Registers", r -> GuestViews.has(r, "Map Mask"));
		// The standard values of mode 3 (IBM VGA manual): 80 columns of 9 dots, characters of 16 lines.
		List<Row> chips = UiThread.call(registers::shownRows);
		assertEquals("5Fh", child(chips, "CRT Controller", "Horizontal Total").cell(2));
		assertEquals("4Fh", child(chips, "CRT Controller", "Horizontal Display-Enable End").cell(2));
		assertEquals("28h", child(chips, "CRT Controller", "Offset").cell(2));
		assertEquals("3D5h.13h", child(chips, "CRT Controller", "Offset").cell(1));
		assertTrue(GuestViews.has(child(chips, "CRT Controller", "Maximum Scan Line").children(), "maximum scan line", "0Fh"));
		assertTrue(child(chips, "Graphics Controller", "Miscellaneous").cell(4).contains("B8000h 32K"));
		Screenshot.screen("vga-registers-text");

		VgaPage planes = page("Planes", r -> r.get(0).cell(1).startsWith("41"));
		Row first = UiThread.call(planes::shownRows).get(0);
		assertEquals("000000", first.cell(0));
		assertTrue(first.cell(2).startsWith("1E"), first.cell(2));
		// In text modes the next character is two offsets on.
		assertEquals("42", first.cell(1).substring(4, 6));
		assertEquals("2F", first.cell(2).substring(4, 6));
		Screenshot.screen("vga-planes-text");

		VgaPage font = page("Font", r -> r.get(0x41).cell(2).startsWith("81"));
		Row character = UiThread.call(font::shownRows).get(0x41);
		assertEquals("81 42 24 18 18 24 42 81 01 02 03 04 05 06 07 08", character.cell(2));
		// Third row of 32 characters, each 8 x 16 dots with a line between: 81h is its first and last dot.
		int left = 0x41 % 32 * 9 + 1;
		int top = 0x41 / 32 * 17 + 1;
		for (int dot = 0; dot < 8; dot++)
			assertEquals(dot == 0 || dot == 7 ? 0xFFFFFF : 0, pixel(font, left + dot, top), "dot " + dot);
		assertTrue(UiThread.call(font::note).contains("9 x 16 dots"), UiThread.call(font::note));
		Screenshot.screen("vga-font-text");

		VgaPage palette = page("Palette", r -> GuestViews.has(r, "entry 3Fh", "#FFAA55"));
		List<Row> colours = UiThread.call(palette::shownRows);
		// EGA colours: 6 is brown through DAC entry 14h; components have six bits.
		assertEquals(List.of("attribute 6h", "14h", "#AA5500", "2A", "15", "00"),
				colours.get(PaletteModel.ATTRIBUTES).children().get(6).cells());
		assertEquals(List.of("entry 3Fh", "3Fh", "#FFAA55", "3F", "2A", "15"), colours.get(PaletteModel.DAC).children().get(0x3F).cells());
		assertEquals(0xAA5500, pixel(palette, 6 * 16 + 8, 8));
		assertEquals(0xFFAA55, pixel(palette, 15 * 16 + 8, 24 + 3 * 16 + 8));
		Screenshot.screen("vga-palette-text");
	}

	private static int pixel(VgaPage page, int x, int y) {
		return UiThread.call(() -> page.pixel(x, y));
	}

	@Test
	void planarMode() {
		views.pressAndStop('p');
		VgaPage planes = page("Planes", r -> r.get(0).cell(1).startsWith("1111"));
		Row first = UiThread.call(planes::shownRows).get(0);
		assertEquals(List.of("1111111111111111", "2222222222222222", "3333333333333333", "4444444444444444"), first.cells().subList(1, 5));
		assertTrue(first.cell(6).startsWith("1122334411223344"), first.cell(6));
		// A bit is a pixel: 11h in plane 0 is every fourth one; plane 1 is beside it.
		assertEquals(0xFFFFFF, pixel(planes, 3, 0));
		assertEquals(0, pixel(planes, 2, 0));
		assertEquals(0xFFFFFF, pixel(planes, 640 + 4 + 2, 0));
		Screenshot.screen("vga-planes-planar");
		VgaPage registers = page("Registers", r -> GuestViews.has(r, "Miscellaneous", "graphics"));
		assertTrue(child(UiThread.call(registers::shownRows), "Graphics Controller", "Miscellaneous").cell(4).contains("A0000h 64K"));
		VgaPage font = page("Font", r -> !r.isEmpty());
		Wait.until("the note", () -> font.note().startsWith("Not a text mode"));
		VgaPage palette = page("Palette", r -> GuestViews.has(r, "attribute 6h", "14h"));
		Wait.until("the note", () -> palette.note().contains("16 attribute colours"));
	}

	@Test
	void mode13hAndWhatChangedSinceTheStopBefore() throws IOException {
		views.pressAndStop('p');
		VgaPage planes = page("Planes", r -> r.get(0).cell(1).startsWith("1111"));
		VgaPage palette = page("Palette", r -> GuestViews.has(r, "attribute 6h", "14h"));
		VgaPage registers = page("Registers", r -> GuestViews.has(r, "Graphics Mode"));
		assertFalse(changed(registers, "Graphics Controller", "Graphics Mode40"), "nothing is a change at the first stop");

		views.pressAndStop('m');
		page("Registers", r -> GuestViews.has(r, "Graphics Mode", "256-color"));
		List<Row> chips = UiThread.call(registers::shownRows);
		assertTrue(GuestViews.has(child(chips, "Sequencer", "Memory Mode").children(), "chain 4", "1"));
		Row mode = child(chips, "Graphics Controller", "Graphics Mode");
		assertTrue(changed(registers, "Graphics Controller", mode.key()));
		assertFalse(changed(registers, "Graphics Controller", child(chips, "Graphics Controller", "Bit Mask").key()));
		Screenshot.screen("vga-registers-mode13h");

		page("Planes", r -> r.get(0).cell(1).startsWith("10"));
		Row first = UiThread.call(planes::shownRows).get(0);
		// Chain 4: of four neighbours each is in another plane, all at the same offset; what is between cannot be reached,
		// so it is still that of the mode before.
		assertEquals(List.of("1011111114111111", "1122222215222222", "1233333316333333", "1344444417444444"), first.cells().subList(1, 5));
		assertTrue(UiThread.call(() -> planes.isChanged(List.of("0"), 1)));
		Screenshot.screen("vga-planes-mode13h");

		page("Palette", r -> GuestViews.has(r, "entry 20h"));
		Wait.until("the note", () -> palette.note().contains("256 entries"));
		// Mode 13h has a DAC of its own: entry 20h begins its circle of hues with blue.
		assertEquals("#0000FF", UiThread.call(palette::shownRows).get(PaletteModel.DAC).children().get(0x20).cell(2));
		assertTrue(UiThread.call(palette::markedCells) > 100, "frames around the colours that changed");
		Screenshot.screen("vga-palette-mode13h");
		copyAndExport(palette);
	}

	private boolean changed(VgaPage page, String chip, String register) {
		return UiThread.call(() -> page.isChanged(List.of(chip, register), 2));
	}

	private void copyAndExport(VgaPage palette) throws IOException {
		Click.on(GuestViews.button(view, "Copy all rows"));
		Wait.until("the rows on the clipboard", () -> GuestViews.clipboard().contains("entry 20h\t20h\t#0000FF"));
		Path csv = folder.resolve("palette.csv");
		UiThread.run(() -> write(() -> palette.export().write(csv)));
		assertTrue(Files.readString(csv).contains("1,entry 20h,20h,#0000FF,00,00,3F"), Files.readString(csv));
		Path png = folder.resolve("palette.png");
		UiThread.run(() -> write(() -> palette.writePicture(png)));
		ImageData data = new ImageLoader().load(png.toString())[0];
		assertEquals(256, data.width);
		assertEquals(new org.eclipse.swt.graphics.RGB(0, 0, 255), data.palette.getRGB(data.getPixel(8, 24 + 2 * 16 + 8)));
		assertEquals(SWT.IMAGE_PNG, data.type);
	}

	/** Work on files. */
	private interface FileWork {
		void run() throws IOException;
	}

	private static void write(FileWork work) {
		try {
			work.run();
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void pagesFollowAGuestThatRuns() {
		views.press('p');
		VgaPage planes = page("Planes", r -> r.get(0).cell(1).startsWith("1111"));
		views.press('t');
		Wait.until("the planes of the next mode", () -> planes.shownRows().get(0).cell(1).startsWith("41"));
		assertFalse(views.guest().target().isSuspended());
	}

	@Test
	void vbeMode() {
		views.pressAndStop('v');
		VgaPage registers = page("Registers", r -> GuestViews.has(r, "DISPI X Resolution", "0280h"));
		List<Row> chips = UiThread.call(registers::shownRows);
		assertEquals("01E0h", child(chips, "DISPI", "DISPI Y Resolution").cell(2));
		assertEquals("0008h", child(chips, "DISPI", "DISPI Bits per Pixel").cell(2));
		Wait.until("the note", () -> registers.note().startsWith("Set by DISPI, 8 bits a pixel"));
		VgaPage planes = page("Planes", r -> r.get(0).cell(1).startsWith("8084"));
		Row first = UiThread.call(planes::shownRows).get(0);
		assertEquals("8084888C9094989C", first.cell(1));
		assertEquals("81", first.cell(2).substring(0, 2));
		assertEquals("808182838485868788898A8B8C8D8E8F909192939495969798999A9B9C9D9E9F", first.cell(6));
		Screenshot.screen("vga-planes-vbe");
		VgaPage palette = page("Palette", r -> !r.isEmpty());
		Wait.until("the note", () -> palette.note().contains("256 entries"));
	}
}
