package org.domainfirmware.ui.tests;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import org.domainfirmware.ui.driver.UiThread;
import org.eclipse.swt.widgets.Display;

/**
 * Watches that code of ours does not keep the UI thread busy. It asks that thread for a sign of life all the time; when the
 * sign is late, it looks at what the thread is doing. Time in the platform's own code does not count: an editor that opens
 * on a loaded machine takes what it takes. Nor does time in which the thread could run but other programs had the processor: what
 * counts is the processor time it used and the time it waited for something.
 */
final class UiWatchdog implements AutoCloseable {
	/** The aim: longer stays in our code are printed. */
	private static final long AIM = TimeUnit.MILLISECONDS.toNanos(100);
	/** What fails a test leaves room for a loaded machine and code that is not compiled yet. */
	private static final long LIMIT = TimeUnit.SECONDS.toNanos(1);
	private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(10);
	private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();
	private static final String OURS = "org.domainfirmware.";
	private static final String TESTS = "org.domainfirmware.ui.";

	private final Display display = UiThread.display();
	private final AtomicLong answered = new AtomicLong(System.nanoTime());
	private final List<String> blocks = new ArrayList<>();
	private final Thread thread = new Thread(this::watch, "UI watchdog");
	private volatile boolean ended;
	private volatile long longest;

	UiWatchdog() {
		thread.setDaemon(true);
		thread.start();
	}

	private void watch() {
		while (!ended) {
			long asked = System.nanoTime();
			display.asyncExec(() -> answered.set(System.nanoTime()));
			long used = PROCESSOR.getThreadCpuTime(display.getThread().getId());
			long waited = 0;
			String culprit = "";
			while (answered.get() < asked && !ended) {
				long before = System.nanoTime();
				LockSupport.parkNanos(PERIOD);
				if (display.getThread().getState() != Thread.State.RUNNABLE)
					waited += System.nanoTime() - before;
				long late = System.nanoTime() - asked;
				longest = Math.max(longest, late);
				if (late > AIM / 2)
					culprit = ourFrame(culprit);
			}
			long took = PROCESSOR.getThreadCpuTime(display.getThread().getId()) - used + waited;
			if (took > AIM && !culprit.isEmpty())
				note(took, culprit);
			LockSupport.parkNanos(PERIOD);
		}
	}

	private void note(long took, String culprit) {
		String block = TimeUnit.NANOSECONDS.toMillis(took) + " ms in " + culprit;
		System.out.println("UI thread: " + block);
		if (took > LIMIT)
			synchronized (blocks) {
				blocks.add(block);
			}
	}

	private String ourFrame(String before) {
		return Arrays.stream(display.getThread().getStackTrace()).map(StackTraceElement::toString)
				.filter(f -> f.contains(OURS) && !f.contains(TESTS)).findFirst().orElse(before);
	}

	/** Each time the UI thread was over a second late with code of ours on its stack. */
	List<String> blocks() {
		synchronized (blocks) {
			return List.copyOf(blocks);
		}
	}

	/** The longest the UI thread took to answer, milliseconds, whatever it did. */
	long longestMillis() {
		return TimeUnit.NANOSECONDS.toMillis(longest);
	}

	@Override
	public void close() {
		ended = true;
	}
}
