package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.debug.core.breakpoints.GuestModeBreakpoint;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.ui.views.DescriptorTablesView;
import org.domainfirmware.debug.ui.views.DevicesView;
import org.domainfirmware.debug.ui.views.DisassemblyView;
import org.domainfirmware.debug.ui.views.E820MapView;
import org.domainfirmware.debug.ui.views.InterruptTraceView;
import org.domainfirmware.debug.ui.views.SegmentStateView;
import org.domainfirmware.emulator.debug.AddressSpace;
import org.domainfirmware.emulator.debug.RegistersView;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.core.model.IVariable;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The firmware's disk service is debugged while GRUB boots from a floppy; then the boot loader's protected mode is looked at. */
@ExtendWith(FirmwareWorkbench.class)
class FirmwareDebugTest {
	private static final String FUNCTION = "int13_read_write_sectors";
	/** The first statement of the function behind its declarations. */
	private static final String STOP = "if (r->al && r->cl)";
	private static final String READ = "status = with_retry(r, code, r->cl, r->al, address);";
	private static final int BOOT_SECTOR = 0x7C00;
	private static final int SECTOR = 512;
	private static final int CS = 1;
	private static final int BIG = 1 << 14;

	private IProject project;
	private IFile source;
	private GuestUnderTest guest;

	@BeforeEach
	void workbench() {
		project = SampleFirmware.built();
		source = project.getFile("rombios/int13_floppy.c");
	}

	@Test
	void diskServiceThenProtectedMode() throws CoreException, IOException {
		int stop = SampleFirmware.line(source, STOP);
		int read = SampleFirmware.line(source, READ);
		Path floppy = Payloads.image("grub1.img");
		SourceBreakpoints.toggle(source, stop);
		guest = GuestUnderTest.debug(configuration("disk service", floppy));
		guest.waitUntilStopped();
		framesAndArgumentsOfTheBootSector(stop);
		aVariableChanges();
		stepThroughTheRead(read, floppy);

		guest.answer(guest.session().port().traceInterrupts(true));
		Menus.select("Run", "Resume");
		waitForLine(stop);
		viewsInRealMode();

		SourceBreakpoints.toggle(source, stop);
		Menus.select("Run", "Resume");
		guest.waitForScreen("grub>");
		GuestViews.typeIntoScreen("geometry (fd0)\n");
		// 80 cylinders, 2 heads, 18 sectors: a 1.44 MB diskette.
		guest.waitForScreen("C/H/S = 80/2/18");
		guest.waitForScreen("sectors = 2880");
		Screenshot.screen("grub-command");

		// GRUB's keyboard polling goes to real mode and back all the time.
		new GuestModeBreakpoint(true, false, false, true);
		RegistersView registers = stopInFlatCode();
		viewsInProtectedMode(registers);
		Menus.select("Run", "Terminate");
		Wait.until("the guest to end", guest.session()::isTerminated);
	}

	private ILaunchConfigurationWorkingCopy configuration(String name, Path floppy) throws CoreException {
		ILaunchConfigurationType type = DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurationType(DebugCore.LAUNCH_TYPE);
		ILaunchConfigurationWorkingCopy configuration = type.newInstance(null, name);
		configuration.setAttribute(LaunchAttributes.PROJECT, project.getName());
		configuration.setAttribute(LaunchAttributes.drive("fda"), floppy.toString());
		configuration.doSave();
		return configuration;
	}

	private IStackFrame top() throws DebugException {
		return guest.target().thread().getTopStackFrame();
	}

	private List<String> frames() {
		return Arrays.stream(guest.target().thread().getStackFrames()).map(f -> {
			try {
				return f.getName();
			} catch (DebugException e) {
				throw new AssertionError(e);
			}
		}).toList();
	}

	private void waitForLine(int line) {
		Wait.until("the guest to stop at line " + line, () -> {
			try {
				return guest.target().isSuspended() && top() != null && top().getLineNumber() == line;
			} catch (DebugException e) {
				throw new AssertionError(e);
			}
		});
	}

