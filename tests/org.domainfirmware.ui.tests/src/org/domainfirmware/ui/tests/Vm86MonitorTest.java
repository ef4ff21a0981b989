package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.core.model.GuestStackFrame;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.rows.RowsView;
import org.domainfirmware.debug.ui.views.SegmentStateView;
import org.domainfirmware.debug.ui.vm86.Vm86MonitorView;
import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sample firmware as a domain: the monitor is watched at work, and debugged. */
@ExtendWith(FirmwareWorkbench.class)
class Vm86MonitorTest {
	private static final String STOP = "    dispatch(guest.vector);";

	private IProject project;
	private GuestUnderTest guest;

	@BeforeEach
	void workbench() {
		project = SampleFirmware.built();
	}

	private ILaunchConfiguration configuration(String name) throws CoreException {
		ILaunchConfigurationWorkingCopy configuration = DebugPlugin.getDefault().getLaunchManager()
				.getLaunchConfigurationType(DebugCore.LAUNCH_TYPE).newInstance(null, name);
		configuration.setAttribute(LaunchAttributes.PROJECT, project.getName());
		configuration.setAttribute(LaunchAttributes.REAL_MODE, LaunchAttributes.REAL_MODE_ASSIST);
		configuration.setAttribute(LaunchAttributes.drive("fda"), Payloads.image("syslinux.img").toString());
		configuration.setAttribute(LaunchAttributes.REAL_TIME, false);
		return configuration.doSave();
	}

	@Test
	void theMonitorIsWatchedWhileSyslinuxBoots() throws CoreException {
		Windows.view(Vm86MonitorView.ID);
		guest = GuestUnderTest.debug(configuration("domain"));
		guest.waitForScreen("boot:");
		List<Row> live = GuestViews.rows(Vm86MonitorView.ID, "vm86-monitor-live", r -> GuestViews.has(r, "#GP: lgdt"));
		assertTrue(live.size() > 10, "a row for each stay");
		Menus.select("Run", "Suspend");
		guest.waitUntilStopped();
		List<Row> rows = GuestViews.rows(Vm86MonitorView.ID, "vm86-monitor", r -> GuestViews.has(r, "to real mode", "times"));
		assertTrue(rows.get(0).cell(0).matches("Mode: (real|real to protected|protected|protected to real)(: the monitor is away)?"),
				rows.get(0).toString());
		assertTrue(GuestViews.has(rows, "PE cleared: switch to the monitor"), "SYSLINUX calls the BIOS from protected mode");
		assertTrue(rows.get(1).children().size() > 3, "sums of several kinds");
		filterKeepsWhatMatches();
		closedItCostsNothing();
	}

	private void filterKeepsWhatMatches() {
		RowsView view = (RowsView) Windows.view(Vm86MonitorView.ID);
		Text filter = Find.in(Windows.main().getShell()).id("vm86Monitor.filter").the(Text.class);
		UiThread.run(() -> filter.setText("PE cleared"));
		Wait.until("only switches", () -> view.shownRows().size() > 2 && view.shownRows().stream().skip(2)
				.allMatch(r -> r.cell(2).equals("PE cleared: switch to the monitor")));
		UiThread.run(() -> filter.setText(""));
		Wait.until("everything again", () -> view.shownRows().stream().skip(2).anyMatch(r -> r.cell(2).startsWith("#GP")));
	}

	private void closedItCostsNothing() {
		assertTrue(guest.answer(guest.session().port().assistTrace(0)).traced());
		UiThread.run(() -> Windows.main().getActivePage().hideView(Windows.main().getActivePage().findView(Vm86MonitorView.ID)));
		Wait.until("the trace to end", () -> !guest.answer(guest.session().port().assistTrace(0)).traced());
	}

	@Test
	void theMachineTabSwitchesBetweenFullAndAssisted() throws CoreException {
		ILaunchConfiguration configuration = configuration("switched");
		for (String mode : List.of(LaunchAttributes.REAL_MODE_FULL, LaunchAttributes.REAL_MODE_ASSIST)) {
			UiThread.post(() -> DebugUITools.openLaunchConfigurationPropertiesDialog(Windows.main().getShell(), configuration,
					IDebugUIConstants.ID_DEBUG_LAUNCH_GROUP));
			Shell dialog = Find.shell("Edit");
			Click.tab(Find.in(dialog).text("Machine").the(CTabItem.class));
			Combo choice = Find.in(dialog).id(LaunchAttributes.REAL_MODE).the(Combo.class);
			int other = UiThread.call(() -> 1 - choice.getSelectionIndex());
			UiThread.run(() -> {
				choice.select(other);
				choice.notifyListeners(SWT.Selection, new Event());
			});
			Screenshot.screen("machine-tab-" + mode);
			Click.on(Find.in(dialog).text("OK").the(Button.class));
			Wait.until("the dialog to close", dialog::isDisposed);
			assertEquals(mode, saved(configuration).getAttribute(LaunchAttributes.REAL_MODE, LaunchAttributes.REAL_MODE_FULL));
		}
	}

	private static ILaunchConfiguration saved(ILaunchConfiguration configuration) throws CoreException {
		return Arrays.stream(DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurations())
				.filter(c -> c.getName().equals(configuration.getName())).findFirst().orElseThrow();
	}

	@Test
	void aLineOfTheMonitorIsStoppedAtOverTheGuestsFrames() throws CoreException {
		IFile trap = project.getFile("vmxassist/trap.c");
		int line = SampleFirmware.line(trap, STOP);
		SourceBreakpoints.toggle(trap, line);
		Windows.view(Vm86MonitorView.ID);
		guest = GuestUnderTest.debug(configuration("domain stopped"));
		guest.waitUntilStopped();
		List<String> names = frames();
		assertTrue(names.get(0).startsWith("guest_trap() trap.c:" + line), names.toString());
		assertTrue(names.stream().anyMatch(n -> n.startsWith("guest: ") && n.contains("F000:") && n.contains(".c:")),
				"a frame of the BIOS with its source line: " + names);
		Wait.until("the monitor's source in an editor", () -> Windows.main().getActivePage().getActiveEditor() != null
				&& Windows.main().getActivePage().getActiveEditor().getEditorInput().getName().equals("trap.c"));
		Windows.view(IDebugUIConstants.ID_DEBUG_VIEW);
		GuestViews.rows(Vm86MonitorView.ID, "vm86-monitor-stopped", r -> GuestViews.has(r, "Mode: "));
		segmentsOfTheGuestPassTheEntry();
	}

	private List<String> frames() {
		return Arrays.stream(guest.target().thread().getStackFrames()).map(f -> ((GuestStackFrame) f).getName()).toList();
	}

	/** In the guest itself: virtual-8086 mode, nothing unreal, and a state a VM entry takes. */
	private void segmentsOfTheGuestPassTheEntry() throws CoreException {
		SourceBreakpoints.removeAll();
		IFile post = project.getFile("rombios/post.c");
		SourceBreakpoints.toggle(post, SampleFirmware.line(post, "    boot();"));
		Menus.select("Run", "Resume");
		Wait.until("the guest to stop in post_main", () -> frames().stream().findFirst().orElse("").startsWith("post_main()"));
		List<Row> rows = GuestViews.rows(SegmentStateView.ID, "segments-vm86", r -> GuestViews.has(r, "Mode", "virtual-8086 mode"));
		assertTrue(GuestViews.has(rows, "VM entry", "would pass"), rows.toString());
		assertFalse(rows.stream().anyMatch(r -> r.cell(4).contains("UNREAL")), rows.toString());
		assertEquals(1, guest.target().thread().getBreakpoints().length);
	}
}
