package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.core.model.GuestStackFrame;
import org.domainfirmware.debug.ui.views.DisassemblyView;
import org.domainfirmware.emulator.debug.AddressSpace;
import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Keys;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.debug.ui.IDebugView;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a person does with a guest while he debugs it, by menus, buttons and keys. */
@ExtendWith(FirmwareWorkbench.class)
class RunActionsTest {
	/** jmp $: the firmware's own text stays on the screen. */
	private static final int[] FOREVER = { 0xEB, 0xFE };
	/** 40:49h of the IBM PC/AT's BIOS data area. */
	private static final int VIDEO_MODE = 0x449;
	/** When a person presses a key again that did nothing, nanoseconds. */
	private static final long AGAIN = TimeUnit.SECONDS.toNanos(4);
	private static final String OLD = "Workbench ROMBIOS 1.0";
	private static final String NEW = "Workbench ROMBIOS 9.7";

	@TempDir
	Path folder;
	private IFile post;
	private IFile banner;
	/** Of post.c: where the power-on self test begins, what its loop does first, a step of it. */
	private int begin;
	private int loop;
	private int step;

	@BeforeEach
	void sources() {
		post = SampleFirmware.built().getFile("rombios/post.c");
		banner = post.getProject().getFile("rombios/banner.c");
		begin = SampleFirmware.line(post, "LOG(\"ROMBIOS");
		loop = SampleFirmware.line(post, "post_code(steps[i].code)");
		step = SampleFirmware.line(post, "steps[i].run()");
	}

	private ILaunchConfigurationWorkingCopy configuration(String name) throws CoreException {
		return GuestUnderTest.configuration(name, BootFloppy.with(folder, name + ".img", FOREVER));
	}

	/** At a breakpoint where the power-on self test begins. */
	private GuestUnderTest stopped(String name) throws CoreException {
		return GuestUnderTest.debugTo(configuration(name).doSave(), post, begin);
	}

	/** Ready for keys of the debugger. */
	private static Control debugView() {
		IViewPart view = Windows.view(IDebugUIConstants.ID_DEBUG_VIEW);
		return UiThread.call(() -> view.getAdapter(IDebugView.class).getViewer().getControl());
	}

	private static ToolItem button(String text) {
		return Find.in(Windows.main().getShell()).text(text).the(ToolItem.class);
	}

	@Test
	void runToLineInTheEditor() throws CoreException {
		GuestUnderTest guest = stopped("run-to-line");
		int line = SampleFirmware.line(banner, OLD);
		SourceBreakpoints.caret(post.getProject().getFile("rombios/Makefile"), 1);
		Wait.until("no Run to Line where no code is", () -> !Menus.offered("Run").get("Run to Line"));
		SourceBreakpoints.caret(banner, line);
		Menus.select("Run", "Run to Line");
		guest.waitUntilAt("banner.c", line);
		assertFalse(guest.screenShows(OLD), "the line itself has not run");
		Screenshot.screen("run-to-line");

		int end = SampleFirmware.line(post, "post_code(0x80)");
		StyledText text = SourceBreakpoints.caret(post, end);
		Wait.until("Run to Line", () -> Menus.offered("Run").get("Run to Line"));
		Keys.press(text, 'r', SWT.MOD1, 'r');
		guest.waitUntilAt("post.c", end);
		assertTrue(guest.screenShows(OLD));
	}

	/** The ROM is executed below 4 GiB there, and not yet where it is linked. */
	@Test
	void runToLineBeforeTheRomIsShadowed() throws CoreException {
		ILaunchConfigurationWorkingCopy configuration = configuration("run-to-reset");
		configuration.setAttribute(LaunchAttributes.STOP_AT, LaunchAttributes.STOP_AT_RESET);
		GuestUnderTest guest = GuestUnderTest.debug(configuration.doSave());
		guest.waitUntilAtReset();
		IFile reset = post.getProject().getFile("rombios/reset.S");
		int line = SampleFirmware.line(reset, "cold:");
		SourceBreakpoints.caret(reset, line);
		Wait.until("Run to Line", () -> Menus.offered("Run").get("Run to Line"));
		Menus.select("Run", "Run to Line");
		guest.waitUntilAt("reset.S", line);
	}

