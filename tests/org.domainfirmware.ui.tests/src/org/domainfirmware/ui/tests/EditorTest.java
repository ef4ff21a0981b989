package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

import org.domainfirmware.firmware.ui.editor.SourceEditor;
import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Keys;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.WidgetTree;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IVerticalRulerInfo;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The source editor as an author sees it: colours, brackets, hover, proposals, comments, folding, occurrences. */
@ExtendWith(FirmwareWorkbench.class)
class EditorTest {
	private static final String COLOR = "org.domainfirmware.firmware.ui.color.";
	private static final String OCCURRENCE = "org.domainfirmware.firmware.ui.occurrence";
	private static final RGB BRACKET = new RGB(127, 0, 85);
	private static EditedProject project;

	@BeforeAll
	static void create() {
		project = new EditedProject("edited");
	}

	@AfterAll
	static void delete() {
		project.delete();
	}

	@Test
	void coloursOfC() {
		SourceEditor editor = project.open(EditedProject.C);
		colored(editor, "return", 1, "keyword");
		colored(editor, "what the ROM starts with", 1, "comment");
		colored(editor, "// the sum", 1, "comment");
		colored(editor, "is no instruction here", 1, "string");
		colored(editor, "mov is no", 1, "string");
		colored(editor, "#define", 1, "directive");
		colored(editor, "16", 1, "number");
		colored(editor, "movw", 1, "instruction");
		colored(editor, "outb", 1, "instruction");
		colored(editor, "%%ds", 1, "register");
		colored(editor, "memory", 1, "string");
		plain(editor, "helper_add", 1);
		Screenshot.screen("editor-c");
	}

	@Test
	void coloursOfFourAssemblySyntaxes() {
		SourceEditor gas = project.open(EditedProject.GAS);
		colored(gas, "movw", 1, "instruction");
		colored(gas, "%sp", 1, "register");
		colored(gas, ".code16", 1, "directive");
		colored(gas, "# no interrupts", 1, "comment");
		colored(gas, "#include", 1, "directive");
		colored(gas, "asm_routine:", 1, "label");
		Screenshot.screen("editor-gas");
		SourceEditor nasm = project.open(EditedProject.NASM);
		colored(nasm, "mov", 1, "instruction");
		colored(nasm, "ax", 1, "register");
		colored(nasm, "bits", 1, "directive");
		colored(nasm, "; an option", 1, "comment");
		colored(nasm, "'hello'", 1, "string");
		colored(nasm, "init:", 1, "label");
		SourceEditor as86 = project.open(EditedProject.AS86);
		colored(as86, "mov", 1, "instruction");
		colored(as86, "dx", 1, "register");
		colored(as86, "! of Bruce", 1, "comment");
		colored(as86, "\"mov\"", 1, "string");
		colored(as86, "begin:", 1, "label");
	}

	private static void colored(SourceEditor editor, String text, int nth, String color) {
		RGB expected = UiThread.call(() -> JFaceResources.getColorRegistry().getRGB(COLOR + color));
		Wait.until(text + " in the colour of a " + color, () -> expected.equals(foreground(editor, text, nth)));
	}

	private static void plain(SourceEditor editor, String text, int nth) {
		assertEquals(null, UiThread.call(() -> foreground(editor, text, nth)), text);
	}

	private static RGB foreground(SourceEditor editor, String text, int nth) {
		StyleRange style = EditedProject.widget(editor).getStyleRangeAtOffset(EditedProject.find(editor, text, nth));
		return style == null || style.foreground == null ? null : style.foreground.getRGB();
	}

	@Test
	void matchingBracketIsFramed() {
		SourceEditor editor = project.open(EditedProject.C);
		StyledText widget = EditedProject.widget(editor);
		int open = EditedProject.find(editor, "{", 1);
		int close = EditedProject.find(editor, "}", 1);
		UiThread.run(() -> editor.selectAndReveal(0, 0));
		Wait.until("no frame", () -> !frameAt(widget, close));
		UiThread.run(() -> {
			editor.selectAndReveal(open + 1, 0);
			widget.setFocus();
		});
		Wait.until("a frame at the other bracket", () -> frameAt(widget, close));
		Screenshot.screen("editor-brackets");
		UiThread.run(() -> editor.selectAndReveal(0, 0));
		Wait.until("the frame to go", () -> !frameAt(widget, close));
	}

	/** True when the cell of a character has pixels of the bracket colour at its left and right edge. */
	private static boolean frameAt(StyledText widget, int offset) {
		Rectangle cell = widget.getTextBounds(offset, offset);
		Image image = new Image(widget.getDisplay(), cell.width + 2, cell.height);
		GC gc = new GC(widget);
		gc.copyArea(image, cell.x - 1, cell.y);
		gc.dispose();
		ImageData data = image.getImageData();
		image.dispose();
		int pixels = 0;
		for (int x = 0; x < data.width; x++)
			for (int y = 0; y < data.height; y++)
				if (data.palette.getRGB(data.getPixel(x, y)).equals(BRACKET))
					pixels++;
		return pixels >= cell.height;
	}

