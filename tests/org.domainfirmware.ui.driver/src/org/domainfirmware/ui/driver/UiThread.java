package org.domainfirmware.ui.driver;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** Runs code in the UI thread on behalf of a test. */
public final class UiThread {
	private UiThread() {
	}

	public static Display display() {
		return PlatformUI.getWorkbench().getDisplay();
	}

	/**
	 * Runs the code in the UI thread, waits for it, and throws here what it threw there.
	 *
	 * @return what the supplier returned, may be null
	 */
	public static <T> T call(Supplier<T> code) {
		AtomicReference<T> result = new AtomicReference<>();
		AtomicReference<Throwable> thrown = new AtomicReference<>();
		display().syncExec(() -> {
			try {
				result.set(code.get());
			} catch (RuntimeException | Error e) {
				thrown.set(e);
			}
		});
		if (thrown.get() instanceof Error error)
			throw error;
		if (thrown.get() instanceof RuntimeException exception)
			throw exception;
		return result.get();
	}

	/** Runs the code in the UI thread and waits for it. */
	public static void run(Runnable code) {
		call(() -> {
			code.run();
			return null;
		});
	}

	/** Lets the UI thread run the code without waiting: for an action that may open a dialog, which would block its caller. */
	public static void post(Runnable code) {
		display().asyncExec(code);
	}
}
