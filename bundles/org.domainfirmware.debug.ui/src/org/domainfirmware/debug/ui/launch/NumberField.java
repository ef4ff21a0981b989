package org.domainfirmware.debug.ui.launch;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** A number in a range. What is typed stays as it is typed: a value that jumps back by itself would be taken for the one typed. */
final class NumberField implements Field {
    private static final int DIGITS_WIDTH = 80;

    private final Text text;
    private final String name;
    private final String attribute;
    private final int byDefault;
    private final int least;
    private final int most;

    /** @param name with its unit, as in "Memory, MiB" */
    NumberField(Composite parent, String name, String attribute, int byDefault, int least, int most) {
        this.name = name;
        this.attribute = attribute;
        this.byDefault = byDefault;
        this.least = least;
        this.most = most;
        new Label(parent, SWT.NONE).setText(name + ":");
        text = new Text(parent, SWT.BORDER);
        text.setData("org.domainfirmware.id", attribute);
        GridData data = new GridData(SWT.BEGINNING, SWT.CENTER, false, false, 3, 1);
        data.widthHint = DIGITS_WIDTH;
        text.setLayoutData(data);
    }

    /** The number typed; one that is out of range when it is none. */
    private int number() {
        try {
            return Integer.parseInt(text.getText().strip());
        } catch (NumberFormatException e) {
            return least - 1;
        }
    }

    @Override
    public void load(ILaunchConfiguration configuration) throws CoreException {
        Field.show(text, Integer.toString(configuration.getAttribute(attribute, byDefault)));
    }

    @Override
    public void save(ILaunchConfigurationWorkingCopy configuration) {
        if (problem() != null) {
            return;
        }
        if (number() == byDefault) {
            configuration.removeAttribute(attribute);
        } else {
            configuration.setAttribute(attribute, number());
        }
    }

    @Override
    public String problem() {
        int number = number();
        return number >= least && number <= most ? null
                : name + ": '" + text.getText() + "' is no number from " + least + " to " + most;
    }

    @Override
    public void onChange(Runnable run) {
        text.addListener(SWT.Modify, e -> run.run());
    }
}
