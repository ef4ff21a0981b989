package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.views.DescriptorTablesView;
import org.domainfirmware.debug.ui.views.DevicesView;
import org.domainfirmware.debug.ui.views.DisassemblyView;
import org.domainfirmware.debug.ui.views.E820MapView;
import org.domainfirmware.debug.ui.views.InterruptTraceView;
import org.domainfirmware.debug.ui.views.SegmentStateView;
import org.domainfirmware.emulator.debug.AddressSpace;
import org.domainfirmware.emulator.debug.RegistersView;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.model.IRegister;
import org.eclipse.debug.core.model.IRegisterGroup;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main job: the sample firmware is debugged in a PC that boots a real floppy. */
@ExtendWith(FirmwareWorkbench.class)
class MainJobTest {
	/** A line that runs once, after the POST. */
	private static final String STOP = "    boot();";
	private static final int CS = 1;

	private IProject project;
	private GuestUnderTest guest;

	@BeforeEach
	void workbench() {
		project = SampleFirmware.built();
	}

	@Test
	void debugStopsInPostAndBootsSyslinux() throws CoreException {
		IFile post = project.getFile("rombios/post.c");
		int line = SampleFirmware.line(post, STOP);
		SourceBreakpoints.toggle(post, line);
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
		GuestViews.typeIntoScreen("nothing\n");
		guest.waitForScreen("Loading nothing... failed: No such file or directory");
		Screenshot.screen("main-job-typed");

		Menus.select("Run", "Suspend");
		guest.waitUntilStopped();
		viewsShowTheMachine();
	}

	private ILaunchConfiguration configuration(String name) throws CoreException {
		ILaunchConfigurationType type = DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurationType(DebugCore.LAUNCH_TYPE);
		ILaunchConfigurationWorkingCopy configuration = type.newInstance(null, name);
		configuration.setAttribute(LaunchAttributes.PROJECT, project.getName());
		configuration.setAttribute(LaunchAttributes.drive("fda"), Payloads.image("syslinux.img").toString());
		return configuration.doSave();
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

	private void viewsShowTheMachine() {
		RegistersView registers = guest.answer(guest.session().port().registers());
		List<Row> segments = GuestViews.rows(SegmentStateView.ID, "segment-state", r -> true);
		assertTrue(GuestViews.has(segments, String.format("%04X", registers.segment(CS).selector())), () -> segments.toString());
		List<Row> map = GuestViews.rows(E820MapView.ID, "e820", r -> true);
		assertTrue(GuestViews.has(map, "RAM"), map::toString);
		List<Row> tables = GuestViews.rows(DescriptorTablesView.ID, "descriptor-tables", r -> true);
		assertTrue(GuestViews.has(tables, "IVT") || GuestViews.has(tables, "IDT"), tables::toString);
		List<Row> code = GuestViews.rows(DisassemblyView.ID, "disassembly", r -> true);
		assertTrue(GuestViews.has(code, String.format("%08X", registers.segment(CS).base() + registers.eip())), code::toString);
		List<Row> calls = GuestViews.rows(InterruptTraceView.ID, "interrupt-trace", r -> true);
		assertTrue(GuestViews.has(calls, "keyboard"), calls::toString);
		assertTrue(GuestViews.has(calls, "read sectors") || GuestViews.has(calls, "read key") || GuestViews.has(calls, "key ready")
				|| GuestViews.has(calls, "enhanced key ready"), calls::toString);
		List<Row> devices = GuestViews.rows(DevicesView.ID, "devices", r -> true);
		assertTrue(GuestViews.has(devices, "BIOS data area"), devices::toString);
		assertFalse(devices.size() < 6, devices::toString);
	}
}
