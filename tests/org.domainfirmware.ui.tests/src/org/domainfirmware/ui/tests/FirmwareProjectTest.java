package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.domainfirmware.firmware.core.FirmwareCore;
import org.domainfirmware.firmware.ui.Places;
import org.domainfirmware.firmware.ui.editor.SourceEditor;
import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Keys;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.WidgetTree;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.jface.text.source.IVerticalRulerInfo;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IWorkbenchPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** A firmware author's first hour: a project by the wizard, errors marked and mended, a changed banner on a guest's screen. */
@ExtendWith(FirmwareWorkbench.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirmwareProjectTest {
	private static final String NAME = "myfirmware";
	private static final String TAKEN = "taken";
	private static final String BANNER = "Domain Firmware Workbench ROMBIOS";
	private static final Duration BUILD = Duration.ofSeconds(120);

	private static IProject project;

	@AfterAll
	static void delete() throws IOException {
		Wait.work(monitor -> project.delete(true, true, monitor));
		Files.delete(taken().resolve("Makefile"));
		Files.delete(taken());
	}

	/** A person's files in a folder of the workspace that is no project now. */
	@BeforeAll
	static void makeFolder() throws IOException {
		Files.writeString(Files.createDirectories(taken()).resolve("Makefile"), "all:\n");
	}

	private static Path taken() {
		return ResourcesPlugin.getWorkspace().getRoot().getLocation().append(TAKEN).toFile().toPath();
	}

	@Test
	@Order(1)
	void wizardMakesAProjectThatBuilds() {
		Menus.select("File", "New", "Other...");
		Shell dialog = Find.shell("Select a wizard");
		Keys.replace(Find.in(dialog).the(Text.class), "Firmware Project");
		Tree tree = Find.in(dialog).the(Tree.class);
		// The list is filtered a moment after typing, and made anew then.
		Click.select(Wait.value("only the wizard in the list", () -> tree.getItemCount() == 1 && tree.getItem(0).getItemCount() == 1
				? tree.getItem(0).getItem(0) : null));
		Click.on(Find.in(dialog).text("Next >").the(Button.class));
		Shell wizard = Find.shell("New Firmware Project");
		Text name = Find.in(wizard).the(Text.class);
		Keys.replace(name, TAKEN);
		Find.in(wizard).textContaining("has files already").the(Text.class);
		Button finish = Find.in(wizard).text("Finish").the(Button.class);
		assertFalse(UiThread.call(finish::isEnabled));
		Screenshot.screen("new-firmware-project-taken");
		Keys.replace(name, NAME);
		Click.on(Find.in(wizard).text("Next >").the(Button.class));
		Find.in(wizard).textContaining("ROMBIOS").the(Button.class);
		Screenshot.screen("new-firmware-project");
		Click.on(Find.in(wizard).text("Finish").the(Button.class));
		Wait.until("the wizard to close", BUILD, wizard::isDisposed);
		project = ResourcesPlugin.getWorkspace().getRoot().getProject(NAME);
		Wait.until("the first build", BUILD, () -> rom().exists() && problems().isEmpty());
		UiThread.run(() -> Places.open(Windows.page(), project.getFile("rombios/banner.c"), 1));
		Screenshot.screen("firmware-project");
	}

	@Test
	@Order(2)
	void errorsInCAndAssemblyAreMarkedAtTheirLines() throws IOException {
		edit("rombios/banner.c", "    SAY(", "    SAY)");
		edit("vgabios/entry.S", lastLine("vgabios/entry.S"), lastLine("vgabios/entry.S") + "\n\tjmp no_such_symbol");
		save();
		int line = lines("vgabios/entry.S").size();
		Wait.until("both errors", BUILD, () -> problems().stream().anyMatch(p -> p.startsWith("rombios/banner.c:7: "))
				&& problems().contains("vgabios/entry.S:" + line + ": undefined reference to `no_such_symbol'"));
		Windows.view(IPageLayout.ID_PROBLEM_VIEW);
		Shell window = Windows.main().getShell();
		Wait.until("the Problems view to count them", () -> WidgetTree.all(window).stream().map(WidgetTree::text)
				.anyMatch(t -> t.matches("[2-9] errors.*")));
		Screenshot.screen("firmware-errors");
	}

	@Test
	@Order(3)
	void mendedSourcesBuildClean() {
		edit("rombios/banner.c", "    SAY)", "    SAY(");
		edit("vgabios/entry.S", "\n\tjmp no_such_symbol", "");
		save();
		Wait.until("no errors", BUILD, () -> problems().isEmpty());
	}

	@Test
	@Order(4)
	void changedBannerIsOnTheGuestsScreen() throws Exception {
		long before = rom().getLocation().toFile().lastModified();
		edit("rombios/banner.c", BANNER, "Hello from my own BIOS");
		save();
		Wait.until("the new ROM", BUILD, () -> rom().getLocation().toFile().lastModified() > before && problems().isEmpty());
		Wait.jobs(ResourcesPlugin.FAMILY_AUTO_BUILD);
		Path root = Path.of(System.getProperty("dfw.root"));
		Path output = Path.of(System.getProperty("dfw.screenshots", ".")).resolve("firmware-banner.txt");
		Files.createDirectories(output.getParent());
		Process boot = new ProcessBuilder(root.resolve("dfw").toString(), "boot", "--rombios", rom().getLocation().toOSString(), "--vgabios",
				rom("vgabios.rom").getLocation().toOSString(), "--until-screen", "Hello from my own BIOS", "--limit", "10", "--screen-text",
				"--screenshot", output.resolveSibling("firmware-banner.png").toString()).redirectErrorStream(true)
				.redirectOutput(output.toFile()).start();
		assertTrue(boot.waitFor(180, TimeUnit.SECONDS), "the guest did not end");
		assertEquals(0, boot.exitValue(), Files.readString(output));
	}

	@Test
	@Order(5)
	void declarationOpensAcrossCAndAssembly() {
		SourceEditor editor = open("rombios/entry.S");
		Wait.until("the outline", () -> editor.declarations().stream().anyMatch(d -> d.name().equals("int_common")));
		SourceEditor post = open("rombios/post.c");
		int at = text(post).indexOf("banner_print");
		UiThread.run(() -> post.selectAndReveal(at + 2, 0));
		Keys.press((StyledText) UiThread.call(() -> post.getAdapter(Control.class)), '\0', SWT.F3);
		Wait.until("banner.c to open", () -> Windows.page().getActiveEditor().getTitle().equals("banner.c"));
		Screenshot.screen("open-declaration");
	}

	@Test
	@Order(6)
	void romLayoutShowsFunctionsAndOpensTheirSource() {
		Windows.view("org.domainfirmware.firmware.ui.romLayout");
		Shell window = Windows.main().getShell();
		Combo choice = Find.in(window).where("the ROMs of the project", w -> w instanceof Combo c
				&& String.join(" ", c.getItems()).contains(NAME + ": rombios.rom")).the(Combo.class);
		UiThread.run(() -> {
			choice.select(choice.indexOf(NAME + ": rombios.rom"));
			choice.notifyListeners(SWT.Selection, new Event());
		});
		TableItem function = Wait.value("banner_print in the table", () -> WidgetTree.all(window).stream()
				.filter(w -> w instanceof TableItem i && i.getText(4).equals("banner_print")).map(TableItem.class::cast).findFirst().orElse(null));
		assertTrue(UiThread.call(() -> function.getText(0)).startsWith("F000:"));
		assertEquals(".text", UiThread.call(() -> function.getText(3)));
		Screenshot.screen("rom-layout");
		UiThread.run(() -> Windows.page().closeAllEditors(false));
		Click.select(function);
		UiThread.post(() -> {
			Event event = new Event();
			event.item = function;
			function.getParent().notifyListeners(SWT.DefaultSelection, event);
		});
		Wait.until("banner.c to open", () -> Windows.page().getActiveEditor() instanceof SourceEditor e && e.getTitle().equals("banner.c"));
	}

	@Test
	@Order(7)
	void marginSetsABreakpoint() throws CoreException {
		SourceEditor editor = open("rombios/banner.c");
		StyledText widget = (StyledText) UiThread.call(() -> editor.getAdapter(Control.class));
		int y = UiThread.call(() -> widget.getLinePixel(6) + widget.getLineHeight() / 2);
		Composite margin = (Composite) UiThread.call(() -> editor.getAdapter(IVerticalRulerInfo.class).getControl());
		Click.twiceAt(UiThread.call(() -> margin.getChildren()[0]), 3, y);
		Wait.until("a breakpoint", () -> breakpoints(project.getFile("rombios/banner.c")) == 1);
		Screenshot.screen("breakpoint");
		Wait.work(monitor -> project.getFile("rombios/banner.c").deleteMarkers(IBreakpoint.BREAKPOINT_MARKER, true, IResource.DEPTH_ZERO));
	}

	private static int breakpoints(IFile file) {
		try {
			return file.findMarkers(IBreakpoint.BREAKPOINT_MARKER, true, IResource.DEPTH_ZERO).length;
		} catch (CoreException e) {
			throw new AssertionError(e);
		}
	}

	private static IFile rom() {
		return rom("rombios.rom");
	}

	private static IFile rom(String name) {
		return project.getFile("build/firmware/" + name);
	}

	private static SourceEditor open(String path) {
		UiThread.run(() -> Places.open(Windows.page(), project.getFile(path), 0));
		return Wait.value("an editor for " + path, () -> Windows.page().getActiveEditor() instanceof SourceEditor e
				&& project.getFile(path).equals(e.file()) ? e : null);
	}

	private static String text(SourceEditor editor) {
		return UiThread.call(() -> editor.getDocumentProvider().getDocument(editor.getEditorInput()).get());
	}

	/** Types text in place of other text, in the editor. */
	private static void edit(String path, String from, String to) {
		SourceEditor editor = open(path);
		int at = text(editor).lastIndexOf(from);
		assertTrue(at >= 0, () -> path + " does not contain " + from);
		StyledText widget = (StyledText) UiThread.call(() -> editor.getAdapter(Control.class));
		assertNotNull(widget);
		UiThread.run(() -> {
			editor.selectAndReveal(at, from.length());
			widget.insert(to);
		});
	}

	private static void save() {
		IWorkbenchPage page = Windows.page();
		UiThread.run(() -> page.saveAllEditors(false));
	}

	private static List<String> lines(String path) throws IOException {
		return Files.readAllLines(project.getFile(path).getLocation().toPath());
	}

	private static String lastLine(String path) throws IOException {
		List<String> all = lines(path);
		return all.get(all.size() - 1);
	}

	/** The problems of the project, as file:line: text. */
	private static List<String> problems() {
		return problems(project);
	}

	private static List<String> problems(IProject project) {
		List<String> all = new ArrayList<>();
		try {
			for (String type : List.of(FirmwareCore.PROBLEM, FirmwareCore.BUILD_PROBLEM))
				for (IMarker m : project.findMarkers(type, true, IResource.DEPTH_INFINITE))
					all.add(m.getResource().getProjectRelativePath() + ":" + m.getAttribute(IMarker.LINE_NUMBER, 0) + ": "
							+ m.getAttribute(IMarker.MESSAGE, ""));
		} catch (CoreException e) {
			throw new AssertionError(e);
		}
		return all;
	}
}
