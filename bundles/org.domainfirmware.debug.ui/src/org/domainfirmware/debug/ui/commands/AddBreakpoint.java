package org.domainfirmware.debug.ui.commands;

import java.util.Optional;
import org.domainfirmware.debug.ui.breakpoints.AddBreakpointDialog;
import org.domainfirmware.debug.ui.breakpoints.BreakpointProposal;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the dialog for breakpoints that belong to no line; on a variable or on memory it begins with that. */
public final class AddBreakpoint extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        Optional<BreakpointProposal> proposal = HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection s && s.size() == 1
                ? BreakpointProposal.of(s.getFirstElement()) : Optional.empty();
        new AddBreakpointDialog(HandlerUtil.getActiveShell(event), proposal).open();
        return null;
    }
}
