package org.domainfirmware.product;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.osgi.framework.Bundle;

/** Makes a project of the firmware sources that the bundle org.domainfirmware.firmware.core carries in its folder sample. */
final class SampleProject {
	static final String NAME = "firmware";

	private static final String NATURE = "org.domainfirmware.firmware.core.nature";
	private static final String FOLDER = "sample/";

	private final Bundle bundle = Platform.getBundle("org.domainfirmware.firmware.core");

	/** @throws CoreException when a file cannot be read from the bundle or written to the workspace */
	IProject create(IProgressMonitor monitor) throws CoreException {
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(NAME);
		project.create(monitor);
		project.open(monitor);
		copy(FOLDER, project, monitor);
		IProjectDescription description = project.getDescription();
		if (!List.of(description.getNatureIds()).contains(NATURE)) {
			description.setNatureIds(new String[] { NATURE });
			project.setDescription(description, monitor);
		}
		return project;
	}

	private void copy(String folder, IContainer target, IProgressMonitor monitor) throws CoreException {
		for (String path : entries(folder)) {
			IPath name = IPath.fromPortableString(path.substring(folder.length()));
			if (path.endsWith("/")) {
				IFolder child = target.getFolder(name);
				child.create(true, true, monitor);
				copy(path, child, monitor);
			} else {
				copyFile(path, target.getFile(name), monitor);
			}
		}
	}

	private List<String> entries(String folder) {
		var paths = bundle.getEntryPaths(folder);
		return paths == null ? List.of() : Collections.list(paths);
	}

	private void copyFile(String path, IFile file, IProgressMonitor monitor) throws CoreException {
		URL source = bundle.getEntry(path);
		try (InputStream content = FileLocator.resolve(source).openStream()) {
			if (file.exists())
				file.setContents(content, true, false, monitor);
			else
				file.create(content, true, monitor);
		} catch (IOException e) {
			throw new CoreException(Status.error("The sample file " + path + " cannot be read", e));
		}
	}
}
