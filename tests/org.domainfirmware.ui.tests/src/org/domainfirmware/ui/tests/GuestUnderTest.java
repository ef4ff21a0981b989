package org.domainfirmware.ui.tests;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.core.model.GuestDebugTarget;
import org.domainfirmware.debug.core.model.GuestProcess;
import org.domainfirmware.debug.core.model.GuestSession;
import org.domainfirmware.debug.core.model.GuestStackFrame;
import org.domainfirmware.debug.ui.vga.VgaDisplayView;
import org.domainfirmware.emulator.debug.RegistersView;
import org.domainfirmware.emulator.debug.StopReason;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.console.TextConsole;
import org.eclipse.ui.texteditor.ITextEditor;

/** A guest that a test started. */
final class GuestUnderTest {
	private static final Duration LAUNCH = Duration.ofSeconds(120);
	private static final Duration BOOT = Duration.ofSeconds(120);
	private static final Duration ANSWER = Duration.ofSeconds(10);
	private static final int RESET_VECTOR = 0xFFFFFFF0;

	private final GuestSession session;

	private GuestUnderTest(GuestSession session) {
		this.session = session;
	}

	/** Launches, as the Debug button does. */
	static GuestUnderTest debug(ILaunchConfiguration configuration) {
		UiThread.post(() -> DebugUITools.launch(configuration, "debug"));
		return started(configuration);
	}

	/** Launches, as the Debug button does, and waits for the breakpoint at a line, which is set when there is none. */
	static GuestUnderTest debugTo(ILaunchConfiguration configuration, IFile file, int line) {
		if (!SourceBreakpoints.isSet(file, line))
			SourceBreakpoints.toggle(file, line);
		GuestUnderTest guest = debug(configuration);
		guest.waitUntilAt(file.getName(), line);
		return guest;
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

	/** Waits until it stands at a line of a source, and the editor shows that. */
	void waitUntilAt(String file, int line) {
		Wait.until("the guest to stop in " + file + " at line " + line, BOOT, () -> {
			GuestStackFrame top = target().isSuspended() ? target().thread().top() : null;
			return top != null && top.getName().contains(file + ":") && top.getLineNumber() == line;
		});
		// The Debug view is done when its mark is there: until then it may take another editor away.
		Wait.until("an editor that shows line " + line + " of " + file, () -> Windows.main().getActivePage()
				.getActiveEditor() instanceof ITextEditor editor && editor.getTitle().equals(file) && marked(editor) == line);
	}

	/** The line with the mark of the instruction pointer, from 1; 0 when it has none. */
	private static int marked(ITextEditor editor) {
		IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		IAnnotationModel marks = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
		for (Iterator<Annotation> all = marks.getAnnotationIterator(); all.hasNext();) {
			Annotation mark = all.next();
			if (mark.getType().equals(IDebugUIConstants.ANNOTATION_TYPE_INSTRUCTION_POINTER_CURRENT))
				try {
					return document.getLineOfOffset(marks.getPosition(mark).offset) + 1;
				} catch (BadLocationException e) {
					throw new AssertionError(e);
				}
		}
		return 0;
	}

	/** Waits until it stands at the reset vector of the 80386: F000:FFF0 with CS based at FFFF0000. */
	void waitUntilAtReset() {
		Wait.until("the guest to stand at its reset vector", BOOT, () -> {
			GuestStackFrame top = target().isSuspended() ? target().thread().top() : null;
			return top != null && top.frame().linear() == RESET_VECTOR && target().thread().reason() instanceof StopReason.AtReset;
		});
	}

	RegistersView registers() {
		return answer(session.port().registers());
	}

	/** Whether a row of its screen has the text now, whichever guest the view shows. */
	boolean screenShows(String text) {
		return answer(session.port().screen()).text().stream().anyMatch(row -> row.contains(text));
	}

	/** What a console of it says: of "serial0" to "serial3", "debugcon", or "" for messages. */
	String console(String channel) {
		GuestProcess process = session.processes().stream().filter(p -> p.channel().equals(channel)).findFirst().orElseThrow();
		return UiThread.call(() -> DebugUITools.getConsole(process) instanceof TextConsole console ? console.getDocument().get() : "");
	}

	/** Its launch in the Debug view. */
	TreeItem inDebugView() {
		return Find.in(Windows.main().getShell()).where("the launch " + session.name(), w -> w instanceof TreeItem i
				&& i.getText().startsWith(session.name() + " [PC Guest]")).the(TreeItem.class);
	}

	/** Its processor in the Debug view, when that says what is wanted. */
	TreeItem processor(String says) {
		return Find.in(Windows.main().getShell()).where("the processor of " + session.name() + " that says " + says,
				w -> w instanceof TreeItem i && i.getText().startsWith("Processor") && i.getText().contains(says)
						&& i.getParentItem().getText().startsWith(session.name())).the(TreeItem.class);
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

	/** What the debug port answers; when it does not, the failure says what the guest's threads do. */
	<T> T answer(CompletableFuture<T> asked) {
		try {
			return asked.get(ANSWER.toSeconds(), TimeUnit.SECONDS);
		} catch (TimeoutException e) {
			throw new AssertionError("no answer within " + ANSWER.toSeconds() + " s; threads of guests:\n" + threads(), e);
		} catch (ExecutionException | InterruptedException e) {
			throw new AssertionError(e);
		}
	}

	private static String threads() {
		return Thread.getAllStackTraces().entrySet().stream().filter(t -> t.getKey().getName().startsWith("guest"))
				.map(t -> t.getKey() + "\n" + Arrays.stream(t.getValue()).map(f -> "\tat " + f + "\n").collect(Collectors.joining()))
				.collect(Collectors.joining());
	}

	void terminate() {
		session.terminate();
		Wait.until("the guest to end", session::isTerminated);
	}
}
