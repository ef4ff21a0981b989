package org.domainfirmware.ui.tests;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.debug.ui.FirmwarePerspective;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IExpressionManager;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.ui.IWorkbenchPage;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * JUnit extension: each test begins in the Firmware perspective as everybody gets it, in a window of the same size, and leaves no
 * guest, breakpoint or watch behind. When a test fails, the screen at that moment is saved as {@code failed-Class.method.png}. All the
 * while a watchdog sees that the UI thread is not kept busy by code of ours; a test in which it was fails.
 */
final class FirmwareWorkbench implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, TestExecutionExceptionHandler {
	private static final Namespace MINE = Namespace.create(FirmwareWorkbench.class);
	private static final Duration END = Duration.ofSeconds(30);

	@Override
	public void beforeAll(ExtensionContext context) {
		arrange();
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		arrange();
		context.getStore(MINE).put(UiWatchdog.class, new UiWatchdog());
	}

	private static void arrange() {
		Windows.size(1600, 1000);
		Windows.closeWelcome();
		Windows.perspective(FirmwarePerspective.ID);
		IWorkbenchPage page = Windows.page();
		UiThread.run(page::resetPerspective);
	}

	@Override
	public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
		Screenshot.screen("failed-" + context.getRequiredTestClass().getSimpleName() + "." + context.getRequiredTestMethod().getName());
		throw failure;
	}

	@Override
	public void afterEach(ExtensionContext context) throws Exception {
		terminateGuests();
		SourceBreakpoints.removeAll();
		IExpressionManager expressions = DebugPlugin.getDefault().getExpressionManager();
		expressions.removeExpressions(expressions.getExpressions());
		UiWatchdog watchdog = context.getStore(MINE).remove(UiWatchdog.class, UiWatchdog.class);
		watchdog.close();
		Assertions.assertEquals(List.of(), watchdog.blocks(), "events that kept the UI thread busy");
	}

	private static void terminateGuests() throws DebugException {
		ILaunch[] guests = Arrays.stream(DebugPlugin.getDefault().getLaunchManager().getLaunches()).filter(FirmwareWorkbench::isGuest)
				.toArray(ILaunch[]::new);
		for (ILaunch guest : guests)
			guest.terminate();
		Wait.until("the guests to end", END, () -> Arrays.stream(guests).allMatch(ILaunch::isTerminated));
	}

	private static boolean isGuest(ILaunch launch) {
		try {
			return launch.getLaunchConfiguration() != null && !launch.isTerminated()
					&& launch.getLaunchConfiguration().getType().getIdentifier().equals(DebugCore.LAUNCH_TYPE);
		} catch (CoreException e) {
			throw new AssertionError("the launch has no type", e);
		}
	}
}
