package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.debug.core.breakpoints.GuestLineBreakpoint;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.ui.FirmwarePerspective;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.rows.RowsView;
import org.domainfirmware.debug.ui.vga.VgaDisplayView;
import org.domainfirmware.debug.ui.views.DescriptorTablesView;
import org.domainfirmware.debug.ui.views.DevicesView;
import org.domainfirmware.debug.ui.views.DisassemblyView;
import org.domainfirmware.debug.ui.views.E820MapView;
import org.domainfirmware.debug.ui.views.InterruptTraceView;
import org.domainfirmware.debug.ui.views.SegmentStateView;
import org.domainfirmware.emulator.debug.AddressSpace;
import org.domainfirmware.emulator.debug.RegistersView;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Keys;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.ScreenshotOnFailure;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IRegister;
import org.eclipse.debug.core.model.IRegisterGroup;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main job: the sample firmware is debugged in a PC that boots a real floppy. */
@ExtendWith(ScreenshotOnFailure.class)
class MainJobTest {
	/** A line that runs once, after the POST. */
	private static final String STOP = "    boot();";
	private static final int CS = 1;

	private IProject project;
	private GuestUnderTest guest;

	@BeforeEach
	void workbench() {
		Windows.size(1600, 1000);
		Windows.closeWelcome();
		Windows.perspective(FirmwarePerspective.ID);
		project = SampleFirmware.built();
	}

	@AfterEach
	void cleanUp() throws CoreException {
		if (guest != null)
			guest.terminate();
		DebugPlugin.getDefault().getBreakpointManager().removeBreakpoints(
				DebugPlugin.getDefault().getBreakpointManager().getBreakpoints(DebugCore.MODEL_ID), true);
	}

	@Test
	void debugStopsInPostAndBootsSyslinux() throws CoreException {
		IFile post = project.getFile("rombios/post.c");
		int line = SampleFirmware.line(post, STOP);
		toggleBreakpoint(post, line);
		try (UiWatchdog watchdog = new UiWatchdog()) {
			guest = GuestUnderTest.debug(configuration("main job"));
			guest.waitUntilStopped();
			standsAt(post, line);
			registersAreTrue();
			Windows.view(IDebugUIConstants.ID_REGISTER_VIEW);
			Screenshot.screen("main-job-stopped");
			trace();

			Menus.select("Run", "Resume");
			String screen = guest.waitForScreen("boot:");
			assertTrue(screen.contains("hello from syslinux"), screen);
			Screenshot.screen("main-job-syslinux");
			typeIntoScreen("nothing\n");
			guest.waitForScreen("Loading nothing... failed: No such file or directory");
			Screenshot.screen("main-job-typed");

			Menus.select("Run", "Suspend");
			guest.waitUntilStopped();
			viewsShowTheMachine();
			assertEquals(List.of(), watchdog.blocks(), () -> "longest wait for the UI thread: " + watchdog.longestMillis() + " ms");
		}
	}

	private ILaunchConfiguration configuration(String name) throws CoreException {
		ILaunchConfigurationType type = DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurationType(DebugCore.LAUNCH_TYPE);
		ILaunchConfigurationWorkingCopy configuration = type.newInstance(null, name);
		configuration.setAttribute(LaunchAttributes.PROJECT, project.getName());
		configuration.setAttribute(LaunchAttributes.drive("fda"), Payloads.image("syslinux.img").toString());
		return configuration.doSave();
	}

	private static void toggleBreakpoint(IFile file, int line) {
		ITextEditor editor = UiThread.call(() -> {
			try {
				return (ITextEditor) IDE.openEditor(Windows.main().getActivePage(), file);
			} catch (PartInitException e) {
				throw new AssertionError(e);
			}
		});
		select(editor, line);
		Menus.select("Run", "Toggle Breakpoint");
		Wait.until("the breakpoint", () -> Arrays.stream(DebugPlugin.getDefault().getBreakpointManager()
				.getBreakpoints(DebugCore.MODEL_ID)).anyMatch(b -> isAt(b, file, line)));
	}

	private static void select(ITextEditor editor, int line) {
		UiThread.run(() -> {
			try {
				Windows.main().getActivePage().activate(editor);
				editor.selectAndReveal(editor.getDocumentProvider().getDocument(editor.getEditorInput()).getLineOffset(line - 1), 0);
			} catch (BadLocationException e) {
				throw new AssertionError(e);
			}
		});
	}

