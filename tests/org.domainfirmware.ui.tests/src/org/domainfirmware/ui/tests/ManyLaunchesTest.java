package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.core.model.GuestDebugTarget;
import org.domainfirmware.debug.core.model.GuestProcess;
import org.domainfirmware.debug.core.model.GuestSession;
import org.domainfirmware.emulator.debug.StopReason;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.DebugUITools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hundred guests are launched as the Debug button does it, with every view open, and terminated whatever they are just doing. Once
 * their launches are removed from the Debug view nothing is left of them: no machine, no symbols, no listener, no widget, no thread, no
 * open image.
 */
@ExtendWith(FirmwareWorkbench.class)
class ManyLaunchesTest extends EveryViewOpen {
	/** Enough for everything that is made once and kept: caches, last selections. */
	private static final int WARM_UP = 14;
	private static final int LAUNCHES = 100;
	/**
	 * The Debug view keeps the state of some elements that are gone, to bring it back should they return (ViewerStateTracker), and the
	 * last ten whose source was looked up. They are light then. A frame has its registers.
	 */
	private static final List<String> ELEMENTS = List.of("org.domainfirmware.debug.core.model.",
			"org.domainfirmware.debug.core.guest.FrameRegisters", "org.eclipse.debug.internal.ui.viewers.model.provisional.ModelDelta");
	private static final Duration PATIENCE = Duration.ofSeconds(60);
	/** L: mov ah,0; int 16h; jmp L: waits for a key. */
	private static final int[] WAITS = { 0xB4, 0x00, 0xCD, 0x16, 0xEB, 0xFA };
	/** lidt [7C08h] (a limit of 0 there); int3. */
	private static final int[] FAULTS = { 0x0F, 0x01, 0x1E, 0x08, 0x7C, 0xCC, 0xEB, 0xFE, 0, 0, 0, 0, 0, 0 };
	/** L: out E9h,al; inc ax; jmp L. */
	private static final int[] FLOODS = { 0xE6, 0xE9, 0x40, 0xEB, 0xFB };

	/** What a guest is doing when it is terminated. */
	private enum State { STARTING, RUNNING, SUSPENDED, STEPPING, FAULTED, CONSOLE_FULL, VIEWS_ASK }

	@TempDir
	Path folder;
	private ILaunchConfiguration waits;
	private ILaunchConfiguration faults;
	private ILaunchConfiguration floods;

	@BeforeEach
	void makeConfigurations() throws CoreException {
		waits = configuration("waits", WAITS);
		faults = configuration("faults", FAULTS);
		floods = configuration("floods", FLOODS);
		DebugPlugin.getDefault().getExpressionManager().addExpression(
				DebugPlugin.getDefault().getExpressionManager().newWatchExpression("eax + word [0:7c00]"));
	}

	private ILaunchConfiguration configuration(String name, int[] code) throws CoreException {
		ILaunchConfigurationWorkingCopy c = GuestUnderTest.configuration(name, BootFloppy.with(folder, name + ".img", code));
		c.setAttribute(LaunchAttributes.REAL_TIME, false);
		return c.doSave();
	}

	private ILaunchConfiguration of(State state) {
		return state == State.FAULTED ? faults : state == State.CONSOLE_FULL ? floods : waits;
	}

	private static List<ILaunch> launches() {
		return List.of(DebugPlugin.getDefault().getLaunchManager().getLaunches());
	}

	private void launchAndEnd(State state) throws DebugException {
		List<ILaunch> before = launches();
		ILaunchConfiguration configuration = of(state);
		UiThread.post(() -> DebugUITools.launch(configuration, "debug"));
		GuestSession session = Wait.value("a guest of " + configuration.getName(), PATIENCE, () -> launches().stream()
				.filter(l -> !before.contains(l)).map(GuestSession::of).filter(s -> s != null).findFirst().orElse(null));
		if (state != State.STARTING)
			bring(session, state);
		if (state == State.SUSPENDED || state == State.VIEWS_ASK)
			Menus.select("Run", "Terminate");
		else
			session.launch().terminate();
		Wait.until("the end of a guest that is " + state, PATIENCE, session.launch()::isTerminated);
	}

