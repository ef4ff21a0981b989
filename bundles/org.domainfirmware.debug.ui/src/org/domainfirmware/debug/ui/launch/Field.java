package org.domainfirmware.debug.ui.launch;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.swt.widgets.Text;

/** An attribute of a launch configuration and its widgets. */
interface Field {
    void load(ILaunchConfiguration configuration) throws CoreException;

    void save(ILaunchConfigurationWorkingCopy configuration);

    /** What is typed and cannot be saved, such as letters for a number, in words for the user; null when it can. */
    default String problem() {
        return null;
    }

    void onChange(Runnable run);

    /** Shows a text that is not shown already: GTK lays the window out for every one, and most fields are empty before and after. */
    static void show(Text field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }
}
