package org.domainfirmware.firmware.core.internal;

import java.util.ArrayList;
import java.util.List;

import org.domainfirmware.firmware.core.FirmwareCore;
import org.domainfirmware.firmware.core.ProjectSettings;
import org.domainfirmware.firmware.core.source.CDeclarations;
import org.eclipse.cdt.core.CCorePlugin;
import org.eclipse.cdt.core.CProjectNature;
import org.eclipse.cdt.core.model.CoreModel;
import org.eclipse.cdt.core.model.ICProject;
import org.eclipse.cdt.core.model.IPathEntry;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;

/**
 * Makes a firmware project a C project of CDT's too: with its model and index, and no builder of its. An editor of CDT's, where it is
 * installed, then works on the project's sources.
 */
public final class CdtNature {
    private static final String OWNER = FirmwareCore.ID + ".owner";
    /** The folder of headers in our own firmware and in many others, of the whole or of a part. */
    private static final String INCLUDE = "include";

    private CdtNature() {
    }

    /**
     * Gives an open project the C nature, if it has it not yet.
     *
     * @throws CoreException when the project cannot be written
     */
    public static void add(IProject project, IProgressMonitor monitor) throws CoreException {
        if (project.hasNature(CProjectNature.C_NATURE_ID)) {
            return;
        }
        CCorePlugin.getDefault().createCProject(project.getDescription(), project, monitor, OWNER);
        ICProject c = CoreModel.getDefault().create(project);
        c.setRawPathEntries(entries(project).toArray(IPathEntry[]::new), monitor);
    }

    /** The sources but for what is built, where headers are, and the words that only our compilers know. */
    private static List<IPathEntry> entries(IProject project) throws CoreException {
        IPath path = project.getFullPath();
        String output = ProjectSettings.of(project).outputFolder();
        IPath built = output.isEmpty() ? null : IPath.fromPortableString(output).uptoSegment(1).addTrailingSeparator();
        List<IPathEntry> entries = new ArrayList<>();
        entries.add(CoreModel.newSourceEntry(path, built == null ? new IPath[0] : new IPath[] { built }));
        List<IFolder> folders = new ArrayList<>(List.of(project.getFolder(INCLUDE)));
        for (IResource member : project.members()) {
            if (member instanceof IFolder part) {
                folders.add(part.getFolder(INCLUDE));
            }
        }
        folders.stream().filter(IFolder::exists).forEach(f -> entries.add(CoreModel.newIncludeEntry(path, null, f.getLocation())));
        CDeclarations.MACROS.forEach((name, value) -> entries.add(CoreModel.newMacroEntry(path, name, value)));
        return entries;
    }
}
