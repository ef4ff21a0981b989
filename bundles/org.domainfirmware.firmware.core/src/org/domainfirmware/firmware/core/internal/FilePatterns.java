package org.domainfirmware.firmware.core.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;

/** Files of a project by patterns with * in the file's name. */
public final class FilePatterns {
    private FilePatterns() {
    }

    /** The files that exist, in the order of the patterns, by name within each. */
    public static List<IFile> files(IProject project, List<String> patterns) {
        List<IFile> files = new ArrayList<>();
        for (String pattern : patterns) {
            IPath path = IPath.fromPortableString(pattern).makeRelative();
            if (path.segmentCount() > 0) {
                files(container(project, path.removeLastSegments(1)), path.lastSegment(), files);
            }
        }
        return files;
    }

    private static IContainer container(IProject project, IPath folder) {
        return folder.isEmpty() ? project : project.getFolder(folder);
    }

    private static void files(IContainer folder, String name, List<IFile> files) {
        Pattern pattern = Pattern.compile("\\Q" + name.replace("*", "\\E.*\\Q") + "\\E");
        try {
            if (!folder.isAccessible()) {
                return;
            }
            List<IFile> found = new ArrayList<>();
            for (IResource member : folder.members()) {
                if (member instanceof IFile file && pattern.matcher(file.getName()).matches() && !files.contains(file)) {
                    found.add(file);
                }
            }
            found.sort(Comparator.comparing(IFile::getName));
            files.addAll(found);
        } catch (CoreException e) {
            // The folder was deleted in between: it holds no files.
            return;
        }
    }
}
