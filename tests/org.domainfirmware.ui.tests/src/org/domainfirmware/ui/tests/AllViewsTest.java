package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import com.sun.management.OperatingSystemMXBean;
import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.rows.RowsView;
import org.domainfirmware.debug.ui.vga.VgaDisplayView;
import org.domainfirmware.debug.ui.vm86.Vm86MonitorView;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.model.IExpression;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.console.IConsoleConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** With every view on a guest visible the guest runs as fast as without them, and a stop is shown at once. */
@ExtendWith(FirmwareWorkbench.class)
class AllViewsTest extends EveryViewOpen {
	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
	private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
	/** mov ax,0B800h; mov ds,ax; L: inc word [2]; mov cx,1000; M: add eax,ecx; loop M; jmp L. */
	private static final int[] BUSY = { 0xB8, 0x00, 0xB8, 0x8E, 0xD8, 0xFF, 0x06, 0x02, 0x00, 0xB9, 0xE8, 0x03, 0x66, 0x01, 0xC8, 0xE2,
			0xFB, 0xEB, 0xF2 };
	private static final int ROUNDS = 15;
	private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(250);
	private static final int STEPS = 40;

	@TempDir
	Path folder;
	private GuestUnderTest guest;

	@Test
	void everyViewShowsEachStep() throws CoreException {
		everyViewShowsEachStep(LaunchAttributes.REAL_MODE_FULL);
	}

	@Test
	void everyViewShowsEachStepOfADomain() throws CoreException {
		everyViewShowsEachStep(LaunchAttributes.REAL_MODE_ASSIST);
	}

	private GuestUnderTest busyGuest(String realMode) throws CoreException {
		ILaunchConfigurationWorkingCopy configuration = DebugPlugin.getDefault().getLaunchManager()
				.getLaunchConfigurationType(DebugCore.LAUNCH_TYPE).newInstance(null, "busy");
		configuration.setAttribute(LaunchAttributes.PROJECT, SampleFirmware.built().getName());
		configuration.setAttribute(LaunchAttributes.REAL_TIME, false);
		configuration.setAttribute(LaunchAttributes.REAL_MODE, realMode);
		configuration.setAttribute(LaunchAttributes.drive("fda"), BootFloppy.with(folder, "busy.img", BUSY).toString());
		guest = GuestUnderTest.debug(configuration.doSave());
		Windows.perspective(EverythingPerspective.ID);
		everyViewIsVisible();
		waitForProgram(guest.session().port());
		monitorMemory();
		return guest;
	}

	/**
	 * A monitor of the memory that the program changes, made by the Memory view's button. A domain may stand in its monitor: B800h is no
	 * selector then.
	 */
	private void monitorMemory() {
		Menus.select("Run", "Suspend");
		guest.waitUntilStopped();
		Click.on(Find.in(Windows.main().getShell()).text("Add Memory Monitor").the(ToolItem.class));
		Shell dialog = Find.shell("Monitor Memory");
		Combo address = Find.in(dialog).the(Combo.class);
		UiThread.run(() -> address.setText("physical:B8000"));
		Click.on(Find.in(dialog).text("OK").the(Button.class));
		Wait.until("the dialog to close", dialog::isDisposed);
		Find.in(Windows.main().getShell()).where("memory of the guest's screen", w -> w instanceof Table t && t.getItemCount() > 0
				&& t.getItem(0).getText(0).equals("000B8000") && !t.getItem(0).getText(1).isEmpty()).the(Table.class);
		Menus.select("Run", "Resume");
		Wait.until("the guest to run", guest.session().port()::isRunning);
	}

	private static void everyViewIsVisible() {
		// A stop without source opens an editor that says so.
		UiThread.run(() -> Windows.page().setEditorAreaVisible(false));
		for (List<String> column : EverythingPerspective.COLUMNS)
			for (String id : column) {
				IViewPart view = UiThread.call(() -> Windows.page().findView(id));
				assertTrue(view != null && UiThread.call(() -> Windows.page().isPartVisible(view)), id + " is visible");
			}
	}

	private void waitForProgram(DebugPort port) {
		Wait.until("the program to run", () -> {
			int base = guest.answer(port.registers()).segment(1).base();
			return base == 0;
		});
	}

