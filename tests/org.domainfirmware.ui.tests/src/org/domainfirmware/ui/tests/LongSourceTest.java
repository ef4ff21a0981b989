package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.domainfirmware.firmware.ui.Places;
import org.domainfirmware.firmware.ui.editor.SourceEditor;
import org.domainfirmware.ui.driver.Keys;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.WidgetTree;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ST;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IPageLayout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Sources of 10,000 lines, with the Outline in view. The times are printed and kept beside the screenshots; what is judged is that the
 * text, its colours and its outline are right after typing and scrolling.
 */
@ExtendWith(FirmwareWorkbench.class)
class LongSourceTest {
	private static final int LINES = 10_000;
	private static final int KEYS = 200;
	/** A quick typist's pause between two keys. */
	private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(30);
	/** A pause to think: the editor reads the declarations anew meanwhile, and the next key may fall into that. */
	private static final long THOUGHT = TimeUnit.MILLISECONDS.toNanos(450);
	private static final int WORD = 20;
	private static final List<String> TIMES = new ArrayList<>();
	private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();
	private static EditedProject project;

	/** What one action took, nanoseconds: until it was on the screen, and processor time of the UI thread. */
	private record Took(long wall, long processor) {
		static Took of(Runnable action) {
			long thread = UiThread.display().getThread().getId();
			long used = PROCESSOR.getThreadCpuTime(thread);
			long start = System.nanoTime();
			action.run();
			return new Took(System.nanoTime() - start, PROCESSOR.getThreadCpuTime(thread) - used);
		}
	}

	@BeforeAll
	static void create() {
		project = new EditedProject("long");
	}

	@AfterAll
	static void delete() throws IOException {
		project.delete();
		Path file = Path.of(System.getProperty("dfw.screenshots", ".")).resolve("long-source-times.txt");
		Files.createDirectories(file.getParent());
		Files.write(file, TIMES);
		TIMES.forEach(System.out::println);
	}

	@Test
	void typingAndScrollingInC() {
		project.write("long.c", functions("function"));
		use("long.c", "C", LINES / 10, "    int sum = 0x1f4;\n");
	}

	private static String functions(String name) {
		StringBuilder source = new StringBuilder();
		for (int i = 0; i < LINES / 10; i++)
			source.append("/* Handler ").append(i).append(" of a generated\n   source */\nint ").append(name).append('_').append(i)
					.append("(unsigned char port, int value)\n{\n    int sum = 0x").append(Integer.toHexString(i)).append(";\n")
					.append("    for (int n = 0; n < value; n++) {\n        sum += port * n; // \"no string\"\n    }\n    return sum;\n}\n");
		return source.toString();
	}

	/** The first question about a name reads all sources of the project. */
	@Test
	void declarationsAndProposalsAreFoundBesideTheUiThread() {
		project.write("searched.c", functions("searched"));
		SourceEditor editor = project.open(EditedProject.C);
		StyledText widget = EditedProject.widget(editor);
		int at = EditedProject.find(editor, "    int i;\n", 1);
		UiThread.run(() -> {
			widget.replaceTextRange(at, 0, "    searched_99\n");
			editor.selectAndReveal(at + 8, 0);
			widget.setFocus();
		});
		Keys.press(widget, '\0', SWT.F3);
		SourceEditor searched = project.active("searched.c");
		Wait.until("the function's line", () -> searched.getSelectionProvider().getSelection() instanceof ITextSelection s
				&& s.getText().startsWith("int searched_99("));
		project.write("proposed.c", functions("proposed"));
		UiThread.run(() -> widget.replaceTextRange(at, "    searched_99\n".length(), "    proposed_12\n"));
		UiThread.run(() -> {
			Windows.page().activate(editor);
			editor.selectAndReveal(at + "    proposed_12".length(), 0);
			widget.setFocus();
		});
		Keys.press(widget, ' ', SWT.CTRL, ' ');
		Wait.until("proposals", () -> Arrays.stream(UiThread.display().getShells()).filter(Shell::isVisible)
				.flatMap(shell -> WidgetTree.all(shell).stream()).anyMatch(w -> w instanceof TableItem i && i.getText().equals("proposed_129")));
		Screenshot.screen("long-proposals");
	}

