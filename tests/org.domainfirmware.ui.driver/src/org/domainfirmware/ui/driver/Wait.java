package org.domainfirmware.ui.driver;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;

/** Waits for conditions. There is no way to wait for a time: a test names what it waits for. */
public final class Wait {
	/** What an unloaded machine does in a second may take a loaded one twenty. */
	public static final Duration USUAL = Duration.ofSeconds(30);

	private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

	private Wait() {
	}

	/** Waits until the condition, asked in the UI thread, holds; fails with a screenshot after {@link #USUAL}. */
	public static void until(String what, BooleanSupplier condition) {
		until(what, USUAL, condition);
	}

	public static void until(String what, Duration limit, BooleanSupplier condition) {
		value(what, limit, () -> condition.getAsBoolean() ? Boolean.TRUE : null);
	}

	/** Waits until the supplier, asked in the UI thread, gives something, and returns that. */
	public static <T> T value(String what, Supplier<T> supplier) {
		return value(what, USUAL, supplier);
	}

	public static <T> T value(String what, Duration limit, Supplier<T> supplier) {
		long end = System.nanoTime() + limit.toNanos();
		T value = UiThread.call(supplier);
		while (value == null) {
			if (System.nanoTime() - end > 0)
				throw new AssertionError("waited " + limit.toSeconds() + " s in vain for " + what + "; on the screen:\n"
						+ WidgetTree.ofAllShells());
			LockSupport.parkNanos(POLL_NANOS);
			value = UiThread.call(supplier);
		}
		return value;
	}

	/** Waits until no job of the family is running or queued, for example {@code ResourcesPlugin.FAMILY_AUTO_BUILD}. */
	public static void jobs(Object family) {
		until("jobs of " + family, Duration.ofSeconds(120), () -> Job.getJobManager().find(family).length == 0);
	}

	/** Runs work on the workspace in this thread; its exception fails the test. */
	public static void work(ICoreRunnable work) {
		try {
			work.run(null);
		} catch (CoreException e) {
			throw new AssertionError(e.getStatus().toString(), e);
		}
	}
}
