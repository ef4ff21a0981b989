package org.domainfirmware.debug.ui;

import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.console.IConsoleConstants;

/** One perspective for editing, building and debugging firmware: nobody should have to switch in order to see a register. */
public class FirmwarePerspective implements IPerspectiveFactory {
	public static final String ID = "org.domainfirmware.debug.ui.perspective";

	@Override
	public void createInitialLayout(IPageLayout layout) {
		String editors = layout.getEditorArea();
		layout.addView("org.eclipse.ui.navigator.ProjectExplorer", IPageLayout.LEFT, 0.2f, editors);
		layout.addView(IDebugUIConstants.ID_DEBUG_VIEW, IPageLayout.BOTTOM, 0.55f,
				"org.eclipse.ui.navigator.ProjectExplorer");
		IFolderLayout state = layout.createFolder("state", IPageLayout.RIGHT, 0.62f, editors);
		state.addView(IDebugUIConstants.ID_REGISTER_VIEW);
		state.addView(IDebugUIConstants.ID_VARIABLE_VIEW);
		state.addView(IDebugUIConstants.ID_BREAKPOINT_VIEW);
		state.addView(IPageLayout.ID_OUTLINE);
		state.addPlaceholder(IDebugUIConstants.ID_EXPRESSION_VIEW);
		IFolderLayout output = layout.createFolder("output", IPageLayout.BOTTOM, 0.62f, editors);
		output.addView(IConsoleConstants.ID_CONSOLE_VIEW);
		output.addView(IDebugUIConstants.ID_MEMORY_VIEW);
		output.addView(IPageLayout.ID_PROBLEM_VIEW);
		layout.addActionSet(IDebugUIConstants.LAUNCH_ACTION_SET);
		layout.addActionSet(IDebugUIConstants.DEBUG_ACTION_SET);
	}
}
