package org.domainfirmware.debug.ui.launch;

import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** A list of files, a line each. */
final class LinesField implements Field {
    private final Text text;
    private final String attribute;

    LinesField(Composite parent, String label, String attribute) {
        this.attribute = attribute;
        new Label(parent, SWT.NONE).setText(label);
        text = new Text(parent, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        text.setData("org.domainfirmware.id", attribute);
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, false, 2, 1);
        data.heightHint = 50;
        text.setLayoutData(data);
        Button add = new Button(parent, SWT.PUSH);
        add.setText("Add...");
        add.setLayoutData(new GridData(SWT.FILL, SWT.TOP, false, false));
        add.addListener(SWT.Selection, e -> {
            String chosen = new FileDialog(text.getShell(), SWT.OPEN).open();
            if (chosen != null) {
                text.setText(text.getText().isBlank() ? chosen : text.getText().stripTrailing() + "\n" + chosen);
            }
        });
    }

    private List<String> lines() {
        return text.getText().lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }

    @Override
    public void load(ILaunchConfiguration configuration) throws CoreException {
        Field.show(text, String.join("\n", configuration.getAttribute(attribute, List.of())));
    }

    @Override
    public void save(ILaunchConfigurationWorkingCopy configuration) {
        if (lines().isEmpty()) {
            configuration.removeAttribute(attribute);
        } else {
            configuration.setAttribute(attribute, lines());
        }
    }

    @Override
    public void onChange(Runnable run) {
        text.addListener(SWT.Modify, e -> run.run());
    }
}
