package org.domainfirmware.ui.tests;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.core.model.GuestDebugTarget;
import org.domainfirmware.debug.core.model.GuestSession;
import org.domainfirmware.debug.ui.vga.VgaDisplayView;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.DebugUITools;

/** A guest that a test started. */
final class GuestUnderTest {
	private static final Duration LAUNCH = Duration.ofSeconds(120);
	private static final Duration BOOT = Duration.ofSeconds(120);

	private final GuestSession session;

	private GuestUnderTest(GuestSession session) {
		this.session = session;
	}

	/** Launches, as the Debug button does. */
	static GuestUnderTest debug(ILaunchConfiguration configuration) {
		UiThread.post(() -> DebugUITools.launch(configuration, "debug"));
		return started(configuration);
	}

	/** A configuration that boots a floppy image with the sample project's firmware. */
	static ILaunchConfigurationWorkingCopy configuration(String name, Path floppy) throws CoreException {
		ILaunchConfigurationWorkingCopy configuration = DebugPlugin.getDefault().getLaunchManager()
				.getLaunchConfigurationType(DebugCore.LAUNCH_TYPE).newInstance(null, name);
		configuration.setAttribute(LaunchAttributes.PROJECT, SampleFirmware.built().getName());
		configuration.setAttribute(LaunchAttributes.drive("fda"), floppy.toString());
		return configuration;
	}

	/** The guest of a launch that was begun by other means. */
	static GuestUnderTest started(ILaunchConfiguration configuration) {
		return new GuestUnderTest(Wait.value("the guest of " + configuration.getName(), LAUNCH, () -> {
			ILaunch[] launches = DebugPlugin.getDefault().getLaunchManager().getLaunches();
			return Arrays.stream(launches).filter(l -> l.getLaunchConfiguration() != null
					&& l.getLaunchConfiguration().getName().equals(configuration.getName()))
					.map(GuestSession::of).filter(s -> s != null && s.target() != null && !s.isTerminated()).findFirst().orElse(null);
		}));
	}

	GuestDebugTarget target() {
		return session.target();
	}

	GuestSession session() {
		return session;
	}

	void waitUntilStopped() {
		Wait.until("the guest to stop", BOOT, () -> target().isSuspended() && target().thread().isSuspended());
	}

	/** Presses a key or button that sets the guest going, and waits until it stands again, some instructions on. */
	void untilItStopsAgain(Runnable start) {
		long before = answer(session.port().registers()).instructions();
		start.run();
		Wait.until("the guest to go on and stop", BOOT, () -> target().isSuspended() && target().thread().isSuspended()
				&& answer(session.port().registers()).instructions() != before);
	}

	/** Waits for a text on the screen that the VGA Display shows. */
	String waitForScreen(String text) {
		VgaDisplayView view = (VgaDisplayView) Windows.view(VgaDisplayView.ID);
		try {
			return Wait.value("'" + text + "' on the guest's screen", BOOT, () -> view.text().contains(text) ? view.text() : null);
		} catch (AssertionError e) {
			throw new AssertionError(e.getMessage() + "\nguest's screen:\n" + UiThread.call(view::text), e);
		}
	}

	/** What the debug port answers. */
	<T> T answer(CompletableFuture<T> asked) {
		return asked.orTimeout(10, TimeUnit.SECONDS).join();
	}

	void terminate() {
		session.terminate();
		Wait.until("the guest to end", session::isTerminated);
	}
}
