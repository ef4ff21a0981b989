package org.domainfirmware.debug.ui.breakpoints;

import org.domainfirmware.debug.core.breakpoints.Behaviour;
import org.domainfirmware.debug.core.breakpoints.GuestBreakpoint;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;

/** Condition, hit count and what happens at a hit: the same for every breakpoint. */
final class BehaviourGroup {
    private final Text condition;
    private final Spinner ignore;
    private final Button log;
    private final Text message;

    BehaviourGroup(Composite parent) {
        Group group = new Group(parent, SWT.NONE);
        group.setText("When it is hit");
        group.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
        group.setLayout(new GridLayout(2, false));
        new Label(group, SWT.NONE).setText("Only if:");
        condition = new Text(group, SWT.BORDER);
        condition.setData(AddBreakpointDialog.ID, "breakpoint.condition");
        condition.setMessage("always; an expression such as ax == 0x4200 && [ds:si+2] != 0");
        condition.setLayoutData(wide());
        new Label(group, SWT.NONE).setText("Ignore the first hits:");
        ignore = new Spinner(group, SWT.BORDER);
        ignore.setData(AddBreakpointDialog.ID, "breakpoint.ignore");
        ignore.setValues(0, 0, Integer.MAX_VALUE, 0, 1, 10);
        log = new Button(group, SWT.CHECK);
        log.setText("Log instead of stopping:");
        message = new Text(group, SWT.BORDER);
        message.setData(AddBreakpointDialog.ID, "breakpoint.message");
        message.setMessage("what was hit; {expressions in braces} are replaced by their values");
        message.setLayoutData(wide());
        log.addListener(SWT.Selection, e -> message.setEnabled(log.getSelection()));
        message.setEnabled(false);
    }

    private static GridData wide() {
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.widthHint = 360;
        return data;
    }

    void load(GuestBreakpoint breakpoint) {
        condition.setText(breakpoint.condition());
        ignore.setSelection(breakpoint.ignoreCount());
        log.setSelection(breakpoint.isLog());
        message.setText(breakpoint.logMessage());
        message.setEnabled(breakpoint.isLog());
    }

    /** What is chosen now. */
    Behaviour chosen() {
        return new Behaviour(condition.getText().strip(), ignore.getSelection(), log.getSelection(), message.getText().strip());
    }
}
