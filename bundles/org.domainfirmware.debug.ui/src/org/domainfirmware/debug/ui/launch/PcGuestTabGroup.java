package org.domainfirmware.debug.ui.launch;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.ui.preferences.DebugPreferences;
import org.eclipse.core.resources.IProject;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTabGroup;
import org.eclipse.debug.ui.CommonTab;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.EnvironmentTab;
import org.eclipse.debug.ui.ILaunchConfigurationDialog;
import org.eclipse.debug.ui.ILaunchConfigurationTab;
import org.eclipse.debug.ui.sourcelookup.SourceLookupTab;

/** The tabs of a "PC Guest" launch configuration. */
public final class PcGuestTabGroup extends AbstractLaunchConfigurationTabGroup {
    @Override
    public void createTabs(ILaunchConfigurationDialog dialog, String mode) {
        List<ILaunchConfigurationTab> tabs = new ArrayList<>(List.of(new FirmwareTab(), new MachineTab(), new DrivesTab(),
                new ConsoleTab()));
        if (mode.equals(ILaunchManager.DEBUG_MODE)) {
            tabs.add(new DebuggerTab());
            tabs.add(new SourceLookupTab());
        }
        tabs.add(new EnvironmentTab());
        tabs.add(new CommonTab());
        setTabs(tabs.toArray(ILaunchConfigurationTab[]::new));
    }

    @Override
    public void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
        super.setDefaults(configuration);
        IProject project = LaunchSubject.project(DebugUITools.getSelectedResource());
        if (project != null) {
            configuration.setAttribute(LaunchAttributes.PROJECT, project.getName());
        }
        if (!DebugPreferences.isOn(DebugPreferences.REAL_TIME)) {
            configuration.setAttribute(LaunchAttributes.REAL_TIME, false);
        }
    }
}
