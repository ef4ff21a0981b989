package org.domainfirmware.debug.ui;

import org.domainfirmware.debug.ui.vga.VgaDisplayView;
import org.domainfirmware.debug.ui.vm86.Vm86MonitorView;
import org.domainfirmware.debug.ui.views.DescriptorTablesView;
import org.domainfirmware.debug.ui.views.DevicesView;
import org.domainfirmware.debug.ui.views.DisassemblyView;
import org.domainfirmware.debug.ui.views.E820MapView;
import org.domainfirmware.debug.ui.views.InterruptTraceView;
import org.domainfirmware.debug.ui.views.SegmentStateView;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.console.IConsoleConstants;

/** One perspective for editing, building and debugging firmware: nobody should have to switch in order to see a register. */
public class FirmwarePerspective implements IPerspectiveFactory {
    public static final String ID = "org.domainfirmware.debug.ui.perspective";

    private static final String EXPLORER = "org.eclipse.ui.navigator.ProjectExplorer";
    /** Toggle Breakpoint and its kin in the Run menu. */
    private static final String BREAKPOINTS = "org.eclipse.debug.ui.breakpointActionSet";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        // Half of a small window, 640 pixels, is what the titles of these views need; a larger one has room for a VGA text
        // screen at its own size.
        IFolderLayout state = layout.createFolder("state", IPageLayout.RIGHT, 0.5f, editors);
        state.addView(IDebugUIConstants.ID_REGISTER_VIEW);
        state.addView(IDebugUIConstants.ID_VARIABLE_VIEW);
        state.addView(IDebugUIConstants.ID_BREAKPOINT_VIEW);
        state.addView(DisassemblyView.ID);
        state.addView(SegmentStateView.ID);
        state.addPlaceholder(IDebugUIConstants.ID_EXPRESSION_VIEW);
        IFolderLayout screen = layout.createFolder("screen", IPageLayout.BOTTOM, 0.4f, "state");
        screen.addView(VgaDisplayView.ID);
        screen.addView(DevicesView.ID);
        screen.addView(DescriptorTablesView.ID);
        screen.addView(E820MapView.ID);
        screen.addPlaceholder(Vm86MonitorView.ID);
        IFolderLayout output = layout.createFolder("output", IPageLayout.BOTTOM, 0.68f, editors);
        output.addView(IConsoleConstants.ID_CONSOLE_VIEW);
        output.addView(IDebugUIConstants.ID_MEMORY_VIEW);
        output.addView(IPageLayout.ID_PROBLEM_VIEW);
        output.addView(InterruptTraceView.ID);
        // As wide as the files and the editors together: a frame has a function, a source line and CS:IP.
        layout.addView(IDebugUIConstants.ID_DEBUG_VIEW, IPageLayout.TOP, 0.38f, editors);
        IFolderLayout files = layout.createFolder("files", IPageLayout.LEFT, 0.36f, editors);
        files.addView(EXPLORER);
        files.addPlaceholder(IPageLayout.ID_OUTLINE);
        layout.addActionSet(IDebugUIConstants.LAUNCH_ACTION_SET);
        layout.addActionSet(IDebugUIConstants.DEBUG_ACTION_SET);
        layout.addActionSet(BREAKPOINTS);
        layout.addPerspectiveShortcut(IDebugUIConstants.ID_DEBUG_PERSPECTIVE);
        for (String view : new String[] {VgaDisplayView.ID, E820MapView.ID, SegmentStateView.ID, DescriptorTablesView.ID,
            DisassemblyView.ID, InterruptTraceView.ID, Vm86MonitorView.ID, DevicesView.ID, IDebugUIConstants.ID_EXPRESSION_VIEW}) {
            layout.addShowViewShortcut(view);
        }
    }
}