	private static void bring(GuestSession session, State state) {
		GuestDebugTarget target = Wait.value("the target", PATIENCE, session::target);
		Wait.until("the program to run", PATIENCE, () -> state == State.FAULTED ? isFaulted(target)
				: session.port().registers().join().segment(1).base() == 0 || session.port().registers().join().instructions() > 3_000_000);
		switch (state) {
			case SUSPENDED -> suspend(target);
			case STEPPING -> {
				suspend(target);
				target.thread().stepByInstruction(true);
				target.thread().stepOver();
				Wait.until("the step to begin", PATIENCE, () -> target.thread().isStepping() || target.isSuspended());
			}
			case CONSOLE_FULL -> Wait.until("much on the console", PATIENCE, () -> target.session().processes().stream()
					.anyMatch(p -> p.channel().equals("debugcon") && written(p)));
			case VIEWS_ASK -> {
				suspend(target);
				target.thread().stepInto();
			}
			default -> {
				// It is there already.
			}
		}
	}

	private static boolean written(GuestProcess console) {
		return DebugUITools.getConsole(console) instanceof org.eclipse.ui.console.TextConsole c && c.getDocument().getLength() > 50_000;
	}

	private static boolean isFaulted(GuestDebugTarget target) {
		return target.thread().reason() instanceof StopReason.TripleFault;
	}

	private static void suspend(GuestDebugTarget target) {
		target.suspend();
		Wait.until("the guest to stop", PATIENCE, target::isSuspended);
	}

	private void round(int count) throws DebugException {
		for (int i = 0; i < count; i++)
			launchAndEnd(State.values()[i % State.values().length]);
	}

	private static void removeTerminated() {
		ILaunch[] ended = launches().stream().filter(ILaunch::isTerminated).toArray(ILaunch[]::new);
		DebugPlugin.getDefault().getLaunchManager().removeLaunches(ended);
	}

	@Test
	void nothingIsLeftOfThem() throws DebugException {
		round(WARM_UP);
		removeTerminated();
		LeftBehind before = settled();
		round(LAUNCHES);
		LeftBehind kept = settled();
		Screenshot.screen("many-launches-terminated");
		assertEquals(0, kept.count(Machine.class), "machines of launches that are still in the Debug view");
		removeTerminated();
		LeftBehind after = settled();
		assertEquals(0, after.count(Machine.class), "machines");
		long remembered = after.count(GuestSession.class) - before.count(GuestSession.class);
		System.out.println("guests of which the platform's Debug view remembers an element: " + remembered + " of " + LAUNCHES);
		List<String> grown = after.grownSince(before, Math.max(remembered, 0) + WARM_UP).stream()
				.filter(c -> ELEMENTS.stream().noneMatch(c::startsWith)).toList();
		assertEquals(List.of(), grown, "objects of these classes are left");
		assertTrue(remembered < LAUNCHES, () -> remembered + " guests are left");
		assertEquals(List.of(), after.guestThreads());
		assertTrue(after.files().stream().noneMatch(f -> f.startsWith(folder.toString())), () -> "open files: " + after.files());
		assertTrue(after.files().size() < before.files().size() + LAUNCHES / 2, () -> "open files: " + after.files());
	}

	/** When views and jobs are done with the last guest. */
	private static LeftBehind settled() {
		LeftBehind[] last = new LeftBehind[1];
		for (int i = 0; i < 20 && (last[0] == null || last[0].count(Machine.class) > 0 || !last[0].guestThreads().isEmpty()); i++) {
			AtomicBoolean done = new AtomicBoolean();
			UiThread.post(() -> done.set(true));
			Wait.until("the UI thread to do what was asked of it before", done::get);
			last[0] = LeftBehind.now();
		}
		return last[0];
	}
}
