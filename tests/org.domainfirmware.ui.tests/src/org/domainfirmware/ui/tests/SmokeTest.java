package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.views.IViewDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The product as it comes up: branding, perspective, welcome, and every view of ours opens. */
@ExtendWith(FirmwareWorkbench.class)
class SmokeTest {
	private static final String PERSPECTIVE = "org.domainfirmware.debug.ui.perspective";

	@Test
	void productHasItsNameAndIcons() {
		assertEquals("Domain Firmware Workbench", Platform.getProduct().getName());
		Shell shell = Windows.main().getShell();
		assertTrue(UiThread.call(shell::getText).contains("Domain Firmware Workbench"));
		assertEquals(6, UiThread.call(() -> shell.getImages().length));
	}

	@Test
	void firmwarePerspectiveIsTheDefault() {
		assertEquals(PERSPECTIVE, PlatformUI.getWorkbench().getPerspectiveRegistry().getDefaultPerspective());
		assertEquals("Firmware", UiThread.call(() -> Windows.page().getPerspective().getLabel()));
		Screenshot.screen("firmware-perspective");
	}

	@Test
	void everyViewOfOursOpens() {
		List<String> broken = new ArrayList<>();
		for (IViewDescriptor view : PlatformUI.getWorkbench().getViewRegistry().getViews()) {
			if (!view.getId().startsWith("org.domainfirmware."))
				continue;
			assertNotNull(Windows.view(view.getId()));
			if (UiThread.call(() -> Windows.page().findViewReference(view.getId()).getPart(true)) == null)
				broken.add(view.getLabel());
			if (view.getImageDescriptor() == null || view.getImageDescriptor() == ImageDescriptor.getMissingImageDescriptor())
				broken.add(view.getLabel() + " has no icon");
		}
		assertEquals(List.of(), broken);
		Screenshot.screen("views");
	}

	@Test
	void aboutDialogShowsTheProduct() {
		Menus.select("Help", "About Domain Firmware Workbench");
		Shell about = Find.shell("About Domain Firmware Workbench");
		Screenshot.screen("about");
		Click.on(Find.in(about).text("Close").the(Button.class));
		Wait.until("the dialog to close", about::isDisposed);
	}

	/** Errors that a person would not see on the screen are in the log. */
	@Test
	void logHoldsNoErrorOfOurs() throws IOException {
		Path log = Platform.getLogFileLocation().toPath();
		String text = Files.exists(log) ? Files.readString(log) : "";
		List<String> entries = List.of(text.split("\n(?=!ENTRY )"));
		// Tests ask for launches that are refused: the platform logs what it tells the user.
		String refusal = String.format("!ENTRY %s %d %d ", DebugCore.PLUGIN_ID, IStatus.ERROR, DebugCore.REFUSED);
		assertFalse(entries.stream().anyMatch(entry -> entry.startsWith("!ENTRY org.domainfirmware.") && !entry.startsWith(refusal)),
				() -> text);
	}
}