	@Test
	void typingAndScrollingInAssembly() {
		StringBuilder source = new StringBuilder("    .code16\n");
		int labels = (LINES - 1) / 5;
		for (int i = 0; i < labels; i++)
			source.append("label_").append(i).append(":\n    movw $0x").append(Integer.toHexString(i))
					.append(", %ax  # a comment\n    outb %al, $0x80\n    jc label_").append(i).append("\n    /* out */ ret\n");
		project.write("long.S", source.toString());
		use("long.S", "assembly", labels, "    outb %al, $0x80\n");
	}

	private static void use(String file, String language, int declarations, String middle) {
		Windows.view(IPageLayout.ID_OUTLINE);
		long start = System.nanoTime();
		UiThread.run(() -> Places.open(Windows.page(), project.file(file), 0));
		SourceEditor editor = project.active(file);
		StyledText widget = EditedProject.widget(editor);
		UiThread.run(widget::update);
		TIMES.add(String.format(Locale.ROOT, "%s, %,d lines: opened in %d ms", language, UiThread.call(widget::getLineCount), millis(start)));
		Wait.until("the outline of " + file, () -> editor.declarations().size() == declarations);
		int at = EditedProject.find(editor, middle, 1) + middle.length();
		UiThread.run(() -> {
			editor.selectAndReveal(at, 0);
			widget.setFocus();
		});
		String typed = ("x = function_1(y, 2); // abc" + "\n").repeat(KEYS).substring(0, KEYS - 1) + "\n";
		TIMES.add(line(language + ", typing, a key", keys(widget, typed)));
		String whole = UiThread.call(() -> editor.getDocumentProvider().getDocument(editor.getEditorInput()).get());
		assertEquals(typed, whole.substring(at, at + typed.length()).replaceAll("(?m)^ +", ""), "what was typed");
		Screenshot.screen("long-" + language);
		TIMES.add(line(language + ", scrolling, a page", pages(widget)));
		int last = whole.lastIndexOf("0x");
		Wait.until("colours at the end", () -> widget.getStyleRangeAtOffset(last) != null && widget.getStyleRangeAtOffset(last).foreground != null);
		UiThread.run(() -> Windows.page().closeEditor(editor, false));
	}

	/** From a key press until it is on the screen, the time in the queue behind other work included. */
	private static List<Took> keys(StyledText widget, String text) {
		List<Took> times = new ArrayList<>();
		for (char c : text.toCharArray()) {
			times.add(Took.of(() -> {
				Keys.type(widget, String.valueOf(c));
				UiThread.run(widget::update);
			}));
			LockSupport.parkNanos(times.size() % WORD == 0 ? THOUGHT : PAUSE);
		}
		return times;
	}

	/** The same for each Page Down from the first line to the last. */
	private static List<Took> pages(StyledText widget) {
		UiThread.run(() -> widget.invokeAction(ST.TEXT_START));
		List<Took> times = new ArrayList<>();
		int before = -1;
		while (UiThread.call(widget::getTopIndex) != before) {
			before = UiThread.call(widget::getTopIndex);
			times.add(Took.of(() -> {
				Keys.press(widget, '\0', SWT.PAGE_DOWN);
				UiThread.run(widget::update);
			}));
		}
		assertTrue(times.size() > 100, times.size() + " pages");
		return times;
	}

	private static String line(String what, List<Took> times) {
		List<Long> wall = times.stream().map(Took::wall).sorted().toList();
		List<Long> processor = times.stream().map(Took::processor).sorted().toList();
		return String.format(Locale.ROOT, "%s: median %.1f ms, 90 %% %.1f ms, 99 %% %.1f ms, worst %.1f ms; processor time: median %.1f ms, 99 %% %.1f ms, worst %.1f ms (%d)",
				what, part(wall, 50), part(wall, 90), part(wall, 99), part(wall, 100), part(processor, 50), part(processor, 99), part(processor, 100), wall.size());
	}

	private static double part(List<Long> sorted, int percent) {
		return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
	}

	private static long millis(long start) {
		return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
	}
}
