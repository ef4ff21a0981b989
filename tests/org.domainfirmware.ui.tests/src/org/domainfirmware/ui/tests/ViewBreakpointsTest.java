package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.domainfirmware.debug.core.breakpoints.GuestBreakpoint;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.rows.RowsView;
import org.domainfirmware.debug.ui.views.DescriptorTablesView;
import org.domainfirmware.debug.ui.views.DevicesView;
import org.domainfirmware.debug.ui.views.DisassemblyView;
import org.domainfirmware.debug.ui.views.InterruptTraceView;
import org.domainfirmware.debug.ui.views.SegmentStateView;
import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.ui.AbstractDebugView;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Breakpoints that are set from what views show. */
@ExtendWith(FirmwareWorkbench.class)
class ViewBreakpointsTest {
	private static final String ENTRY = "Add Breakpoint...";

	@TempDir
	Path folder;

	/** Opens the dialog on a row. @param names texts of its first column and those above */
	private static void open(String viewId, String... names) {
		RowsView view = (RowsView) Windows.view(viewId);
		int[] place = Wait.value("the row " + String.join(" > ", names), () -> place(view.shownRows(), names));
		UiThread.run(() -> view.tree().select(place));
		Menus.context(view.tree().control(), ENTRY);
	}

	private static int[] place(List<Row> rows, String... names) {
		int[] place = new int[names.length];
		List<Row> level = rows;
		for (int i = 0; i < names.length; i++) {
			List<Row> here = level;
			String name = names[i];
			place[i] = IntStream.range(0, here.size()).filter(n -> here.get(n).cell(0).startsWith(name)).findFirst().orElse(-1);
			if (place[i] < 0)
				return null;
			level = here.get(place[i]).children();
		}
		return place;
	}

	/** The dialog holds what was selected; adding it makes this breakpoint. @param second null where the kind asks nothing more */
	private static void adds(String kind, String where, String second, String made) throws CoreException {
		Shell dialog = Find.shell("Add Breakpoint");
		Combo kinds = Find.in(dialog).id("breakpoint.kind").the(Combo.class);
		assertEquals(kind, UiThread.call(kinds::getText));
		assertEquals(where, UiThread.call(Find.in(dialog).id("breakpoint.where").the(Text.class)::getText));
		if (second != null)
			assertEquals(second, UiThread.call(Find.in(dialog).id("breakpoint.second").the(Text.class)::getText));
		Screenshot.screen("view-breakpoint-" + kind.split("[ /]")[0].toLowerCase());
		Click.on(Find.in(dialog).text("Add").the(Button.class));
		Wait.until("the dialog to close", dialog::isDisposed);
		Wait.until("the breakpoint", () -> SourceBreakpoints.all().size() == 1);
		assertEquals(made, ((GuestBreakpoint) SourceBreakpoints.all().get(0)).label());
		SourceBreakpoints.removeAll();
		Wait.until("no breakpoint", () -> SourceBreakpoints.all().isEmpty());
	}

	@Test
	void onRowsOfOurViews() throws CoreException, IOException {
		ViewsGuest views = ViewsGuest.start(SampleFirmware.built(), folder);
		GuestViews.trace(true);
		views.pressAndStop('s');
		open(DescriptorTablesView.ID, "IVT", "13h");
		adds("Interrupt or exception", "13", "", "INT 13h");
		// The shift flags are the byte at 40:17h, the controller's status is at port 64h.
		open(DevicesView.ID, "BIOS data area", "keyboard flags 1");
		adds("Memory access", "0040:0017", "1", "0040:0017 [1 byte, write]");
		open(DevicesView.ID, "kbc", "status");
		adds("I/O port", "64h", "", "port 0064h [in, out]");
		// Of these functions one is known by AX, one by AH, and one has no number.
		open(InterruptTraceView.ID, "INT 15h AX=E801");
		adds("Interrupt or exception", "15", "E801", "INT 15h, AX=E801h");
		open(InterruptTraceView.ID, "INT 15h AX=88");
		adds("Interrupt or exception", "15", "88", "INT 15h, AH=88h");
		open(InterruptTraceView.ID, "INT 12h");
		adds("Interrupt or exception", "12", "", "INT 12h");
		int here = views.guest().target().thread().top().frame().linear();
		String address = String.format("%08X", here);
		RowsView code = (RowsView) Windows.view(DisassemblyView.ID);
		Click.select(Wait.value("the next instruction", () -> Arrays.stream(code.tree().viewer().getTree().getItems())
				.filter(i -> i.getText(1).equals(address)).findFirst().orElse(null)));
		Menus.context(code.tree().control(), ENTRY);
		adds("Address", String.format("linear:%X", here), null, "linear:" + address);

		RowsView segments = (RowsView) Windows.view(SegmentStateView.ID);
		Wait.until("segments", () -> place(segments.shownRows(), "CS") != null);
		UiThread.run(() -> segments.tree().select(place(segments.shownRows(), "CS")));
		assertFalse(Menus.offered(segments.tree().control()).containsKey(ENTRY), "a segment register is no place to stop at");
	}

	@Test
	void onAVariable() throws CoreException {
		IFile source = SampleFirmware.built().getFile("rombios/int13_floppy.c");
		GuestUnderTest guest = GuestUnderTest.debugTo(GuestUnderTest.configuration("variable", Payloads.image("grub1.img")).doSave(), source,
				SampleFirmware.line(source, "if (r->al && r->cl)"));
		SourceBreakpoints.removeAll();
		IViewPart view = Windows.view(IDebugUIConstants.ID_VARIABLE_VIEW);
		Tree tree = UiThread.call(() -> (Tree) ((AbstractDebugView) view).getViewer().getControl());
		TreeItem registers = Find.in(tree).text("r").the(TreeItem.class);
		UiThread.run(() -> {
			Event event = new Event();
			event.item = registers;
			tree.notifyListeners(SWT.Expand, event);
			registers.setExpanded(true);
		});
		Click.select(Find.in(tree).text("al").the(TreeItem.class));
		Menus.context(tree, "Add Watchpoint...");
		// INT 13h got the caller's registers on its stack: DS:EBX + 18h in the code, which the frame knows as r->al.
		int at = guest.registers().segment(3).base() + guest.registers().general().get(3) + 0x18;
		adds("Memory access", String.format("linear:%X", at), "1", String.format("linear:%X [1 byte, write]", at));
	}
}
