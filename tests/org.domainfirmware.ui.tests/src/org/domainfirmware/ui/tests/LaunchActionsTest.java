package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.core.model.GuestSession;
import org.domainfirmware.firmware.core.FirmwareProject;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.part.ISetSelectionTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Run As > PC Guest in the Project Explorer makes a configuration that does what one expects, at once. */
@ExtendWith(FirmwareWorkbench.class)
class LaunchActionsTest {
	private static final String EXPLORER = "org.eclipse.ui.navigator.ProjectExplorer";
	private static final Duration BOOT = Duration.ofSeconds(120);
	/** The one of the sample project. */
	private static final String OF_THE_SAMPLE = "PC guest with firmware";

	private IProject project;
	private IProject disks;

	@BeforeEach
	void workbench() throws CoreException {
		project = SampleFirmware.built();
		removeConfigurations();
		disks = ResourcesPlugin.getWorkspace().getRoot().getProject("disks");
		disks.create(null);
		disks.open(null);
	}

	@AfterEach
	void cleanUp() throws CoreException {
		removeConfigurations();
		disks.delete(true, true, null);
	}

	private static ILaunchManager manager() {
		return DebugPlugin.getDefault().getLaunchManager();
	}

	/** Those of other tests would fit too, and the workbench would ask which one is meant. */
	private static void removeConfigurations() throws CoreException {
		for (ILaunchConfiguration configuration : configurations())
			if (!configuration.getName().equals(OF_THE_SAMPLE))
				configuration.delete();
	}

	private static List<ILaunchConfiguration> configurations() throws CoreException {
		return List.of(manager().getLaunchConfigurations(manager().getLaunchConfigurationType(DebugCore.LAUNCH_TYPE)));
	}

	private static ILaunchConfiguration configuration(String name) throws CoreException {
		return configurations().stream().filter(c -> c.getName().equals(name)).findFirst()
				.orElseThrow(() -> new AssertionError("no configuration " + name));
	}

	@Test
	void aProjectRunsWithItsOwnRoms() throws CoreException, IOException {
		GuestSession guest = runAs(project, OF_THE_SAMPLE, "Run As");
		assertEquals(null, guest.target(), "it is run, not debugged");
		assertTrue(Arrays.equals(Files.readAllBytes(rom().getLocation().toFile().toPath()), guest.settings().machine().rombios()));
		waitForText(guest, "No bootable device");
	}

	@Test
	void aRomFileIsTheSystemsRom() throws CoreException {
		IFile copy = project.getFile("mine.rom");
		rom().copy(copy.getFullPath(), true, null);
		try {
			GuestSession guest = runAs(copy, "PC guest with mine.rom", "Run As");
			assertTrue(configuration("PC guest with mine.rom").getAttribute(LaunchAttributes.ROMBIOS, "").contains("mine.rom"));
			waitForText(guest, "No bootable device");
		} finally {
			copy.delete(true, null);
		}
	}

	@Test
	void aDiskImageIsBootedByTheWorkspacesFirmware() throws CoreException, IOException {
		IFile image = disks.getFile("syslinux.img");
		image.create(new ByteArrayInputStream(Files.readAllBytes(Payloads.image("syslinux.img"))), true, null);
		GuestSession guest = runAs(image, "PC guest with syslinux.img", "Debug As");
		ILaunchConfiguration made = configuration("PC guest with syslinux.img");
		assertEquals(project.getName(), made.getAttribute(LaunchAttributes.PROJECT, ""));
		assertTrue(made.getAttribute(LaunchAttributes.drive("fda"), "").contains("syslinux.img"));
		assertFalse(Wait.value("its debug target", guest::target).isTerminated());
		waitForText(guest, "boot:");
		Screenshot.screen("run-as-disk-image");
		assertEquals(List.of(image), List.of(made.getMappedResources()));
	}

	private IFile rom() {
		return FirmwareProject.of(project).romImages().stream().filter(f -> f.getName().equals("rombios.rom")).findFirst().orElseThrow();
	}

	private static GuestSession runAs(IResource subject, String name, String menu) {
		IViewPart explorer = Windows.view(EXPLORER);
		UiThread.run(() -> ((ISetSelectionTarget) explorer).selectReveal(new StructuredSelection(subject)));
		Tree tree = Find.in(Windows.main().getShell()).where("the project", w -> w instanceof Tree t && t.getSelectionCount() == 1
				&& t.getSelection()[0].getText().contains(subject.getName())).the(Tree.class);
		Menus.context(tree, menu, "1 PC Guest");
		return Wait.value("a guest of " + name, BOOT, () -> Arrays.stream(manager().getLaunches())
				.filter(l -> l.getLaunchConfiguration() != null && l.getLaunchConfiguration().getName().equals(name))
				.map(GuestSession::of).filter(s -> s != null && !s.isTerminated()).findFirst().orElse(null));
	}

	private static void waitForText(GuestSession guest, String text) {
		Wait.until("'" + text + "' on the screen", BOOT, () -> guest.port().screen().join().text().stream().anyMatch(r -> r.contains(text)));
	}
}
