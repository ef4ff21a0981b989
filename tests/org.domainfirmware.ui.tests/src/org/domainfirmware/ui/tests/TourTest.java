package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.debug.core.breakpoints.GuestModeBreakpoint;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.views.DisassemblyView;
import org.domainfirmware.debug.ui.views.E820MapView;
import org.domainfirmware.debug.ui.views.InterruptTraceView;
import org.domainfirmware.debug.ui.views.SegmentStateView;
import org.domainfirmware.debug.ui.vga.VgaDisplayView;
import org.domainfirmware.debug.ui.vga.VgaPage;
import org.domainfirmware.emulator.debug.RegistersView;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Keys;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tour of README, on the screen sizes people have; its pictures are README's. */
@ExtendWith(FirmwareWorkbench.class)
class TourTest {
	/** The first statement of the disk service behind its declarations. */
	private static final String STOP = "if (r->al && r->cl)";
	private static final int CS = 1;
	private static final int BIG = 1 << 14;

	private GuestUnderTest guest;

	@Test
	void tour() throws CoreException {
		IProject project = SampleFirmware.built();
		IFile source = project.getFile("rombios/int13_floppy.c");
		SourceBreakpoints.toggle(source, SampleFirmware.line(source, STOP));
		guest = GuestUnderTest.debug(configuration(project));
		guest.waitUntilStopped();
		guest.waitForScreen("Booting from floppy");
		Windows.view(VgaDisplayView.ID);
		Windows.view(IDebugUIConstants.ID_VARIABLE_VIEW);
		TreeItem registers = Find.in(Windows.main().getShell())
				.where("argument r", w -> w instanceof TreeItem i && i.getText(0).equals("r")).the(TreeItem.class);
		expand(registers);
		Wait.until("the members of r", () -> registers.getItemCount() > 1 && !registers.getItem(0).getText(0).isEmpty());
		Screenshot.screen("tour-workbench");
		Windows.size(1280, 800);
		Screenshot.screen("tour-workbench-1280x800");
		Windows.size(1600, 1000);

		GuestViews.trace(true);
		Menus.select("Run", "Resume");
		Wait.until("the second read", () -> guest.target().isSuspended() && sector() == 2);
		GuestViews.rows(InterruptTraceView.ID, "tour-trace", r -> GuestViews.has(r, "INT 13h", "read sectors") && GuestViews.has(r, "hardware 0Eh", "diskette"));
		Text filter = Find.in(Windows.main().getShell()).where("the trace's filter",
				w -> w instanceof Text t && t.getMessage().startsWith("filter: ")).the(Text.class);
		Keys.replace(filter, "INT");
		GuestViews.rows(InterruptTraceView.ID, "tour-trace", r -> GuestViews.has(r, "INT 13h", "read sectors") && !GuestViews.has(r, "hardware 0Eh"));

		GuestViews.rows(DisassemblyView.ID, "tour-code", r -> GuestViews.has(r, "int13_floppy.c:", STOP));
		Screenshot.screen("tour-disassembly");

		GuestViews.trace(false);
		Keys.replace(filter, "");
		SourceBreakpoints.removeAll();
		Menus.select("Run", "Resume");
		guest.waitForScreen("grub>");
		new GuestModeBreakpoint(true, false, false, true);
		waitForFlatCode();
		GuestViews.rows(E820MapView.ID, "tour-map", r -> GuestViews.has(r, "Returned by E820h", "nothing wrong found"));
		GuestViews.rows(SegmentStateView.ID, "tour-segments", r -> GuestViews.has(r, "protected mode, 32-bit code, CPL 0"));
		Screenshot.screen("tour-segment-state");

		VgaDisplayView display = (VgaDisplayView) Windows.view(VgaDisplayView.ID);
		UiThread.run(() -> display.choose("Font"));
		VgaPage font = display.page("Font");
		try {
			Wait.until("the font", () -> font.shownRows().size() == 256);
			Row letter = UiThread.call(font::shownRows).get('A');
			assertTrue(letter.cell(2).matches("00 00 .*[1-9A-F].*"), letter.cell(2));
			Screenshot.screen("tour-vga-font");
		} finally {
			UiThread.run(() -> display.choose("Screen"));
		}
	}

	private static ILaunchConfigurationWorkingCopy configuration(IProject project) throws CoreException {
		ILaunchConfigurationType type = DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurationType(DebugCore.LAUNCH_TYPE);
		ILaunchConfigurationWorkingCopy configuration = type.newInstance(null, "GRUB floppy");
		configuration.setAttribute(LaunchAttributes.PROJECT, project.getName());
		configuration.setAttribute(LaunchAttributes.drive("fda"), Payloads.image("grub1.img").toString());
		configuration.doSave();
		return configuration;
	}

	/** Opens a row as a click on its arrow does. */
	private static void expand(TreeItem item) {
		UiThread.run(() -> {
			Event event = new Event();
			event.item = item;
			item.getParent().notifyListeners(SWT.Expand, event);
			item.setExpanded(true);
		});
	}

	/** CL of the newest INT 13h call in the trace. */
	private int sector() {
		var calls = guest.answer(guest.session().port().interruptTrace(0, 1000)).records();
		return calls.stream().filter(c -> c.vector() == 0x13).reduce((first, second) -> second).map(c -> c.in()[2] & 0xFF).orElse(0);
	}

	private void waitForFlatCode() {
		for (int stops = 0; stops < 8; stops++) {
			guest.waitUntilStopped();
			RegistersView registers = guest.answer(guest.session().port().registers());
			if ((registers.control().get(0) & 1) != 0 && (registers.segment(CS).access() & BIG) != 0)
				return;
			Menus.select("Run", "Resume");
			Wait.until("the guest to go on", () -> !guest.target().isSuspended()
					|| guest.answer(guest.session().port().registers()).instructions() != registers.instructions());
		}
		throw new AssertionError("no stop in 32-bit code");
	}
}
