package org.domainfirmware.product;

import org.domainfirmware.firmware.core.FirmwareTemplate;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/** The sample: a project of all the firmware sources that the workbench carries. */
final class SampleProject {
	static final String NAME = "firmware";

	/** @throws CoreException when a file cannot be read from the bundle or written to the workspace */
	IProject create(IProgressMonitor monitor) throws CoreException {
		FirmwareTemplate template = new FirmwareTemplate();
		return template.create(NAME, template.parts(), null, monitor);
	}
}
