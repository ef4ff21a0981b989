package org.domainfirmware.debug.ui.launch;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;

/** An attribute of a launch configuration and its widgets. */
interface Field {
    void load(ILaunchConfiguration configuration) throws CoreException;

    void save(ILaunchConfigurationWorkingCopy configuration);

    /** What is wrong with what was typed, for the user; null when nothing is. */
    default String problem() {
        return null;
    }

    void onChange(Runnable run);
}
