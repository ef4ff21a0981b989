package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.jface.text.source.IVerticalRulerInfo;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Breakpoints made by a double click beside a line. */
@ExtendWith(FirmwareWorkbench.class)
class SourceMarginTest {
	/** A call that the compiler puts inline: its instructions belong to lines of a header. */
	private static final String INLINED = "post_code(0x80);";

	private IProject project;
	private GuestUnderTest guest;

	@BeforeEach
	void workbench() {
		project = SampleFirmware.built();
	}

	@Test
	void doubleClickSetsAndRemoves() {
		IFile post = project.getFile("rombios/post.c");
		int line = SampleFirmware.line(post, INLINED);
		doubleClick(post, line);
		Wait.until("the breakpoint at line " + line, () -> SourceBreakpoints.isSet(post, line));
		Screenshot.screen("margin-breakpoint");
		doubleClick(post, line);
		Wait.until("the breakpoint to go", () -> !SourceBreakpoints.isSet(post, line));
	}

	@Test
	void inlinedCallStopsAtItsLine() throws CoreException {
		IFile post = project.getFile("rombios/post.c");
		int line = SampleFirmware.line(post, INLINED);
		SourceBreakpoints.toggle(post, line);
		ILaunchConfigurationWorkingCopy configuration = DebugPlugin.getDefault().getLaunchManager()
				.getLaunchConfigurationType(DebugCore.LAUNCH_TYPE).newInstance(null, "inlined call");
		configuration.setAttribute(LaunchAttributes.PROJECT, project.getName());
		guest = GuestUnderTest.debug(configuration.doSave());
		guest.waitUntilStopped();
		IStackFrame top = guest.target().thread().getTopStackFrame();
		assertTrue(top.getName().startsWith("post_main()"), top.getName());
		assertEquals(line, top.getLineNumber(), top.getName());
		assertEquals(1, guest.target().thread().getBreakpoints().length);
		Screenshot.screen("inlined-call");
	}

	private static void doubleClick(IFile file, int line) {
		ITextEditor editor = SourceBreakpoints.open(file);
		StyledText text = (StyledText) UiThread.call(() -> editor.getAdapter(Control.class));
		UiThread.run(() -> text.setTopIndex(Math.max(0, line - 10)));
		Wait.until("the editor's lines", () -> text.getSize().y > 0 && text.getLineIndex(text.getLinePixel(line - 1)) == line - 1);
		int y = UiThread.call(() -> text.getLinePixel(line - 1) + text.getLineHeight() / 2);
		Composite margin = (Composite) UiThread.call(() -> editor.getAdapter(IVerticalRulerInfo.class).getControl());
		Click.twiceAt(UiThread.call(() -> margin.getChildren()[0]), 3, y);
	}
}
