package org.domainfirmware.ui.tests;

import java.util.List;

import org.domainfirmware.debug.ui.vga.VgaDisplayView;
import org.domainfirmware.debug.ui.views.DescriptorTablesView;
import org.domainfirmware.debug.ui.views.DevicesView;
import org.domainfirmware.debug.ui.views.DisassemblyView;
import org.domainfirmware.debug.ui.views.E820MapView;
import org.domainfirmware.debug.ui.views.InterruptTraceView;
import org.domainfirmware.debug.ui.views.SegmentStateView;
import org.domainfirmware.debug.ui.vm86.Vm86MonitorView;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.console.IConsoleConstants;

/** Every view on a guest, ours and the platform's, side by side, none behind another. */
public final class EverythingPerspective implements IPerspectiveFactory {
	static final String ID = "org.domainfirmware.ui.tests.everything";

	/** Columns of the window, from the left; in each the views from the top. */
	static final List<List<String>> COLUMNS = List.of(
			List.of(IDebugUIConstants.ID_DEBUG_VIEW, IDebugUIConstants.ID_BREAKPOINT_VIEW, IDebugUIConstants.ID_EXPRESSION_VIEW,
					IConsoleConstants.ID_CONSOLE_VIEW),
			List.of(IDebugUIConstants.ID_REGISTER_VIEW, IDebugUIConstants.ID_VARIABLE_VIEW, SegmentStateView.ID, E820MapView.ID),
			List.of(DisassemblyView.ID, DescriptorTablesView.ID, InterruptTraceView.ID, DevicesView.ID),
			List.of(VgaDisplayView.ID, IDebugUIConstants.ID_MEMORY_VIEW, Vm86MonitorView.ID, "org.domainfirmware.firmware.ui.romLayout"));

	@Override
	public void createInitialLayout(IPageLayout layout) {
		layout.setEditorAreaVisible(false);
		String left = layout.getEditorArea();
		for (int column = 0; column < COLUMNS.size(); column++) {
			String top = COLUMNS.get(column).get(0);
			layout.addView(top, column == 0 ? IPageLayout.LEFT : IPageLayout.RIGHT, column == 0 ? 0.95f : share(COLUMNS, column), left);
			left = top;
		}
		for (List<String> views : COLUMNS)
			for (int row = 1; row < views.size(); row++)
				layout.addView(views.get(row), IPageLayout.BOTTOM, share(views, row), views.get(row - 1));
	}

	/** What the part before keeps when the parts from an index on are still to be taken from it. */
	private static float share(List<?> parts, int index) {
		return 1f / (parts.size() - index + 1);
	}
}
