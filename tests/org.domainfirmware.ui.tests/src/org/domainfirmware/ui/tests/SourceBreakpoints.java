package org.domainfirmware.ui.tests;

import java.util.Arrays;
import java.util.List;

import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.debug.core.breakpoints.GuestLineBreakpoint;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IBreakpointManager;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;

/** Breakpoints on lines, made and removed by the menu. */
final class SourceBreakpoints {
	private SourceBreakpoints() {
	}

	static ITextEditor open(IFile file) {
		return UiThread.call(() -> {
			try {
				return (ITextEditor) IDE.openEditor(Windows.main().getActivePage(), file);
			} catch (PartInitException e) {
				throw new AssertionError(e);
			}
		});
	}

	/** Opens a file and puts the caret on a line, from 1. */
	static StyledText caret(IFile file, int line) {
		ITextEditor editor = open(file);
		return UiThread.call(() -> {
			try {
				Windows.main().getActivePage().activate(editor);
				editor.selectAndReveal(editor.getDocumentProvider().getDocument(editor.getEditorInput()).getLineOffset(line - 1), 0);
			} catch (BadLocationException e) {
				throw new AssertionError(e);
			}
			return (StyledText) editor.getAdapter(Control.class);
		});
	}

	/** Puts the caret on a line, from 1, and selects Run > Toggle Breakpoint. */
	static void toggle(IFile file, int line) {
		boolean before = isSet(file, line);
		caret(file, line);
		Menus.select("Run", "Toggle Breakpoint");
		Wait.until("the breakpoint", () -> isSet(file, line) != before);
	}

	static boolean isSet(IFile file, int line) {
		return Arrays.stream(manager().getBreakpoints(DebugCore.MODEL_ID)).anyMatch(b -> isAt(b, file, line));
	}

	private static boolean isAt(IBreakpoint breakpoint, IFile file, int line) {
		IMarker marker = breakpoint.getMarker();
		return breakpoint instanceof GuestLineBreakpoint && marker.getResource().equals(file)
				&& marker.getAttribute(IMarker.LINE_NUMBER, 0) == line;
	}

	static List<IBreakpoint> all() {
		return List.of(manager().getBreakpoints(DebugCore.MODEL_ID));
	}

	/** Leaves no breakpoint of a guest behind. */
	static void removeAll() throws CoreException {
		manager().removeBreakpoints(manager().getBreakpoints(DebugCore.MODEL_ID), true);
	}

	private static IBreakpointManager manager() {
		return DebugPlugin.getDefault().getBreakpointManager();
	}
}
