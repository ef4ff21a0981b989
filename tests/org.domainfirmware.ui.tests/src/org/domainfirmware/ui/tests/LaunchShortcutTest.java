package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.core.model.GuestSession;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.part.ISetSelectionTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Run As and Debug As are on what can be a PC guest and on nothing else; the second time they take what they made the first time. */
@ExtendWith(FirmwareWorkbench.class)
class LaunchShortcutTest {
	private static final String EXPLORER = "org.eclipse.ui.navigator.ProjectExplorer";
	private static final Duration LAUNCH = Duration.ofSeconds(120);
	private static final int MIB = 1 << 20;

	private IProject firmware;
	private IProject others;

	@BeforeEach
	void files() throws CoreException {
		firmware = SampleFirmware.built();
		LaunchDialog.removeConfigurations();
		others = ResourcesPlugin.getWorkspace().getRoot().getProject("others");
		others.create(null);
		others.open(null);
	}

	@AfterEach
	void cleanUp() throws CoreException {
		LaunchDialog.removeConfigurations();
		others.delete(true, true, null);
	}

	private IFile file(String name, int size) throws CoreException {
		IFile file = others.getFile(name);
		file.create(new ByteArrayInputStream(new byte[size]), true, null);
		return file;
	}

	private static Tree select(IResource subject) {
		IViewPart explorer = Windows.view(EXPLORER);
		UiThread.run(() -> ((ISetSelectionTarget) explorer).selectReveal(new StructuredSelection(subject)));
		return Find.in(Windows.main().getShell()).where(subject.getName(), w -> w instanceof Tree t && t.getSelectionCount() == 1
				&& t.getSelection()[0].getText().contains(subject.getName())).the(Tree.class);
	}

	@Test
	void onlyOnWhatCanBeAGuest() throws CoreException {
		IFolder folder = others.getFolder("folder");
		folder.create(true, true, null);
		for (IResource subject : List.of(file("notes.txt", 10), folder, others)) {
			List<String> menu = Menus.contextEntries(select(subject));
			assertTrue(menu.contains("Properties"), menu.toString());
			assertFalse(menu.contains("Run As") || menu.contains("Debug As"), subject + ": " + menu);
		}
		for (IResource subject : List.of(file("floppy.IMG", 1474560), file("system.rom", 65536), file("cd.iso", MIB), firmware,
				firmware.getFile("rombios/post.c"))) {
			List<String> menu = Menus.contextEntries(select(subject));
			assertEquals(1, menu.stream().filter("Run As"::equals).count(), subject + ": " + menu);
			assertEquals(1, menu.stream().filter("Debug As"::equals).count(), subject + ": " + menu);
		}
		Screenshot.screen("run-as-menu");
	}

	@Test
	void eachKindGoesToItsPlaceAndIsTakenAgain() throws CoreException {
		Map<IFile, String> places = Map.of(file("small.img", 1474560), LaunchAttributes.drive("fda"), file("large.img", 4 * MIB),
				LaunchAttributes.drive("hda"), file("cd.iso", MIB), LaunchAttributes.drive("cdrom"));
		for (Map.Entry<IFile, String> place : places.entrySet()) {
			IFile file = place.getKey();
			String name = "PC guest with " + file.getName();
			run(file, name);
			ILaunchConfiguration made = LaunchDialog.configuration(name);
			assertEquals("${workspace_loc:" + file.getFullPath() + "}", made.getAttribute(place.getValue(), ""));
			assertEquals(firmware.getName(), made.getAttribute(LaunchAttributes.PROJECT, ""));
			int before = LaunchDialog.configurations().size();
			run(file, name);
			assertEquals(before, LaunchDialog.configurations().size(), "the second time takes what is there");
		}
	}

	private static void run(IFile file, String name) throws CoreException {
		Menus.context(select(file), "Run As", "1 PC Guest");
		ILaunch launch = Wait.value("a guest of " + name, LAUNCH, () -> Arrays.stream(LaunchDialog.manager().getLaunches())
				.filter(l -> !l.isTerminated() && l.getLaunchConfiguration() != null && l.getLaunchConfiguration().getName().equals(name)
						&& GuestSession.of(l) != null).findFirst().orElse(null));
		launch.terminate();
		Wait.until("its end", launch::isTerminated);
	}
}
