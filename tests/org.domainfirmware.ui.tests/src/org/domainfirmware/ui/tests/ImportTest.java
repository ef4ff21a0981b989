package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.domainfirmware.firmware.core.FirmwareCore;
import org.domainfirmware.firmware.core.FirmwareProject;
import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Keys;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.WidgetTree;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Trees with Makefiles of their own, of the two kinds there are most of: bcc with as86 and ld86, and gcc with GNU binutils. */
@ExtendWith(FirmwareWorkbench.class)
class ImportTest {
	private static final Duration BUILD = Duration.ofSeconds(120);
	@TempDir
	Path folder;
	private IProject project;

	@AfterEach
	void delete() {
		if (project != null)
			Wait.work(monitor -> project.delete(false, true, monitor));
	}

	@Test
	void treeOfBccAs86AndLd86AsksForTrustAndHasTheNamesOfItsMap() throws IOException {
		Path tree = Files.createDirectory(folder.resolve("old-bios"));
		Files.writeString(tree.resolve("Makefile"), """
				out/bios.bin: out/start.o out/helper.o
					ld86 -d -M -o $@ $^ > out/bios.map
					truncate -s 65536 $@
				out/helper.o: helper.c
					@mkdir -p out
					bcc -0 -c -o $@ $<
				out/start.o: start.s
					@mkdir -p out
					as86 -0 -o $@ $<
				clean:
					rm -rf out
				""");
		Files.writeString(tree.resolve("start.s"), "        .text\nentry   start\nimport  _twice\nexport  start\nstart:\n        mov     ax,#21\n"
				+ "        push    ax\n        call    _twice\nhalted: hlt\n        jmp     halted\n");
		Files.writeString(tree.resolve("helper.c"), "int twice(value)\nint value;\n{\n    return value + value;\n}\n");
		project = imports(tree, false);
		IMarker question = Wait.value("the question of trust", BUILD, () -> markers(FirmwareCore.BUILD_PROBLEM).stream().findFirst().orElse(null));
		assertTrue(question.getAttribute(IMarker.MESSAGE, "").contains("until you trust it"));
		assertFalse(Files.exists(tree.resolve("out")));
		UiThread.run(() -> IDE.getMarkerHelpRegistry().getResolutions(question)[0].run(question));
		Wait.until("the build", BUILD, () -> FirmwareProject.of(project).romImages().size() == 1 && problems().isEmpty());
		TableItem function = inRomLayout("old-bios: bios.bin", "_twice");
		assertEquals("F000:000C", UiThread.call(() -> function.getText(0)));
		Screenshot.screen("import-bcc");
		edit("helper.c", "return value", "return other");
		Wait.until("bcc's error", BUILD, () -> problems().stream().anyMatch(p -> p.startsWith("helper.c:4: ") && p.contains("other undeclared")));
		edit("helper.c", "return other", "return value");
		edit("start.s", "mov     ax,#21", "move    ax,#21");
		Wait.until("as86's error", BUILD, () -> problems().stream().anyMatch(p -> p.startsWith("start.s:6: ")));
		edit("start.s", "move    ax,#21", "mov     ax,#21");
		Wait.until("a clean build", BUILD, () -> problems().isEmpty());
	}

	@Test
	void treeOfGccTrustedInTheWizardHasTheNamesOfItsOnlyLinkedFile() throws IOException {
		Path tree = Files.createDirectory(folder.resolve("new-bios"));
		Files.createDirectory(tree.resolve("src"));
		Files.writeString(tree.resolve("Makefile"), """
				out/bios.bin: out/rom.o
					objcopy -O binary -j .text --pad-to 0x100000 $< $@
				out/rom.o: src/post.c
					@mkdir -p out
					gcc -m16 -g -ffreestanding -fno-pie -fcf-protection=none -fno-asynchronous-unwind-tables -c -o out/post.o $<
					ld -m elf_i386 -z noexecstack -Ttext=0xf0000 -e handle_post -o $@ out/post.o
				clean:
					rm -rf out
				""");
		Files.writeString(tree.resolve("src/post.c"), "int counter(int x)\n{\n    return x + 1;\n}\nvoid handle_post(void)\n{\n    counter(1);\n}\n");
		project = imports(tree, true);
		Wait.until("the build", BUILD, () -> FirmwareProject.of(project).romImages().size() == 1 && problems().isEmpty());
		TableItem function = inRomLayout("new-bios: bios.bin", "handle_post");
		assertTrue(UiThread.call(() -> function.getText(0)).startsWith("F000:00"));
		Screenshot.screen("import-gcc");
	}