	@Test
	void hoverShowsSegmentOffsetAndSize() throws IOException {
		String[] nm = nm("helper_add");
		String place = String.format(Locale.ROOT, "F000:%04X, %d bytes", Long.parseLong(nm[0], 16) - 0xF0000, Long.parseLong(nm[1], 16));
		SourceEditor editor = project.open(EditedProject.C);
		String shown = hover(editor, EditedProject.find(editor, "helper_add(i", 1) + 3);
		assertTrue(shown.startsWith("helper_add at " + place + " in demo"), shown);
		assertTrue(shown.endsWith("main.c:6"), shown);
		SourceEditor assembly = project.open(EditedProject.GAS);
		String label = hover(assembly, EditedProject.find(assembly, "int_13_handler", 1) + 3);
		long handler = Long.parseLong(nm("int_13_handler")[0], 16);
		assertTrue(label.startsWith(String.format(Locale.ROOT, "int_13_handler at F000:%04X, 1 byte in demo", handler - 0xF0000)), label);
	}

	@Test
	void hoverOfAProjectWithOnlyAListing() throws IOException {
		SourceEditor editor = project.open(EditedProject.NASM);
		byte[] rom = Files.readAllBytes(project.file("out/tool.rom").getLocation().toPath());
		int init = 3 + "jmp".length() + "hello".length() + 1;
		assertEquals(0xB8, rom[init] & 0xFF, "mov ax, imm16, behind the 3 bytes of header, a near jump and the message");
		String shown = hover(editor, EditedProject.find(editor, "init", 1) + 1);
		assertTrue(shown.startsWith(String.format(Locale.ROOT, "init at C000:%04X, %d bytes in tool", init, 512 - init)), shown);
	}

