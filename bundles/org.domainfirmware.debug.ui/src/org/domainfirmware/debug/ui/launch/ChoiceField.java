package org.domainfirmware.debug.ui.launch;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** One of several values. */
final class ChoiceField implements Field {
    /** A value and its name for the user. */
    record Choice(String value, String name) { }

    private final Combo combo;
    private final String attribute;
    private final List<Choice> choices;
    private final String byDefault;

    ChoiceField(Composite parent, String label, String attribute, String byDefault, List<Choice> choices) {
        this.attribute = attribute;
        this.choices = new ArrayList<>(choices);
        this.byDefault = byDefault;
        new Label(parent, SWT.NONE).setText(label);
        combo = new Combo(parent, SWT.READ_ONLY);
        combo.setData("org.domainfirmware.id", attribute);
        choices.forEach(c -> combo.add(c.name()));
        combo.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false, 3, 1));
    }

    /** The chosen value. */
    String value() {
        return combo.getSelectionIndex() < 0 ? byDefault : choices.get(combo.getSelectionIndex()).value();
    }

    @Override
    public void load(ILaunchConfiguration configuration) throws CoreException {
        String value = configuration.getAttribute(attribute, byDefault);
        if (choices.stream().noneMatch(c -> c.value().equals(value))) {
            // Kept, so that saving the other fields does not lose it; that it is not there is said by the check of the tab.
            choices.add(new Choice(value, value + " (not there)"));
            combo.add(value + " (not there)");
        }
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).value().equals(value)) {
                combo.select(i);
            }
        }
    }

    @Override
    public void save(ILaunchConfigurationWorkingCopy configuration) {
        if (value().equals(byDefault)) {
            configuration.removeAttribute(attribute);
        } else {
            configuration.setAttribute(attribute, value());
        }
    }

    @Override
    public void onChange(Runnable run) {
        combo.addListener(SWT.Selection, e -> run.run());
    }
}