	@Test
	void runToLineInTheDisassembly() throws CoreException {
		GuestUnderTest guest = stopped("run-to-instruction");
		DisassemblyView view = (DisassemblyView) Windows.view(DisassemblyView.ID);
		Tree tree = (Tree) view.tree().control();
		int here = guest.target().thread().top().frame().linear();
		Wait.until("the next instruction", () -> view.shownRows().stream().anyMatch(r -> r.key().equals("at " + here)));
		int linear = (int) (long) guest.target().symbols().codeOf(banner.getLocation().toOSString(), SampleFirmware.line(banner, OLD)).get(0);
		Text field = Find.in(Windows.main().getShell()).where("the address field",
				w -> w instanceof Text t && t.getMessage().startsWith("go to seg:off")).the(Text.class);
		Keys.replace(field, String.format("linear:%X", linear));
		UiThread.run(() -> field.notifyListeners(SWT.DefaultSelection, new Event()));
		Wait.until("the instruction to be selected", () -> tree.getSelectionCount() == 1
				&& tree.getSelection()[0].getText(1).equals(String.format("%08X", linear)));
		UiThread.run(tree::setFocus);
		Wait.until("Run to Line", () -> Menus.offered("Run").get("Run to Line"));
		Keys.press(tree, 'r', SWT.MOD1, 'r');
		guest.waitUntilAt("banner.c", SampleFirmware.line(banner, OLD));
		assertEquals(linear, guest.target().thread().top().frame().linear());
		Keys.replace(field, "");
	}

	@Test
	void resetByMenuAndButton() throws CoreException {
		GuestUnderTest guest = stopped("reset");
		Menus.select("Run", "Reset Guest");
		guest.waitUntilAtReset();
		guest.processor("(at reset)");
		Menus.select("Run", "Resume");
		guest.waitUntilAt("post.c", begin);
		Click.on(button("Reset Guest"));
		guest.waitUntilAtReset();
		Screenshot.screen("reset-guest");

		// A guest that runs goes on running.
		Menus.select("Run", "Skip All Breakpoints");
		try {
			Wait.until("the machine to know", () -> !installed(guest));
			Menus.select("Run", "Resume");
			guest.waitForScreen(OLD);
			// No video mode at all: POST sets one.
			guest.answer(guest.session().port().writeMemory(AddressSpace.PHYSICAL, VIDEO_MODE, new byte[] { 0x55 }));
			Click.on(button("Reset Guest"));
			Wait.until("it to begin anew", () -> guest.answer(guest.session().port().readMemory(AddressSpace.PHYSICAL, VIDEO_MODE, 1))
					.data()[0] == 3);
			assertFalse(guest.target().isSuspended());
			guest.waitForScreen(OLD);
		} finally {
			Menus.select("Run", "Skip All Breakpoints");
		}
	}

	@Test
	void reloadedFirmwareKeepsBreakpointsAndShowsWhatIsNew() throws CoreException, IOException {
		String before = Files.readString(banner.getLocation().toFile().toPath(), StandardCharsets.ISO_8859_1);
		GuestUnderTest guest = stopped("reload");
		int line = SampleFirmware.line(banner, OLD);
		try {
			SourceBreakpoints.toggle(banner, line);
			Menus.select("Run", "Resume");
			guest.waitUntilAt("banner.c", line);
			// Three lines are put in front: the breakpoint moves with its line.
			edit(before.indexOf(OLD), OLD.length(), NEW);
			edit(0, 0, "/* one\n * two\n * three */\n");
			Keys.press(SourceBreakpoints.caret(banner, 1), 's', SWT.MOD1, 's');
			Wait.until("the breakpoint to move", () -> SourceBreakpoints.isSet(banner, line + 3));
			Menus.select("Run", "Reload Firmware");
			guest.waitUntilAtReset();
			assertTrue(SourceBreakpoints.isSet(post, begin));
			Menus.select("Run", "Resume");
			guest.waitUntilAt("post.c", begin);
			Menus.select("Run", "Resume");
			guest.waitUntilAt("banner.c", line + 3);
			Menus.select("Run", "Resume");
			guest.waitForScreen(NEW);
			Screenshot.screen("reloaded-firmware");
		} finally {
			write(before);
			Wait.work(monitor -> post.getProject().build(IncrementalProjectBuilder.INCREMENTAL_BUILD, monitor));
		}
	}

	private void edit(int offset, int length, String text) {
		StyledText editor = SourceBreakpoints.caret(banner, 1);
		UiThread.run(() -> editor.replaceTextRange(offset, length, text));
	}

