package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.domainfirmware.firmware.core.FirmwareCore;
import org.domainfirmware.firmware.ui.editor.SourceEditor;
import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Keys;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ways through the sources: the outline, F3 from C to assembly and back, a problem's place. */
@ExtendWith(FirmwareWorkbench.class)
class NavigationTest {
	private static EditedProject project;

	@BeforeAll
	static void create() {
		project = new EditedProject("navigated");
	}

	@AfterAll
	static void delete() {
		project.delete();
	}

	@Test
	void outlineListsFunctionsLabelsAndInterruptHandlers() {
		SourceEditor c = project.open(EditedProject.C);
		Tree outline = outline("helper_add");
		assertEquals(List.of("LIMIT", "asm_routine (declared)", "greeting", "helper_add", "send", "start_c"), UiThread.call(() -> names(outline)));
		Click.select(item(outline, "helper_add"));
		Wait.until("the function to be selected", () -> selected(c).equals("helper_add"));
		project.open(EditedProject.GAS);
		Tree labels = outline("int_13_handler");
		assertEquals(List.of("start", "halted", "asm_routine", "int_13_handler"), UiThread.call(() -> names(labels)));
		Image label = UiThread.call(() -> item(labels, "start").getImage());
		assertNotEquals(label, UiThread.call(() -> item(labels, "int_13_handler").getImage()));
		assertEquals(label, UiThread.call(() -> item(labels, "asm_routine").getImage()));
		Screenshot.screen("editor-outline");
	}

	private static Tree outline(String content) {
		Windows.view(IPageLayout.ID_OUTLINE);
		return Find.in(Windows.main().getShell()).where("the outline with " + content, w -> w instanceof Tree t && names(t).contains(content)).the(Tree.class);
	}

	private static List<String> names(Tree tree) {
		return Arrays.stream(tree.getItems()).map(TreeItem::getText).toList();
	}

	private static TreeItem item(Tree tree, String name) {
		return UiThread.call(() -> Arrays.stream(tree.getItems()).filter(i -> i.getText().equals(name)).findFirst().orElseThrow());
	}

	private static String selected(SourceEditor editor) {
		return editor.getSelectionProvider().getSelection() instanceof ITextSelection s ? s.getText() : "";
	}

	@Test
	void declarationsOpenByF3BetweenCAndAssembly() {
		SourceEditor c = project.open(EditedProject.C);
		follow(c, EditedProject.find(c, "asm_routine(helper_add", 1) + 2);
		SourceEditor gas = project.active(EditedProject.GAS);
		Wait.until("the label's line", () -> selected(gas).equals("asm_routine:"));
		follow(gas, EditedProject.find(gas, "start_c", 1) + 2);
		SourceEditor back = project.active(EditedProject.C);
		Wait.until("the function's line", () -> selected(back).equals("void start_c(void)"));
		follow(back, EditedProject.find(back, "LIMIT;", 1) + 1);
		Wait.until("the macro's line", () -> selected(back).equals("#define LIMIT 16"));
		SourceEditor assembly = project.open(EditedProject.GAS);
		follow(assembly, EditedProject.find(assembly, "board.h", 1) + 1);
		Wait.until("the header", () -> Windows.page().getActiveEditor().getTitle().equals("board.h"));
	}

	private static void follow(SourceEditor editor, int offset) {
		UiThread.run(() -> editor.selectAndReveal(offset, 0));
		Keys.press((StyledText) UiThread.call(() -> editor.getAdapter(Control.class)), '\0', SWT.F3);
	}

	@Test
	void problemOpensItsFileAtLineAndColumn() {
		String good = UiThread.call(() -> EditedProject.widget(project.open(EditedProject.C)).getText());
		project.write(EditedProject.C, good.replace("helper_add(i, greeting[i])", "helper_add(i, greetings[i])"));
		build();
		try {
			IMarker error = Wait.value("the error", () -> errors().stream().findFirst().orElse(null));
			String text = good.replace("greeting[i]", "greetings[i]");
			int place = text.indexOf("greetings[i]");
			assertEquals(text.substring(0, place).lines().count(), error.getAttribute(IMarker.LINE_NUMBER, 0));
			UiThread.run(() -> Windows.page().closeAllEditors(false));
			Windows.view(IPageLayout.ID_PROBLEM_VIEW);
			Tree problems = Find.in(Windows.main().getShell()).where("the tree of problems", w -> w instanceof Tree t
					&& names(t).stream().anyMatch(n -> n.startsWith("Errors ("))).the(Tree.class);
			TreeItem item = Wait.value("the problem in the view", () -> problem(problems, error.getAttribute(IMarker.MESSAGE, "?")));
			Click.doubleClick(item);
			SourceEditor editor = project.active(EditedProject.C);
			Wait.until("the wrong name to be selected", () -> selected(editor).equals("greetings"));
			assertEquals(place, UiThread.call(() -> ((ITextSelection) editor.getSelectionProvider().getSelection()).getOffset()));
			Screenshot.screen("editor-problem");
		} finally {
			project.write(EditedProject.C, good);
			build();
		}
		Wait.until("no error", () -> errors().isEmpty());
	}

	private static TreeItem problem(Tree tree, String message) {
		for (TreeItem category : tree.getItems()) {
			if (!category.getExpanded()) {
				category.setExpanded(true);
				Event event = new Event();
				event.item = category;
				tree.notifyListeners(SWT.Expand, event);
			}
			for (TreeItem item : category.getItems())
				if (item.getText().equals(message))
					return item;
		}
		return null;
	}

	private static void build() {
		Wait.work(monitor -> project.project().build(IncrementalProjectBuilder.INCREMENTAL_BUILD, monitor));
	}

	private static List<IMarker> errors() {
		try {
			List<IMarker> errors = new ArrayList<>();
			for (IMarker m : project.project().findMarkers(FirmwareCore.PROBLEM, true, IResource.DEPTH_INFINITE))
				if (m.getAttribute(IMarker.SEVERITY, 0) == IMarker.SEVERITY_ERROR)
					errors.add(m);
			return errors;
		} catch (CoreException e) {
			throw new AssertionError(e);
		}
	}
}
