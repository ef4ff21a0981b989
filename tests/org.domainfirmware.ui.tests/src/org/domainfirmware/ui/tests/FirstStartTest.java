package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.domainfirmware.debug.ui.FirmwarePerspective;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.model.IStackFrame;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the first start in a workspace leaves: the sample project, built, and a launch configuration that runs it. */
@ExtendWith(FirmwareWorkbench.class)
class FirstStartTest {
	private final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("firmware");

	@BeforeEach
	void sampleIsThere() {
		Wait.until("the sample project", () -> project.isAccessible());
	}

	@Test
	void sampleProjectBuildsWithoutErrors() throws CoreException {
		Wait.until("the ROM images", Duration.ofMinutes(3), () -> rom("rombios.rom") && rom("vgabios.rom"));
		List<String> errors = Arrays.stream(project.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_INFINITE))
				.filter(marker -> marker.getAttribute(IMarker.SEVERITY, 0) == IMarker.SEVERITY_ERROR)
				.map(marker -> marker.getAttribute(IMarker.MESSAGE, "")).toList();
		assertEquals(List.of(), errors);
		Screenshot.screen("sample-project");
	}

	/** Where in the project the images go is the builder's matter. */
	private boolean rom(String name) {
		boolean[] found = new boolean[1];
		try {
			project.refreshLocal(IResource.DEPTH_INFINITE, null);
			project.accept(resource -> {
				found[0] |= resource instanceof IFile && resource.getName().equals(name);
				return true;
			});
		} catch (CoreException e) {
			throw new AssertionError(e.getStatus().toString(), e);
		}
		return found[0];
	}

	@Test
	void launchConfigurationRunsTheProject() throws CoreException {
		Wait.until("a launch configuration of the sample's name", () -> configurations().size() == 1);
		ILaunchConfiguration configuration = configurations().get(0);
		assertEquals("org.domainfirmware.debug.core.launch.pcGuest", configuration.getType().getIdentifier());
		assertEquals(List.of(project), List.of(configuration.getMappedResources()));
		assertTrue(configuration.supportsMode("debug") && configuration.supportsMode("run"));
	}

	@Test
	void debugStopsWhereThePowerOnSelfTestBegins() throws CoreException {
		IFile post = SampleFirmware.built().getFile("rombios/post.c");
		Windows.perspective(FirmwarePerspective.ID);
		Wait.until("the launch configuration", () -> configurations().size() == 1);
		GuestUnderTest guest = GuestUnderTest.debug(configurations().get(0));
		try {
			guest.waitUntilStopped();
			IStackFrame top = guest.target().thread().getTopStackFrame();
			assertTrue(top.getName().contains("post_main"), top.getName());
			// The first statement, behind the prologue, or the line of the function itself.
			int first = SampleFirmware.line(post, "LOG(\"ROMBIOS");
			assertTrue(top.getLineNumber() <= first && top.getLineNumber() >= first - 2, "line " + top.getLineNumber());
			Wait.until("post.c in an editor", () -> Windows.page().getActiveEditor() != null
					&& Windows.page().getActiveEditor().getEditorInput().getName().equals("post.c"));
			Screenshot.screen("one-click");
		} finally {
			guest.terminate();
		}
	}

	/** Those of the project's name; other tests make some of their own. */
	private List<ILaunchConfiguration> configurations() {
		try {
			return Arrays.stream(DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurations())
					.filter(configuration -> configuration.getName().equals("PC guest with firmware")).toList();
		} catch (CoreException e) {
			throw new AssertionError(e.getStatus().toString(), e);
		}
	}
}
