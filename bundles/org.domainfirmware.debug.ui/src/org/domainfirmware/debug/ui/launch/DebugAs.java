package org.domainfirmware.debug.ui.launch;

import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.actions.ContextualLaunchAction;

/** The context menu's Debug As, see {@link RunAs}. */
public final class DebugAs extends ContextualLaunchAction {
    /** Made by the workbench. */
    public DebugAs() {
        super(ILaunchManager.DEBUG_MODE);
    }
}
