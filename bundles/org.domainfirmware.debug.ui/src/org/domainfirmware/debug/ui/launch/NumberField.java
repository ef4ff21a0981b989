package org.domainfirmware.debug.ui.launch;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;

/** A number in a range. */
final class NumberField implements Field {
    private final Spinner spinner;
    private final String attribute;
    private final int byDefault;

    NumberField(Composite parent, String label, String attribute, int byDefault, int least, int most) {
        this.attribute = attribute;
        this.byDefault = byDefault;
        new Label(parent, SWT.NONE).setText(label);
        spinner = new Spinner(parent, SWT.BORDER);
        spinner.setValues(byDefault, least, most, 0, 1, 16);
        spinner.setData("org.domainfirmware.id", attribute);
        spinner.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false, 3, 1));
    }

    @Override
    public void load(ILaunchConfiguration configuration) throws CoreException {
        spinner.setSelection(configuration.getAttribute(attribute, byDefault));
    }

    @Override
    public void save(ILaunchConfigurationWorkingCopy configuration) {
        if (spinner.getSelection() == byDefault) {
            configuration.removeAttribute(attribute);
        } else {
            configuration.setAttribute(attribute, spinner.getSelection());
        }
    }

    @Override
    public void onChange(Runnable run) {
        spinner.addListener(SWT.Modify, e -> run.run());
    }
}
