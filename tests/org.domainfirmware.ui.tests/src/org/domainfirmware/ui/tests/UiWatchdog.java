package org.domainfirmware.ui.tests;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.domainfirmware.ui.driver.UiThread;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/**
 * Watches that code of ours does not keep the UI thread busy. It takes the time of every turn of that thread, from one event, runnable
 * or timer to the next: the processor time it used and the time it waited, not the time in which other programs had the processor.
 * While a turn lasts, its stack is looked at again and again: of its time counts what is spent under code of ours, whether the
 * platform called that because of a person or of a test. Loading classes is printed and does not count, nor does what
 * a test asks our code itself, nor what the platform itself needs to open an editor or a dialog, that is, with no code of ours under it.
 */
final class UiWatchdog implements AutoCloseable {
	/** The longest stay in our code, nanoseconds. */
	private static final long LIMIT = TimeUnit.MILLISECONDS.toNanos(100);
	private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(5);
	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
	private static final String OURS = "org.domainfirmware.";
	private static final String TESTS = "org.domainfirmware.ui.";
	/** Where the platform's own editor is made, called by ours that extends it. */
	private static final String OPENING = "createPartControl";
	private static final int[] BOUNDARIES = { SWT.PreEvent, SWT.PostEvent, SWT.PreExternalEventDispatch,
			SWT.PostExternalEventDispatch };

	/** What the stack showed in a turn, time after time. */
	private static final class Samples {
		private int all;
		private int ours;
		private int loading;
		private String culprit = "";
	}

	private final Display display = UiThread.display();
	private final long id = display.getThread().getId();
	private final List<String> blocks = new ArrayList<>();
	private final Listener listener = this::boundary;
	private final Thread sampler = new Thread(this::sample, "UI watchdog");
	/** How deep events are nested; at which depth the loop that last slept, such as a dialog's, gets its events; how many loops are around that. */
	private int depth;
	private int loop;
	private long loops;
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
			if (loop > 0 && loops() <= loops)
				loop = 0; // A dialog was closed: what its opener does now is still the opener's turn.
			if (depth++ <= loop)
				turn();
		}
		case SWT.PostEvent -> {
			depth = Math.max(0, depth - 1);
			loop = Math.min(loop, depth);
			if (depth <= loop)
				turn();
		}
		case SWT.PreExternalEventDispatch -> {
			loop = depth;
			loops = loops();
			end();
			samples = null;
		}
		default -> turn();
		}
	}

	/** How many event loops are within each other. */
	private static long loops() {
		return StackWalker.getInstance().walk(frames -> frames.filter(f -> isLoop(f.getClassName(), f.getMethodName())).count());
	}

	private static boolean isLoop(String type, String method) {
		return method.equals("readAndDispatch") && type.equals(Display.class.getName());
	}

	private void turn() {
		end();
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
		if (seen == null || seen.all == 0)
			return;
		long took = spent() - began;
		long ours = took * seen.ours / seen.all;
		longest = Math.max(longest, ours);
		if (ours + took * seen.loading / seen.all > LIMIT)
			note(took, ours, seen);
	}

	private void note(long took, long ours, Samples seen) {
		String block = String.format("%d ms, %d of them in %s (%d samples of %d, %d of loading classes)",
				TimeUnit.NANOSECONDS.toMillis(took), TimeUnit.NANOSECONDS.toMillis(ours), seen.culprit, seen.ours, seen.all, seen.loading);
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
			if (now == samples)
				count(now, stack);
		}
	}

	private static void count(Samples now, StackTraceElement[] stack) {
		now.all++;
		int at = culprit(stack);
		if (at < 0)
			return;
		if (Arrays.stream(stack, 0, at).anyMatch(f -> f.getMethodName().equals("loadClass") || f.getMethodName().equals("linkCallSite")))
			now.loading++;
		else
			now.ours++;
		now.culprit = stack[at].toString();
	}

	/** Where in the stack, whose innermost method is first, code of ours is that the platform called in this turn; -1 for none. */
	private static int culprit(StackTraceElement[] stack) {
		int found = -1;
		for (int i = 0; i < stack.length && !isLoop(stack[i].getClassName(), stack[i].getMethodName()); i++) {
			String type = stack[i].getClassName();
			if (found < 0 && (isInherited(stack, i) || opensDialog(stack, i)))
				return -1; // Also when code of ours asked for the editor, as ROM Layout does.
			if (isOurs(type))
				found = found < 0 ? i : found;
			else if (found >= 0 && !type.startsWith("java.") && !type.contains("$$Lambda"))
				return type.startsWith(TESTS) ? -1 : found;
		}
		return found;
	}

	private static boolean isOurs(String type) {
		return type.startsWith(OURS) && !type.startsWith(TESTS);
	}

	/** Whether this is our editor's creation that waits for the one it inherits. */
	private static boolean isInherited(StackTraceElement[] stack, int i) {
		return i > 0 && isOurs(stack[i].getClassName()) && stack[i].getMethodName().equals(OPENING)
				&& stack[i - 1].getMethodName().equals(OPENING);
	}

	/** Whether code of ours waits for the window toolkit to make or show a dialog. */
	private static boolean opensDialog(StackTraceElement[] stack, int i) {
		return i > 0 && isOurs(stack[i].getClassName()) && stack[i - 1].getMethodName().equals("open")
				&& stack[i - 1].getClassName().equals(Window.class.getName());
	}

	/** Each turn that kept the UI thread in code of ours for longer than a person should wait. */
	List<String> blocks() {
		synchronized (blocks) {
			return List.copyOf(blocks);
		}
	}

	/** The longest stay in our code within one turn, milliseconds. */
	long longestMillis() {
		return TimeUnit.NANOSECONDS.toMillis(longest);
	}

	/** Ends with the turn before this call. */
	@Override
	public void close() {
		UiThread.run(() -> {
			for (int boundary : BOUNDARIES)
				display.removeListener(boundary, listener);
		});
		ended = true;
	}
}
