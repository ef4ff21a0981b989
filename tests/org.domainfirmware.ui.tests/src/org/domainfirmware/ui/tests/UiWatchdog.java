package org.domainfirmware.ui.tests;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.domainfirmware.ui.driver.UiThread;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/**
 * Watches that code of ours does not keep the UI thread busy. It takes the time of every event of that thread: the processor time it
 * used and the time it waited, not the time in which other programs had the processor. While an event lasts, its stack is looked
 * at again and again: of its time counts what is spent under code of ours. Loading classes and opening views for the first time are
 * printed and do not count, nor does what the tests do themselves.
 */
final class UiWatchdog implements AutoCloseable {
	/** The longest stay in our code, nanoseconds. */
	private static final long LIMIT = TimeUnit.MILLISECONDS.toNanos(100);
	private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(5);
	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
	private static final String OURS = "org.domainfirmware.";
	private static final String TESTS = "org.domainfirmware.ui.";
	private static final int[] BOUNDARIES = { SWT.PreEvent, SWT.PostEvent, SWT.PreExternalEventDispatch,
			SWT.PostExternalEventDispatch };

	/** What the stack showed, time after time. */
	private static final class Samples {
		private int all;
		private int ours;
		private int opening;
		private String culprit = "";
	}

	private final Display display = UiThread.display();
	private final long id = display.getThread().getId();
	private final List<String> blocks = new ArrayList<>();
	private final Listener listener = this::boundary;
	private final Thread sampler = new Thread(this::sample, "UI watchdog");
	/** How deep events are nested, and below which depth a nested loop, such as a dialog's, waits; in the UI thread only. */
	private int depth;
	private int loop;
	private long began;
	private volatile boolean ended;
	private volatile Samples samples;
	private volatile long longest;

	UiWatchdog() {
		if (THREADS.isThreadContentionMonitoringSupported())
			THREADS.setThreadContentionMonitoringEnabled(true);
		UiThread.run(() -> {
			for (int boundary : BOUNDARIES)
				display.addListener(boundary, listener);
		});
		sampler.setDaemon(true);
		sampler.start();
	}

	private void boundary(Event event) {
		switch (event.type) {
		case SWT.PreEvent -> {
			if (depth++ <= loop)
				begin();
		}
		case SWT.PostEvent -> {
			depth = Math.max(0, depth - 1);
			loop = Math.min(loop, depth);
			if (depth <= loop)
				end();
		}
		case SWT.PreExternalEventDispatch -> {
			loop = depth;
			end();
		}
		default -> {
			// The thread slept: an event begins when there is one.
		}
		}
	}

	private void begin() {
		began = spent();
		samples = new Samples();
	}

	/** Processor time and waiting time of the UI thread, nanoseconds. */
	private long spent() {
		ThreadInfo info = THREADS.getThreadInfo(id);
		return THREADS.getThreadCpuTime(id) + TimeUnit.MILLISECONDS.toNanos(info.getWaitedTime() + info.getBlockedTime());
	}

	private void end() {
		Samples seen = samples;
		samples = null;
		if (seen == null || seen.all == 0)
			return;
		long took = spent() - began;
		long ours = took * seen.ours / seen.all;
		longest = Math.max(longest, ours);
		if (ours + took * seen.opening / seen.all > LIMIT)
			note(took, ours, seen);
	}

	private void note(long took, long ours, Samples seen) {
		String block = String.format("%d ms, %d of them in %s (%d samples of %d, %d of opening)", TimeUnit.NANOSECONDS.toMillis(took),
				TimeUnit.NANOSECONDS.toMillis(ours), seen.culprit, seen.ours, seen.all, seen.opening);
		System.out.println("UI thread: " + block);
		if (ours > LIMIT)
			synchronized (blocks) {
				blocks.add(block);
			}
	}

	private void sample() {
		while (!ended) {
			LockSupport.parkNanos(PERIOD);
			Samples now = samples;
			if (now == null)
				continue;
			StackTraceElement[] stack = display.getThread().getStackTrace();
			if (now != samples)
				continue;
			count(now, stack);
		}
	}

	private static void count(Samples now, StackTraceElement[] stack) {
		String ours = "";
		boolean test = false;
		boolean opening = false;
		for (StackTraceElement frame : stack) {
			boolean bySomeTest = frame.getClassName().startsWith(TESTS) && !frame.getClassName().equals(UiWatchdog.class.getName());
			test |= bySomeTest;
			opening |= frame.getMethodName().equals("createPartControl") || frame.getMethodName().equals("createControl")
					|| frame.getMethodName().equals("loadClass") || frame.getMethodName().equals("linkCallSite");
			if (ours.isEmpty() && frame.getClassName().startsWith(OURS) && !frame.getClassName().startsWith(TESTS))
				ours = frame.toString();
		}
		now.all++;
		if (test || ours.isEmpty())
			return;
		if (opening)
			now.opening++;
		else
			now.ours++;
		now.culprit = ours;
	}

	/** Each event that kept the UI thread in code of ours for longer than a person should wait. */
	List<String> blocks() {
		synchronized (blocks) {
			return List.copyOf(blocks);
		}
	}

	/** The longest stay in our code within one event, milliseconds. */
	long longestMillis() {
		return TimeUnit.NANOSECONDS.toMillis(longest);
	}

	@Override
	public void close() {
		ended = true;
		UiThread.run(() -> {
			for (int boundary : BOUNDARIES)
				display.removeListener(boundary, listener);
		});
	}
}