	/**
	 * The same machine with every view and with none that looks at it, by turns: another machine may be a fifth faster or slower only
	 * because of where its state is in the computer's memory. Of each the best turn counts, by the processor time of the guest's own
	 * thread, so that other programs on the computer matter little. What the views ask is answered in that thread. They may cost a
	 * tenth; the ratio is printed, not asserted.
	 */
	@Test
	void theGuestRunsAtItsHeadlessSpeed() throws CoreException {
		busyGuest(LaunchAttributes.REAL_MODE_FULL);
		double withViews = 0;
		double without = 0;
		for (int round = 0; round < ROUNDS; round++) {
			withViews = Math.max(withViews, speed());
			if (round == 0)
				Screenshot.screen("every-view-running");
			toggleConsoleAlone();
			assertFalse(UiThread.call(() -> Windows.page().isPartVisible(Windows.page().findView(VgaDisplayView.ID))));
			without = Math.max(without, speed());
			toggleConsoleAlone();
			everyViewIsVisible();
		}
		System.out.printf("guest with every view visible: %.1f million instructions a second; with none: %.1f; ratio %.3f%n",
				withViews / 1e6, without / 1e6, withViews / without);
		assertTrue(withViews > 0 && without > 0, "the guest stands still");
	}

	private static void toggleConsoleAlone() {
		UiThread.run(() -> Windows.page().toggleZoom(Windows.page().findViewReference(IConsoleConstants.ID_CONSOLE_VIEW)));
	}

	/** Instructions per second of its thread's processor time, rather too few: the time begins before they do and ends after them. */
	private double speed() {
		DebugPort port = guest.session().port();
		long id = threadId("guest " + guest.session().name());
		long used = THREADS.getThreadCpuTime(id);
		long instructions = guest.answer(port.registers()).instructions();
		LockSupport.parkNanos(ROUND);
		long done = guest.answer(port.registers()).instructions() - instructions;
		return done * 1e9 / (THREADS.getThreadCpuTime(id) - used);
	}

	private static long threadId(String name) {
		return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds())).filter(t -> t != null && t.getThreadName().equals(name))
				.mapToLong(ThreadInfo::getThreadId).findFirst().orElseThrow(() -> new AssertionError("no thread " + name));
	}

	/**
	 * Single steps; every view of ours must show each of them. The times are printed, the best of the steps: other programs have their
	 * turns. They are to be below 100 ms; no event may take our code so long.
	 */
	private void everyViewShowsEachStep(String realMode) throws CoreException {
		busyGuest(realMode);
		IExpression watch = DebugPlugin.getDefault().getExpressionManager().newWatchExpression("eax + word [b800:2]");
		DebugPlugin.getDefault().getExpressionManager().addExpression(watch);
		Menus.select("Run", "Suspend");
		guest.waitUntilStopped();
		Map<String, RowsView> views = rowsViews(realMode.equals(LaunchAttributes.REAL_MODE_ASSIST));
		guest.target().thread().stepByInstruction(true);
		Map<String, Long> best = new LinkedHashMap<>();
		long processor = Long.MAX_VALUE;
		for (int step = 0; step < STEPS; step++) {
			long used = PROCESS.getProcessCpuTime();
			stepAndTime(views).forEach((view, took) -> best.merge(view, took, Math::min));
			processor = Math.min(processor, PROCESS.getProcessCpuTime() - used);
		}
		best.forEach((view, took) -> System.out.printf("%s shows a step after %.1f ms%n", view, took / 1e6));
		System.out.printf("processor time of a step: %.1f ms%n", processor / 1e6);
		assertEquals(views.keySet(), best.keySet(), "views that showed the steps");
		Screenshot.screen("every-view-stopped-" + realMode);
	}

	/** A guest with real mode of its own has no monitor. */
	private static Map<String, RowsView> rowsViews(boolean domain) {
		Map<String, RowsView> views = new LinkedHashMap<>();
		for (List<String> column : EverythingPerspective.COLUMNS)
			for (String id : column)
				if (UiThread.call(() -> Windows.page().findView(id)) instanceof RowsView view && (domain || !id.equals(Vm86MonitorView.ID)))
					views.put(UiThread.call(view::getTitle), view);
		return views;
	}

	private Map<String, Long> stepAndTime(Map<String, RowsView> views) {
		Map<String, List<Row>> before = new LinkedHashMap<>();
		UiThread.run(() -> views.forEach((name, view) -> before.put(name, view.shownRows())));
		Map<String, Long> took = new LinkedHashMap<>();
		long began = System.nanoTime();
		guest.target().thread().stepInto();
		Wait.until("every view to show the step", () -> {
			views.forEach((name, view) -> {
				if (view.shownRows() != before.get(name))
					took.putIfAbsent(name, System.nanoTime() - began);
			});
			return took.size() == views.size();
		});
		return took;
	}
}