	/** The first read of every boot from a floppy: cylinder 0, head 0, sector 1, one sector to 0000:7C00. */
	private void framesAndArgumentsOfTheBootSector(int line) throws DebugException {
		assertEquals(line, top().getLineNumber(), top().getName());
		List<String> frames = frames();
		assertTrue(frames.get(0).startsWith(FUNCTION + "()"), frames::toString);
		// What lies between ends with jumps to what it calls: the compiler leaves no frames of that.
		String service = frames.stream().filter(f -> f.endsWith("<INT 13h, AH=02h (disk)>")).findFirst()
				.orElseThrow(() -> new AssertionError(frames.toString()));
		assertTrue(service.startsWith("int_common+"), service);
		List<String> boot = frames.subList(frames.indexOf(service) + 1, frames.size());
		assertTrue(boot.get(1).startsWith("load_sector() boot.c:"), frames::toString);
		assertTrue(boot.get(2).startsWith("boot_drive() boot.c:"), frames::toString);
		// Before that INT 19h, which POST calls.
		assertTrue(boot.stream().anyMatch(f -> f.endsWith("<INT 19h (boot)>")), frames::toString);
		assertTrue(frames.get(frames.size() - 2).startsWith("post_main() post.c:"), frames::toString);
		assertTrue(frames.stream().noneMatch(f -> f.contains("initial_stack")), frames::toString);
		for (String[] expected : new String[][] { { "ah", "2" }, { "al", "1" }, { "ch", "0" }, { "cl", "1" }, { "dh", "0" },
				{ "dl", "0" }, { "es", "0" }, { "bx", Integer.toString(BOOT_SECTOR) } })
			assertEquals(Long.parseLong(expected[1]), number(argument(expected[0])), expected[0]);
		Windows.view(IDebugUIConstants.ID_VARIABLE_VIEW);
		Find.in(Windows.main().getShell()).where("argument r", w -> w instanceof TreeItem i && i.getText(0).equals("r")).the(TreeItem.class);
		Screenshot.screen("int13-arguments");
	}

	private IVariable argument(String member) throws DebugException {
		for (IVariable variable : top().getVariables())
			if (variable.getName().equals("r")) {
				IVariable found = inside(variable, member);
				if (found != null)
					return found;
			}
		throw new AssertionError("r has no " + member + ": " + Arrays.toString(top().getVariables()));
	}

	private static IVariable inside(IVariable variable, String member) throws DebugException {
		for (IVariable part : variable.getValue().getVariables()) {
			IVariable found = part.getName().equals(member) ? part : inside(part, member);
			if (found != null)
				return found;
		}
		return null;
	}

	private static long number(IVariable variable) throws DebugException {
		return Long.decode(variable.getValue().getValueString().split("[ ']")[0]);
	}

	private void aVariableChanges() throws DebugException {
		IVariable count = argument("al");
		assertTrue(count.supportsValueModification());
		count.setValue("2 + 3");
		Wait.until("the new value", () -> {
			try {
				return number(argument("al")) == 5;
			} catch (DebugException e) {
				throw new AssertionError(e);
			}
		});
		Screenshot.screen("int13-changed");
		argument("al").setValue("1");
		assertEquals(1, number(argument("al")));
	}

	private void stepThroughTheRead(int line, Path floppy) throws DebugException, IOException {
		Menus.select("Run", "Step Over");
		waitForLine(line);
		byte[] sector = Arrays.copyOf(Files.readAllBytes(floppy), SECTOR);
		Menus.select("Run", "Step Over");
		Wait.until("the step over the read", () -> guest.target().isSuspended() && Arrays.equals(sector, bootSector()));
		assertTrue(top().getName().startsWith(FUNCTION + "()"), top().getName());
		assertTrue(top().getLineNumber() > line, top().getName());
		assertArrayEquals(sector, bootSector());
		String caller = address(frames().get(1));
		Menus.select("Run", "Step Return");
		Wait.until("the step to " + caller, () -> {
			List<String> frames = frames();
			return guest.target().isSuspended() && !frames.isEmpty() && address(frames.get(0)).equals(caller);
		});
		Screenshot.screen("int13-returned");
	}

