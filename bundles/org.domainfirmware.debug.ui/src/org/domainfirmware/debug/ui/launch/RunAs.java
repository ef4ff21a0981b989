package org.domainfirmware.debug.ui.launch;

import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.actions.ContextualLaunchAction;

/** The context menu's Run As, for what can be a PC guest. The platform's own is there for a whole kind of objects or not at all. */
public final class RunAs extends ContextualLaunchAction {
    /** Made by the workbench. */
    public RunAs() {
        super(ILaunchManager.RUN_MODE);
    }
}
