package org.domainfirmware.debug.ui.launch;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** A line of text; empty means the default. */
class TextField implements Field {
    private final Text text;
    private final String attribute;

    /**
     * Makes label and text.
     *
     * @param hint what an empty field means
     * @param columns of the grid for the text
     */
    TextField(Composite parent, String label, String hint, String attribute, int columns) {
        this.attribute = attribute;
        new Label(parent, SWT.NONE).setText(label);
        text = new Text(parent, SWT.BORDER);
        text.setMessage(hint);
        text.setData("org.domainfirmware.id", attribute);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, columns, 1));
    }

    final Text text() {
        return text;
    }

    @Override
    public void load(ILaunchConfiguration configuration) throws CoreException {
        Field.show(text, configuration.getAttribute(attribute, ""));
    }

    @Override
    public void save(ILaunchConfigurationWorkingCopy configuration) {
        if (text.getText().isBlank()) {
            configuration.removeAttribute(attribute);
        } else {
            configuration.setAttribute(attribute, text.getText().strip());
        }
    }

    @Override
    public void onChange(Runnable run) {
        text.addListener(SWT.Modify, e -> run.run());
    }
}