	private void write(String text) {
		Wait.work(monitor -> banner.setContents(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), true, false, monitor));
	}

	@Test
	void keysStepResumeAndTerminate() throws CoreException {
		GuestUnderTest guest = stopped("keys");
		press(guest, SWT.F6, "Step Over");
		guest.waitUntilAt("post.c", loop);
		SourceBreakpoints.toggle(post, step);
		press(guest, SWT.F8, "Resume");
		guest.waitUntilAt("post.c", step);
		GuestStackFrame caller = guest.target().thread().top();
		press(guest, SWT.F5, "Step Into");
		Wait.until("a step of the self test", () -> guest.target().isSuspended() && guest.target().thread().top() != null
				&& guest.target().thread().getStackFrames().length > 1 && guest.target().thread().getStackFrames()[1].equals(caller));
		press(guest, SWT.F7, "Step Return");
		Wait.until("the return to the loop", () -> guest.target().isSuspended() && caller.equals(guest.target().thread().top()));
		Control tree = debugView();
		pressUntil("the guest to end", guest.session()::isTerminated, () -> Keys.press(tree, (char) 0, SWT.MOD1, SWT.F2));
	}

	private static void press(GuestUnderTest guest, int key, String action) {
		Control tree = debugView();
		long before = guest.registers().instructions();
		pressUntil("the guest to go on by the key of " + action,
				() -> !guest.target().isSuspended() || guest.registers().instructions() != before, () -> {
					if (does(key, action))
						Keys.press(tree, (char) 0, key);
				});
	}

	/**
	 * Presses a key until it has an effect: a person presses again, and so does this. On a screen without a window manager the workbench
	 * does not always know that its window is the active one; with one no key was seen to be lost.
	 */
	private static void pressUntil(String what, BooleanSupplier effect, Runnable press) {
		long[] pressed = { System.nanoTime() - AGAIN };
		Wait.until(what, () -> {
			if (effect.getAsBoolean())
				return true;
			if (System.nanoTime() - pressed[0] >= AGAIN) {
				pressed[0] = System.nanoTime();
				press.run();
			}
			return false;
		});
	}

	/**
	 * Whether a key does this now: F5 steps only where a guest is debugged, and else refreshes files; and what a key does can be done a
	 * moment after the Debug view came to the front.
	 */
	private static boolean does(int key, String action) {
		Binding binding = PlatformUI.getWorkbench().getService(IBindingService.class)
				.getPerfectMatch(KeySequence.getInstance(KeyStroke.getInstance(key)));
		try {
			return binding != null && binding.getParameterizedCommand().getName().equals(action)
					&& binding.getParameterizedCommand().getCommand().isEnabled();
		} catch (NotDefinedException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void buttonsStepResumeSuspendAndTerminate() throws CoreException {
		GuestUnderTest guest = stopped("buttons");
		Click.on(button("Step Over"));
		guest.waitUntilAt("post.c", loop);
		Click.on(button("Instruction Stepping Mode"));
		Wait.until("steps by instruction", guest.target().thread()::isSteppingByInstruction);
		long before = guest.registers().instructions();
		guest.untilItStopsAgain(() -> Click.on(button("Step Into")));
		assertEquals(before + 1, guest.registers().instructions());
		Click.on(button("Instruction Stepping Mode"));
		Click.on(button("Resume"));
		guest.waitForScreen(OLD);
		Click.on(button("Suspend"));
		guest.waitUntilStopped();
		guest.processor("(suspended)");
		Click.on(button("Terminate"));
		Wait.until("the guest to end", guest.session()::isTerminated);
	}

	@Test
	void terminateAndRelaunch() throws CoreException {
		GuestUnderTest old = stopped("relaunch");
		Click.select(old.inDebugView());
		Menus.context(debugView(), "Terminate and Relaunch");
		Wait.until("the old guest to end", old.session()::isTerminated);
		GuestUnderTest anew = GuestUnderTest.started(old.session().launch().getLaunchConfiguration());
		assertNotEquals(old.session(), anew.session());
		anew.waitUntilAt("post.c", begin);
	}

	@Test
	void skippedAndDisabledBreakpoints() throws CoreException {
		GuestUnderTest guest = stopped("skipped");
		IViewPart view = Windows.view(IDebugUIConstants.ID_BREAKPOINT_VIEW);
		Tree breakpoints = UiThread.call(() -> (Tree) view.getAdapter(IDebugView.class).getViewer().getControl());
		Click.select(Find.in(breakpoints).textContaining("post.c").the(TreeItem.class));
		Menus.context(breakpoints, "Disable");
		Wait.until("the machine to know", () -> !installed(guest));
		Menus.select("Run", "Reset Guest");
		guest.waitUntilAtReset();
		Menus.select("Run", "Resume");
		guest.waitForScreen(OLD);
		assertFalse(guest.target().isSuspended(), "a disabled breakpoint does not stop");
		Click.select(Find.in(breakpoints).textContaining("post.c").the(TreeItem.class));
		Menus.context(breakpoints, "Enable");
		Wait.until("the machine to know", () -> installed(guest));
		Screenshot.screen("breakpoint-enabled");
		Click.on(button("Reset Guest"));
		guest.waitUntilAt("post.c", begin);

		Click.on(button("Skip All Breakpoints"));
		try {
			Wait.until("the machine to know", () -> !installed(guest));
			Click.on(button("Reset Guest"));
			guest.waitUntilAtReset();
			Menus.select("Run", "Resume");
			guest.waitForScreen(OLD);
			assertFalse(guest.target().isSuspended(), "a skipped breakpoint does not stop");
		} finally {
			Click.on(button("Skip All Breakpoints"));
		}
		Wait.until("the machine to know", () -> installed(guest));
	}

	private static boolean installed(GuestUnderTest guest) {
		return SourceBreakpoints.all().stream().allMatch(guest.target()::isInstalled);
	}
}