	/** Value and size of a symbol by binutils. */
	private static String[] nm(String name) throws IOException {
		Process nm = new ProcessBuilder("nm", "-S", project.file("out/demo.elf").getLocation().toOSString()).start();
		String all = new String(nm.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
		return all.lines().filter(l -> l.endsWith(" " + name)).findFirst().orElseThrow(() -> new AssertionError(all)).split(" ");
	}

	/** Points at a character and returns what is shown. */
	private static String hover(SourceEditor editor, int offset) {
		StyledText widget = EditedProject.widget(editor);
		UiThread.run(() -> {
			editor.selectAndReveal(offset, 0);
			widget.setFocus();
		});
		List<Shell> before = shells();
		Click.pointAt(widget, UiThread.call(() -> widget.getLocationAtOffset(offset).x + 2), UiThread.call(() -> widget.getLocationAtOffset(offset).y + 3));
		Shell shell = Wait.value("a hover", () -> shells().stream().filter(s -> !before.contains(s)).findFirst().orElse(null));
		String text = UiThread.call(() -> WidgetTree.all(shell).stream().filter(StyledText.class::isInstance).map(WidgetTree::text)
				.findFirst().orElse(""));
		Screenshot.screen("editor-hover");
		Keys.press(widget, SWT.ESC, SWT.ESC);
		UiThread.run(() -> Windows.page().closeAllEditors(false));
		return text;
	}

	private static List<Shell> shells() {
		return UiThread.call(() -> Arrays.stream(UiThread.display().getShells()).filter(Shell::isVisible).toList());
	}

	@Test
	void proposesSymbolsInstructionsAndPorts() {
		SourceEditor c = project.open(EditedProject.C);
		assertEquals("    send(0x80);\n    helper_add\n}\n", complete(c, "    send(0x80);\n", "hel", "helper_add", "helper_add"));
		SourceEditor gas = project.open(EditedProject.GAS);
		assertTrue(complete(gas, "    cli                     # no interrupts yet\n", "lgd", "lgdt", "lgdt").contains("    lgdt\n"));
		SourceEditor port = project.open(EditedProject.NASM);
		assertTrue(complete(port, "    int 0x10\n", "in al, 0x6", "0x64  8042 keyboard controller: command and status", "0x64").contains("    in al, 0x64\n"));
		UiThread.run(() -> Windows.page().closeAllEditors(false));
	}

	/** Types a beginning on a new line, asks for proposals, takes one; returns the rest of the text from the place on. */
	private static String complete(SourceEditor editor, String after, String beginning, String proposal, String inserted) {
		int from = EditedProject.find(editor, after, 1);
		int at = from + after.length();
		StyledText widget = EditedProject.widget(editor);
		UiThread.run(() -> {
			widget.replaceTextRange(at, 0, "    \n");
			editor.selectAndReveal(at + 4, 0);
			widget.setFocus();
		});
		Keys.type(widget, beginning);
		List<Shell> before = shells();
		Keys.press(widget, ' ', SWT.CTRL, ' ');
		Wait.until(proposal, () -> widget.getText().contains("    " + beginning.substring(0, beginning.lastIndexOf(' ') + 1) + inserted + "\n")
				|| table(before) != null);
		Table table = UiThread.call(() -> table(before));
		if (table != null) {
			// One proposal is taken at once; of several one is chosen.
			Wait.until(proposal + " in the list", () -> rows(table).contains(proposal));
			Screenshot.screen("editor-proposals");
			UiThread.run(() -> {
				table.setSelection(rows(table).indexOf(proposal));
				Event event = new Event();
				event.item = table.getItem(table.getSelectionIndex());
				table.notifyListeners(SWT.DefaultSelection, event);
			});
		}
		Wait.until("the proposal in the text", () -> widget.getText().contains(inserted + "\n"));
		return UiThread.call(() -> widget.getText().substring(from));
	}

	private static Table table(List<Shell> before) {
		return shells().stream().filter(s -> !before.contains(s)).flatMap(s -> WidgetTree.all(s).stream()).filter(Table.class::isInstance)
				.map(Table.class::cast).findFirst().orElse(null);
	}

	private static List<String> rows(Table table) {
		List<String> rows = new ArrayList<>();
		for (int i = 0; i < table.getItemCount(); i++)
			rows.add(table.getItem(i).getText());
		return rows;
	}

	@Test
	void commentsAreToggled() {
		toggles(EditedProject.C, "    int i;\n", "//    int i;\n");
		toggles(EditedProject.GAS, "    hlt\n", "//    hlt\n");
		toggles(EditedProject.NASM, "    retf\n", ";    retf\n");
		toggles(EditedProject.AS86, "        ret\n", "!        ret\n");
	}

	private static void toggles(String file, String code, String comment) {
		SourceEditor editor = project.open(file);
		StyledText widget = EditedProject.widget(editor);
		String original = UiThread.call(widget::getText);
		UiThread.run(() -> editor.selectAndReveal(EditedProject.find(editor, code, 1) + 5, 0));
		Keys.press(widget, '/', SWT.MOD1, '/');
		Wait.until("a comment in " + file, () -> widget.getText().equals(original.replaceFirst("(?m)^" + code, comment)));
		Keys.press(widget, '/', SWT.MOD1, '/');
		Wait.until("code again in " + file, () -> widget.getText().equals(original));
		UiThread.run(() -> Windows.page().closeAllEditors(false));
	}

	@Test
	void functionsFold() {
		SourceEditor editor = project.open(EditedProject.C);
		StyledText widget = EditedProject.widget(editor);
		int lines = UiThread.call(widget::getLineCount);
		Composite margin = (Composite) UiThread.call(() -> editor.getAdapter(IVerticalRulerInfo.class).getControl());
		int y = UiThread.call(() -> widget.getLinePixel(5) + widget.getLineHeight() / 2);
		Control column = UiThread.call(() -> margin.getChildren()[margin.getChildren().length - 1]);
		Click.at(column, 4, y);
		Wait.until("helper_add to fold", () -> widget.getLineCount() == lines - 4);
		assertFalse(UiThread.call(widget::getText).contains("helper_result"));
		assertTrue(UiThread.call(widget::getText).contains("static void send"));
		Screenshot.screen("editor-folded");
		Click.at(column, 4, y);
		Wait.until("it to unfold", () -> widget.getLineCount() == lines);
	}

	@Test
	void occurrencesOfTheNameUnderTheCaretAreMarked() {
		SourceEditor editor = project.open(EditedProject.C);
		StyledText widget = EditedProject.widget(editor);
		UiThread.run(() -> {
			editor.selectAndReveal(EditedProject.find(editor, "helper_result", 1) + 2, 0);
			widget.setFocus();
		});
		List<Integer> both = List.of(EditedProject.find(editor, "helper_result", 1), EditedProject.find(editor, "helper_result", 2));
		Wait.until("both places", () -> occurrences(editor).equals(both));
		Screenshot.screen("editor-occurrences");
		UiThread.run(() -> editor.selectAndReveal(EditedProject.find(editor, "return", 1) - 2, 0));
		Wait.until("no places", () -> occurrences(editor).isEmpty());
	}

	private static List<Integer> occurrences(SourceEditor editor) {
		IAnnotationModel model = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
		List<Integer> offsets = new ArrayList<>();
		for (Iterator<Annotation> i = model.getAnnotationIterator(); i.hasNext();) {
			Annotation a = i.next();
			Position p = model.getPosition(a);
			if (a.getType().equals(OCCURRENCE))
				offsets.add(p.getOffset());
		}
		offsets.sort(null);
		return offsets;
	}
}
