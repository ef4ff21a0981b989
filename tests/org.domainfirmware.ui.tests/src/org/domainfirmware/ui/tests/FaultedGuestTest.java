package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.domainfirmware.debug.core.guest.GuestSymbols;
import org.domainfirmware.debug.core.launch.GuestSettings;
import org.domainfirmware.debug.core.model.GuestDebugTarget;
import org.domainfirmware.debug.core.model.GuestSession;
import org.domainfirmware.debug.ui.views.DescriptorTablesView;
import org.domainfirmware.debug.ui.views.DevicesView;
import org.domainfirmware.debug.ui.views.DisassemblyView;
import org.domainfirmware.debug.ui.views.SegmentStateView;
import org.domainfirmware.emulator.debug.Machines;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.Launch;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A guest that cannot go on stays as it is to be looked at, says why, and harms nobody else. */
@ExtendWith(FirmwareWorkbench.class)
class FaultedGuestTest {
	/** 7C00 lidt [7C08h], a limit of 0 there; 7C05 int3: no gate for it, none for the double fault. */
	private static final int[] TRIPLE_FAULT = { 0x0F, 0x01, 0x1E, 0x08, 0x7C, 0xCC, 0xEB, 0xFE, 0, 0, 0, 0, 0, 0 };
	/** 7C00 cli; 7C01 jmp 7C01h. */
	private static final int[] SPIN = { 0xFA, 0xEB, 0xFE };
	private static final int CS = 1;
	private static final int INTERRUPT_FLAG = 1 << 9;

	@TempDir
	Path folder;

	private ILaunchConfiguration configuration(String name, int... code) throws CoreException {
		return GuestUnderTest.configuration(name, BootFloppy.with(folder, name + ".img", code)).doSave();
	}

	@Test
	void tripleFault() throws CoreException {
		GuestUnderTest guest = GuestUnderTest.debug(configuration("triple", TRIPLE_FAULT));
		guest.waitUntilStopped();
		guest.processor("triple fault");
		assertEquals(0x7C05, guest.registers().segment(CS).base() + guest.registers().eip());
		canOnlyBeLookedAtOrReset(guest, "triple-fault", "0000:7C05");
	}

	/** A device that throws stands for any defect of the emulator. */
	@Test
	void defectOfTheEmulator() throws CoreException, IOException {
		ILaunchConfiguration configuration = configuration("defect", SPIN);
		GuestSettings settings = GuestSettings.of(configuration);
		Machine machine = new Machine(settings.machine());
		Launch launch = new Launch(configuration, "debug", null);
		GuestSession session = new GuestSession(launch, "defect", Machines.of("defect", machine), settings,
				GuestSymbols.read(settings.symbols()));
		session.addConsole("", "messages");
		machine.indicators().debugConsole().onByte(value -> {
			throw new IllegalStateException("made for this test");
		});
		GuestDebugTarget target = new GuestDebugTarget(session);
		launch.addDebugTarget(target);
		DebugPlugin.getDefault().getLaunchManager().addLaunch(launch);
		Wait.until("the console", () -> DebugUITools.getConsole(session.processes().get(0)) != null);
		target.begin(true, List.of());

		GuestUnderTest guest = GuestUnderTest.started(configuration);
		guest.waitUntilStopped();
		guest.processor("The emulator has a defect: java.lang.IllegalStateException: made for this test");
		Wait.until("the report in the console", () -> guest.console("").contains("made for this test"));
		canOnlyBeLookedAtOrReset(guest, "emulator-defect", "F000:");
	}

	private void canOnlyBeLookedAtOrReset(GuestUnderTest guest, String name, String address) throws CoreException {
		String selector = String.format("%04X", guest.registers().segment(CS).selector());
		GuestViews.rows(SegmentStateView.ID, name + "-segments", r -> GuestViews.has(r, "CS", selector));
		GuestViews.rows(DisassemblyView.ID, name + "-disassembly", r -> GuestViews.has(r, address, "\u25B6"));
		GuestViews.rows(DescriptorTablesView.ID, name + "-tables", r -> !r.isEmpty());
		GuestViews.rows(DevicesView.ID, name + "-devices", r -> GuestViews.has(r, "BIOS data area"));
		for (String action : new String[] { "Resume", "Step Into", "Step Over", "Step Return", "Suspend", "Run to Line" })
			assertFalse(Menus.offered("Run").get(action), action);

		// The workbench is as good as before: another guest boots meanwhile.
		GuestUnderTest other = GuestUnderTest.debug(configuration(name + " other", SPIN));
		Wait.until("the other guest's banner", () -> other.screenShows("Workbench ROMBIOS"));
		other.terminate();
		assertTrue(guest.target().isSuspended());

		Click.select(guest.inDebugView());
		Wait.until("Reset Guest", () -> Menus.offered("Run").get("Reset Guest"));
		Menus.select("Run", "Reset Guest");
		guest.waitUntilAtReset();
		Wait.until("Resume", () -> Menus.offered("Run").get("Resume"));
	}

	@Test
	void aGuestThatSpinsWithInterruptsOffIsSuspended() throws CoreException {
		GuestUnderTest guest = GuestUnderTest.debug(configuration("spin", SPIN));
		Wait.until("it to spin", () -> guest.registers().eip() == 0x7C01 && guest.registers().segment(CS).base() == 0);
		ToolItem suspend = Find.in(Windows.main().getShell()).text("Suspend").the(ToolItem.class);
		long begin = System.nanoTime();
		Click.on(suspend);
		guest.waitUntilStopped();
		System.out.printf("suspended %d ms after the click%n", (System.nanoTime() - begin) / 1_000_000);
		assertEquals(0x7C01, guest.registers().eip());
		assertEquals(0, guest.registers().eflags() & INTERRUPT_FLAG);
		guest.processor("(suspended)");
	}
}
