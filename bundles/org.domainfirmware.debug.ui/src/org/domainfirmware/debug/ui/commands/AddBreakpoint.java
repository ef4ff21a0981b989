package org.domainfirmware.debug.ui.commands;

import org.domainfirmware.debug.ui.breakpoints.AddBreakpointDialog;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the dialog for breakpoints that belong to no line. */
public final class AddBreakpoint extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        new AddBreakpointDialog(HandlerUtil.getActiveShell(event)).open();
        return null;
    }
}
