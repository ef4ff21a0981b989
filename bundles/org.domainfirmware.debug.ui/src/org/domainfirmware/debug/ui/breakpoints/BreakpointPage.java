package org.domainfirmware.debug.ui.breakpoints;

import org.domainfirmware.debug.core.breakpoints.GuestBreakpoint;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.dialogs.PropertyPage;

/** Properties of a breakpoint: enabled, condition, hits to ignore, logging. */
public final class BreakpointPage extends PropertyPage {
    private Button enabled;
    private BehaviourGroup behaviour;

    private GuestBreakpoint breakpoint() {
        return Adapters.adapt(getElement(), GuestBreakpoint.class);
    }

    @Override
    protected Control createContents(Composite parent) {
        noDefaultAndApplyButton();
        Composite all = new Composite(parent, SWT.NONE);
        all.setLayout(new GridLayout(2, false));
        Label name = new Label(all, SWT.NONE);
        name.setText(breakpoint().label());
        name.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        enabled = new Button(all, SWT.CHECK);
        enabled.setText("Enabled");
        enabled.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        behaviour = new BehaviourGroup(all);
        behaviour.load(breakpoint());
        try {
            enabled.setSelection(breakpoint().isEnabled());
        } catch (CoreException e) {
            setErrorMessage(e.getMessage());
        }
        return all;
    }

    @Override
    public boolean performOk() {
        try {
            breakpoint().setBehaviour(behaviour.chosen());
            breakpoint().setEnabled(enabled.getSelection());
            return true;
        } catch (CoreException e) {
            setErrorMessage(e.getMessage());
            return false;
        }
    }
}
