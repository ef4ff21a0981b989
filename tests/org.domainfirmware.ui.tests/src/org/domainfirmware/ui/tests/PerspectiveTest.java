package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.ui.AbstractDebugView;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Firmware perspective on the windows people have, while a guest stands in the firmware's C code. */
@ExtendWith(FirmwareWorkbench.class)
class PerspectiveTest {
	private static final String STOP = "if (r->al && r->cl)";

	private GuestUnderTest stopped() throws CoreException {
		IProject project = SampleFirmware.built();
		IFile source = project.getFile("rombios/int13_floppy.c");
		SourceBreakpoints.toggle(source, SampleFirmware.line(source, STOP));
		GuestUnderTest guest = GuestUnderTest.debug(GuestUnderTest.configuration("floppy", Payloads.image("grub1.img")).doSave());
		guest.waitUntilStopped();
		return guest;
	}

	@Test
	void nothingThatMattersIsCut() throws CoreException {
		stopped();
		for (int[] size : new int[][] { { 1280, 800 }, { 1366, 768 }, { 1600, 1000 }, { 1920, 1080 } }) {
			Windows.size(size[0], size[1]);
			String name = size[0] + "x" + size[1];
			Wait.until("the frames", () -> frames().stream().anyMatch(f -> f.getText().contains("int13_floppy.c")));
			Screenshot.screen("perspective-" + name);
			assertEquals(List.of(), UiThread.call(this::cutTitles), "titles that are cut at " + name);
			assertEquals(List.of(), UiThread.call(this::cutFrames), "stack frames that are cut at " + name);
		}
	}

	/** Titles of views that are not shown, or narrower than their text. */
	private List<String> cutTitles() {
		List<String> cut = new ArrayList<>();
		for (CTabFolder folder : Find.in(Windows.main().getShell()).all(CTabFolder.class))
			for (CTabItem item : folder.getItems()) {
				GC gc = new GC(folder);
				try {
					gc.setFont(item.getFont());
					int needed = gc.textExtent(item.getText()).x + (item.getImage() == null ? 0 : item.getImage().getBounds().width);
					if (!item.isShowing() || item.getBounds().width < needed)
						cut.add(item.getText() + ": " + item.getBounds().width + " of " + needed);
				} finally {
					gc.dispose();
				}
			}
		return cut;
	}

	private List<TreeItem> frames() {
		IViewPart debug = Windows.page().findView(IDebugUIConstants.ID_DEBUG_VIEW);
		Tree tree = (Tree) ((AbstractDebugView) debug).getViewer().getControl();
		List<TreeItem> frames = new ArrayList<>();
		for (TreeItem launch : tree.getItems())
			for (TreeItem target : launch.getItems())
				for (TreeItem thread : target.getItems())
					frames.addAll(Arrays.asList(thread.getItems()));
		return frames;
	}

	/** Frames whose text ends behind the view's edge. */
	private List<String> cutFrames() {
		List<String> cut = new ArrayList<>();
		for (TreeItem frame : frames()) {
			Rectangle text = frame.getTextBounds(0);
			GC gc = new GC(frame.getParent());
			int width = gc.textExtent(frame.getText()).x;
			gc.dispose();
			if (text.x + width > frame.getParent().getClientArea().width)
				cut.add(frame.getText());
		}
		return cut;
	}
}