	private static IProject imports(Path tree, boolean trusted) {
		Menus.select("File", "Import...");
		Shell dialog = Find.shell("Import");
		Keys.replace(Find.in(dialog).the(Text.class), "Existing Firmware");
		Tree list = Find.in(dialog).the(Tree.class);
		// The list is filtered a moment after typing, and made anew then.
		Click.select(Wait.value("only the wizard in the list", () -> list.getItemCount() == 1 && list.getItem(0).getItemCount() == 1
				? list.getItem(0).getItem(0) : null));
		Click.on(Find.in(dialog).text("Next >").the(Button.class));
		Shell wizard = Find.shell("Import Firmware Sources");
		Keys.replace(Find.in(wizard).the(Text.class), tree.toString());
		Click.on(Find.in(wizard).text("Next >").the(Button.class));
		Button trust = Find.in(wizard).textContaining("I trust this tree").the(Button.class);
		assertFalse(UiThread.call(trust::getSelection), "trusted before anybody said so");
		if (trusted)
			Click.on(trust);
		Screenshot.screen("import-trust");
		Click.on(Find.in(wizard).text("Finish").the(Button.class));
		Wait.until("the wizard to close", BUILD, wizard::isDisposed);
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(tree.getFileName().toString());
		Wait.until("the project", project::isAccessible);
		return project;
	}

	private static TableItem inRomLayout(String image, String name) {
		Windows.view("org.domainfirmware.firmware.ui.romLayout");
		Shell window = Windows.main().getShell();
		Combo choice = Find.in(window).where("the ROM " + image, w -> w instanceof Combo c && List.of(c.getItems()).contains(image)).the(Combo.class);
		UiThread.run(() -> {
			choice.select(choice.indexOf(image));
			choice.notifyListeners(SWT.Selection, new Event());
		});
		return Wait.value(name + " in the table", () -> WidgetTree.all(window).stream()
				.filter(w -> w instanceof TableItem i && i.getText(4).equals(name)).map(TableItem.class::cast).findFirst().orElse(null));
	}

	private void edit(String path, String from, String to) throws IOException {
		Path file = project.getFile(path).getLocation().toPath();
		String text = Files.readString(file);
		assertTrue(text.contains(from), path);
		Wait.work(monitor -> {
			try {
				Files.writeString(file, text.replace(from, to));
			} catch (IOException e) {
				throw new AssertionError(e);
			}
			project.getFile(path).refreshLocal(IResource.DEPTH_ZERO, monitor);
			project.build(IncrementalProjectBuilder.INCREMENTAL_BUILD, monitor);
		});
	}

	private List<IMarker> markers(String type) {
		try {
			return List.of(project.findMarkers(type, true, IResource.DEPTH_INFINITE));
		} catch (CoreException e) {
			throw new AssertionError(e);
		}
	}

	/** The problems of the project, as file:line: text. */
	private List<String> problems() {
		List<String> all = new ArrayList<>();
		for (String type : List.of(FirmwareCore.PROBLEM, FirmwareCore.BUILD_PROBLEM))
			for (IMarker m : markers(type))
				all.add(m.getResource().getProjectRelativePath() + ":" + m.getAttribute(IMarker.LINE_NUMBER, 0) + ": " + m.getAttribute(IMarker.MESSAGE, ""));
		return all;
	}
}