	/** Where a frame stands, or will when it is returned to. */
	private static String address(String frame) {
		return frame.substring(frame.indexOf('[') + 1, frame.indexOf(']'));
	}

	private byte[] bootSector() {
		return guest.answer(guest.session().port().readMemory(AddressSpace.PHYSICAL, BOOT_SECTOR, SECTOR)).data();
	}

	/** At the second read, which GRUB's boot sector makes: the sector behind it. */
	private void viewsInRealMode() throws DebugException {
		assertEquals(2, number(argument("cl")));
		RegistersView registers = guest.answer(guest.session().port().registers());
		String selector = String.format("%04X", registers.segment(CS).selector());
		String linear = String.format("%08X", registers.segment(CS).base() + registers.eip());
		GuestViews.rows(SegmentStateView.ID, "real-segment-state", r -> GuestViews.has(r, "Mode", "real mode")
				&& GuestViews.has(r, "CS", selector, "0000FFFF"));
		GuestViews.rows(DisassemblyView.ID, "real-disassembly", r -> GuestViews.has(r, linear, "\u25B6")
				&& GuestViews.has(r, "int13_floppy.c:", STOP));
		// IBM PC vector 13h belongs to the ROM, 1Eh is the diskette parameter table.
		GuestViews.rows(DescriptorTablesView.ID, "real-descriptor-tables", r -> GuestViews.has(r, "IVT", "256 entries")
				&& GuestViews.has(r, "13h", "F000:") && !GuestViews.has(r, "initial_stack"));
		GuestViews.rows(InterruptTraceView.ID, "real-interrupt-trace", r -> GuestViews.has(r, "INT 13h AX=0201", "sector=2", "not returned"));
		GuestViews.rows(E820MapView.ID, "real-e820", r -> GuestViews.has(r, "the guest has not asked yet")
				&& GuestViews.has(r, "word at 40:13h", "KiB"));
		GuestViews.rows(DevicesView.ID, "real-devices", r -> GuestViews.has(r, "BIOS data area"));
	}

	private RegistersView stopInFlatCode() {
		for (int stops = 0; stops < 8; stops++) {
			guest.waitUntilStopped();
			RegistersView registers = guest.answer(guest.session().port().registers());
			if ((registers.control().get(0) & 1) != 0 && (registers.segment(CS).access() & BIG) != 0)
				return registers;
			Menus.select("Run", "Resume");
			Wait.until("the guest to go on", () -> !guest.target().isSuspended()
					|| guest.answer(guest.session().port().registers()).instructions() != registers.instructions());
		}
		throw new AssertionError("no stop in 32-bit code");
	}

	private void viewsInProtectedMode(RegistersView registers) {
		String selector = String.format("%04X", registers.segment(CS).selector());
		String linear = String.format("%08X", registers.segment(CS).base() + registers.eip());
		GuestViews.rows(SegmentStateView.ID, "protected-segment-state", r -> GuestViews.has(r, "protected mode, 32-bit code, CPL 0")
				&& GuestViews.has(r, "CS", selector, "FFFFFFFF", "code, readable, 32-bit"));
		GuestViews.rows(DisassemblyView.ID, "protected-disassembly", r -> GuestViews.has(r, linear, "\u25B6", selector + ":"));
		GuestViews.rows(DescriptorTablesView.ID, "protected-descriptor-tables", r -> GuestViews.has(r, "GDT")
				&& GuestViews.has(r, selector, "00000000", "FFFFFFFF", "code, readable, 32-bit") && GuestViews.has(r, "IDT"));
		GuestViews.rows(InterruptTraceView.ID, "protected-interrupt-trace", r -> GuestViews.has(r, "INT 16h"));
		GuestViews.rows(E820MapView.ID, "protected-e820", r -> GuestViews.has(r, "Returned by E820h", "nothing wrong found")
				&& GuestViews.has(r, "0000000000000000", "RAM"));
		GuestViews.rows(DevicesView.ID, "protected-devices", r -> GuestViews.has(r, "BIOS data area"));
	}
}
