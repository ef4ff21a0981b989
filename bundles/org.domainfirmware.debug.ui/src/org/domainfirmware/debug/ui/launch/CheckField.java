package org.domainfirmware.debug.ui.launch;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** Yes or no. */
final class CheckField implements Field {
    private final Button button;
    private final String attribute;
    private final boolean byDefault;

    CheckField(Composite parent, String text, String attribute, boolean byDefault, int columns) {
        this.attribute = attribute;
        this.byDefault = byDefault;
        button = new Button(parent, SWT.CHECK);
        button.setText(text);
        button.setData("org.domainfirmware.id", attribute);
        button.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false, columns, 1));
    }

    @Override
    public void load(ILaunchConfiguration configuration) throws CoreException {
        button.setSelection(configuration.getAttribute(attribute, byDefault));
    }

    @Override
    public void save(ILaunchConfigurationWorkingCopy configuration) {
        if (button.getSelection() == byDefault) {
            configuration.removeAttribute(attribute);
        } else {
            configuration.setAttribute(attribute, button.getSelection());
        }
    }

    @Override
    public void onChange(Runnable run) {
        button.addListener(SWT.Selection, e -> run.run());
    }
}
