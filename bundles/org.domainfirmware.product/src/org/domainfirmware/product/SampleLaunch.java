package org.domainfirmware.product;

import java.util.List;

import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.IDebugUIConstants;

/** The launch configuration of the sample: a PC guest with the project's ROMs, which Debug stops in its first C function. */
final class SampleLaunch {
	static final String NAME = "PC guest with firmware";

	/** Where the power-on self test begins in C, as "main" is where other debuggers stop. */
	private static final String FIRST_FUNCTION = "post_main";
	private static final String TYPE = "org.domainfirmware.debug.core.launch.pcGuest";

	private final IProject project;

	SampleLaunch(IProject project) {
		this.project = project;
	}

	/** @throws CoreException when the debugger is not part of this installation or the workspace cannot be written */
	void create() throws CoreException {
		ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
		ILaunchConfigurationType type = manager.getLaunchConfigurationType(TYPE);
		if (type == null)
			throw new CoreException(Status.error("No launch configuration type " + TYPE + ": the debugger is not installed"));
		ILaunchConfigurationWorkingCopy configuration = type.newInstance(null, NAME);
		configuration.setAttribute(LaunchAttributes.PROJECT, project.getName());
		configuration.setAttribute(LaunchAttributes.STOP_AT, LaunchAttributes.STOP_AT_SYMBOL);
		configuration.setAttribute(LaunchAttributes.STOP_SYMBOL, FIRST_FUNCTION);
		configuration.setMappedResources(new IResource[] { project });
		// At the head of the menus of the Debug and Run buttons.
		configuration.setAttribute(IDebugUIConstants.ATTR_FAVORITE_GROUPS,
				List.of(IDebugUIConstants.ID_DEBUG_LAUNCH_GROUP, IDebugUIConstants.ID_RUN_LAUNCH_GROUP));
		configuration.doSave();
	}
}