	private static boolean isAt(IBreakpoint breakpoint, IFile file, int line) {
		return breakpoint instanceof GuestLineBreakpoint && breakpoint.getMarker().getResource().equals(file)
				&& breakpoint.getMarker().getAttribute(IMarker.LINE_NUMBER, 0) == line;
	}

	private void standsAt(IFile file, int line) throws DebugException {
		IStackFrame top = guest.target().thread().getTopStackFrame();
		assertNotNull(top);
		assertTrue(top.getName().contains("post_main"), top.getName());
		assertEquals(line, top.getLineNumber(), top.getName());
		assertEquals(1, guest.target().thread().getBreakpoints().length);
		Wait.until("the source line in an editor", () -> Windows.main().getActivePage().getActiveEditor() != null
				&& Windows.main().getActivePage().getActiveEditor().getEditorInput().getName().equals(file.getName()));
	}

	/** The Registers view's elements against the machine, and the machine's memory against the ROM file it was made from. */
	private void registersAreTrue() throws DebugException {
		RegistersView registers = guest.answer(guest.session().port().registers());
		IStackFrame top = guest.target().thread().getTopStackFrame();
		assertTrue(registerText(top, "EIP").contains(String.format("%X", registers.eip())), registerText(top, "EIP"));
		assertTrue(registerText(top, "ESP").contains(String.format("%X", registers.general().get(4))), registerText(top, "ESP"));
		byte[] vector = guest.answer(guest.session().port().readMemory(AddressSpace.PHYSICAL, 0xFFFF0, 16)).data();
		byte[] rom = guest.session().settings().machine().rombios();
		assertEquals(hex(Arrays.copyOfRange(rom, rom.length - 16, rom.length)), hex(vector));
		byte[] shown = guest.target().getMemoryBlock(0xFFFF0, 16).getBytes();
		assertEquals(hex(vector), hex(shown));
	}

	private static String hex(byte[] bytes) {
		return java.util.HexFormat.of().formatHex(bytes);
	}

	private static String registerText(IStackFrame frame, String name) throws DebugException {
		for (IRegisterGroup group : frame.getRegisterGroups())
			for (IRegister register : group.getRegisters())
				if (register.getName().equalsIgnoreCase(name))
					return register.getValue().getValueString();
		throw new AssertionError("no register " + name);
	}

	private void trace() {
		guest.answer(guest.session().port().traceInterrupts(true));
	}

	private static void typeIntoScreen(String text) {
		IViewPart view = Windows.view(VgaDisplayView.ID);
		Canvas canvas = Find.in(Windows.main().getShell()).id("vgaDisplay.canvas").the(Canvas.class);
		UiThread.run(view::setFocus);
		Keys.type(canvas, text);
	}

	private void viewsShowTheMachine() {
		RegistersView registers = guest.answer(guest.session().port().registers());
		List<Row> segments = rows(SegmentStateView.ID, "segment-state");
		assertTrue(has(segments, String.format("%04X", registers.segment(CS).selector())), () -> segments.toString());
		List<Row> map = rows(E820MapView.ID, "e820");
		assertTrue(has(map, "RAM"), map::toString);
		List<Row> tables = rows(DescriptorTablesView.ID, "descriptor-tables");
		assertTrue(has(tables, "IVT") || has(tables, "IDT"), tables::toString);
		List<Row> code = rows(DisassemblyView.ID, "disassembly");
		assertTrue(has(code, String.format("%08X", registers.segment(CS).base() + registers.eip())), code::toString);
		List<Row> calls = rows(InterruptTraceView.ID, "interrupt-trace");
		assertTrue(has(calls, "keyboard"), calls::toString);
		assertTrue(has(calls, "read sectors") || has(calls, "read key") || has(calls, "key ready")
				|| has(calls, "enhanced key ready"), calls::toString);
		List<Row> devices = rows(DevicesView.ID, "devices");
		assertTrue(has(devices, "BIOS data area"), devices::toString);
		assertFalse(devices.size() < 6, devices::toString);
	}

	private static List<Row> rows(String id, String screenshot) {
		RowsView view = (RowsView) Windows.view(id);
		List<Row> rows = Wait.value("rows in " + id, () -> view.shownRows().isEmpty() ? null : view.shownRows());
		Screenshot.screen("view-" + screenshot);
		return rows;
	}

	private static boolean has(List<Row> rows, String text) {
		return rows.stream().anyMatch(r -> r.cells().stream().anyMatch(c -> c.contains(text)) || has(r.children(), text));
	}
}
