package org.domainfirmware.debug.ui.breakpoints;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for a breakpoint at an address, function, memory access, port, interrupt or mode change. */
public final class AddBreakpointDialog extends TitleAreaDialog {
    /** Under this name widgets have an id, for tests. */
    static final String ID = "org.domainfirmware.id";

    private final Optional<BreakpointProposal> proposal;
    private Combo kinds;
    private Text where;
    private Label secondLabel;
    private Text second;
    private Composite options;
    private final List<Button> boxes = new ArrayList<>();
    private BehaviourGroup behaviour;

    /** @param proposal what it begins with */
    public AddBreakpointDialog(Shell shell, Optional<BreakpointProposal> proposal) {
        super(shell);
        this.proposal = proposal;
        setHelpAvailable(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Add Breakpoint");
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle("Add a breakpoint");
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        area.setLayout(new GridLayout(2, false));
        new Label(area, SWT.NONE).setText("Stop at:");
        kinds = new Combo(area, SWT.READ_ONLY);
        kinds.setData(ID, "breakpoint.kind");
        for (BreakpointKind kind : BreakpointKind.values()) {
            kinds.add(kind.title());
        }
        kinds.select(0);
        new Label(area, SWT.NONE).setText("Where:");
        where = new Text(area, SWT.BORDER);
        where.setData(ID, "breakpoint.where");
        where.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        secondLabel = new Label(area, SWT.NONE);
        second = new Text(area, SWT.BORDER);
        second.setData(ID, "breakpoint.second");
        second.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        options = new Composite(area, SWT.NONE);
        options.setLayout(new GridLayout(2, true));
        options.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        behaviour = new BehaviourGroup(area);
        kinds.addListener(SWT.Selection, e -> kindChosen());
        proposal.ifPresent(p -> kinds.select(p.kind().ordinal()));
        kindChosen();
        proposal.ifPresent(p -> {
            where.setText(p.where());
            second.setText(p.second());
        });
        where.setFocus();
        return area;
    }

    private BreakpointKind kind() {
        return BreakpointKind.values()[kinds.getSelectionIndex()];
    }

    private void kindChosen() {
        BreakpointKind kind = kind();
        where.setMessage(kind.hint());
        where.setEnabled(!kind.hint().isEmpty());
        secondLabel.setText(kind.secondLabel());
        secondLabel.setVisible(!kind.secondLabel().isEmpty());
        second.setVisible(!kind.secondLabel().isEmpty());
        boxes.forEach(Button::dispose);
        boxes.clear();
        for (String option : kind.options()) {
            Button box = new Button(options, SWT.CHECK);
            box.setText(option);
            box.setSelection(option.equals("write") || kind == BreakpointKind.PORT || option.startsWith("PE"));
            boxes.add(box);
        }
        setMessage(kind.hint().isEmpty() ? "Tick what is to be watched." : kind.hint());
        if (getShell().isVisible()) {
            secondLabel.getParent().layout(true, true);
            getShell().pack();
        }
    }

    @Override
    protected void okPressed() {
        Set<String> chosen = boxes.stream().filter(Button::getSelection).map(Button::getText).collect(Collectors.toSet());
        try {
            kind().make(where.getText().strip(), second.getText().strip(), chosen, behaviour.chosen());
            super.okPressed();
        } catch (IllegalArgumentException | CoreException e) {
            setErrorMessage(e.getMessage());
        }
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, "Add", true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }
}
