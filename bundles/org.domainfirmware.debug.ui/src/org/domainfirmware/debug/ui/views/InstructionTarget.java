package org.domainfirmware.debug.ui.views;

import java.util.function.Supplier;
import org.domainfirmware.debug.ui.breakpoints.AddressBreakpoints;
import org.domainfirmware.debug.ui.breakpoints.LineToggles;
import org.domainfirmware.emulator.debug.DisassembledInstruction;
import org.eclipse.debug.core.model.ISuspendResume;
import org.eclipse.debug.ui.actions.IRunToLineTarget;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IWorkbenchPart;

/** Lets the platform's Run to Line and Toggle Breakpoint, with their menus and keys, act on the selected instruction. */
final class InstructionTarget extends LineToggles implements IRunToLineTarget {
    private final Supplier<DisassembledInstruction> selected;
    private final Supplier<Boolean> canRun;
    private final Runnable run;

    /**
     * Made by the view.
     *
     * @param selected gives null when no instruction is
     */
    InstructionTarget(Supplier<DisassembledInstruction> selected, Supplier<Boolean> canRun, Runnable run) {
        this.selected = selected;
        this.canRun = canRun;
        this.run = run;
    }

    @Override
    public void runToLine(IWorkbenchPart part, ISelection selection, ISuspendResume target) {
        run.run();
    }

    @Override
    public boolean canRunToLine(IWorkbenchPart part, ISelection selection, ISuspendResume target) {
        return canRun.get(); // The platform does not ask again when another row is selected.
    }

    @Override
    public void toggleLineBreakpoints(IWorkbenchPart part, ISelection selection) {
        DisassembledInstruction at = selected.get();
        if (at != null) {
            AddressBreakpoints.toggle(part.getSite().getShell(), at.linear());
        }
    }

    @Override
    public boolean canToggleLineBreakpoints(IWorkbenchPart part, ISelection selection) {
        return true;
    }
}
