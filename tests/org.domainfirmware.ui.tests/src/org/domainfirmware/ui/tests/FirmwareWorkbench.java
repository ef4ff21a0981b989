package org.domainfirmware.ui.tests;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.domainfirmware.debug.core.model.GuestSession;
import org.domainfirmware.debug.ui.FirmwarePerspective;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IExpressionManager;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * JUnit extension: each test begins in the Firmware perspective as everybody gets it, in a window of the same size, and leaves no
 * guest, breakpoint, watch, dialog or open editor behind. When a test fails, the screen at that moment is saved as
 * {@code failed-Class.method.png}. All the while a watchdog sees that the UI thread is not kept busy by code of ours; a test in which
 * it was fails.
 */
final class FirmwareWorkbench implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, TestExecutionExceptionHandler,
		LifecycleMethodExecutionExceptionHandler {
	private static final Namespace MINE = Namespace.create(FirmwareWorkbench.class);
	private static final int MODAL = SWT.APPLICATION_MODAL | SWT.PRIMARY_MODAL | SWT.SYSTEM_MODAL;

	@Override
	public void beforeAll(ExtensionContext context) {
		arrange();
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		arrange();
		// A workbench under test keeps dialogs of errors to itself.
		ErrorDialog.AUTOMATED_MODE = false;
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
	public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
		handleTestExecutionException(context, failure);
	}

	@Override
	public void afterEach(ExtensionContext context) throws CoreException {
		UiWatchdog watchdog = context.getStore(MINE).remove(UiWatchdog.class, UiWatchdog.class);
		try (watchdog) {
			closeDialogs();
			terminateGuests();
			SourceBreakpoints.removeAll();
			IExpressionManager expressions = DebugPlugin.getDefault().getExpressionManager();
			expressions.removeExpressions(expressions.getExpressions());
			IWorkbenchPage page = Windows.page();
			UiThread.run(() -> page.closeAllEditors(false));
		}
		System.out.printf("UI thread: %s.%s: longest stay in our code %d ms%n", context.getRequiredTestClass().getSimpleName(),
				context.getRequiredTestMethod().getName(), watchdog.longestMillis());
		Assertions.assertEquals(List.of(), watchdog.blocks(), "turns that kept the UI thread busy");
	}

	/** Those that a failed test left: they would keep every later test from the window behind. */
	private static void closeDialogs() {
		UiThread.run(() -> Arrays.stream(UiThread.display().getShells()).filter(s -> !s.isDisposed() && s.isVisible() && (s.getStyle() & MODAL) != 0)
				.forEach(Shell::close));
	}

	private static void terminateGuests() {
		ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
		List<GuestSession> guests = Arrays.stream(manager.getLaunches()).map(GuestSession::of).filter(Objects::nonNull).toList();
		guests.forEach(GuestSession::terminate);
		Wait.until("the guests to end", () -> guests.stream().allMatch(guest -> guest.launch().isTerminated()));
		manager.removeLaunches(guests.stream().map(GuestSession::launch).toArray(ILaunch[]::new));
	}
}
