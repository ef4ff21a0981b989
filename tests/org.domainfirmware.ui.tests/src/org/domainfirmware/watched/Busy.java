package org.domainfirmware.watched;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.swt.widgets.Event;

/** Stands for code of ours that keeps its thread for too long; the watchdog takes this package for one of the product's. */
public final class Busy {
	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
	private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(150);

	private Busy() {
	}

	/** Uses 150 ms of processor time. */
	public static void computes() {
		long begin = THREADS.getCurrentThreadCpuTime();
		while (THREADS.getCurrentThreadCpuTime() - begin < NANOS)
			Thread.onSpinWait();
	}

	/** Uses the same time at an event. */
	public static void hears(Event event) {
		computes();
	}

	/** Opens a dialog and uses 150 ms of processor time when it is closed. */
	public static Runnable after(Runnable dialog) {
		return () -> {
			dialog.run();
			computes();
		};
	}

	/** Opens a dialog. */
	public static Runnable opening(Runnable dialog) {
		return () -> dialog.run();
	}

	/** Waits for 150 ms. */
	public static void waits() {
		long begin = System.nanoTime();
		while (System.nanoTime() - begin < NANOS)
			LockSupport.parkNanos(NANOS);
	}
}
