package org.domainfirmware.firmware.core.internal;

import java.util.Set;

import org.domainfirmware.firmware.core.ProjectSettings;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IResourceDeltaVisitor;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;

/** Tells whether anything changed that a build could depend on: any file that is not of the build's own making. */
public final class SourceChanges {
    private static final Set<String> DESCRIPTIONS = Set.of(".project", ".cproject");
    private final IPath output;

    public SourceChanges(ProjectSettings settings) {
        output = settings.outputFolder().isEmpty() ? null : IPath.fromPortableString(settings.outputFolder());
    }

    /** @throws CoreException when the delta cannot be read */
    public boolean in(IResourceDelta delta) throws CoreException {
        Visitor visitor = new Visitor();
        delta.accept(visitor);
        return visitor.found;
    }

    private final class Visitor implements IResourceDeltaVisitor {
        private boolean found;

        @Override
        public boolean visit(IResourceDelta d) {
            IResource resource = d.getResource();
            if (found || resource.isDerived() || resource.getProjectRelativePath().equals(output)) {
                return false;
            }
            if (resource instanceof IFile file && relevant(file) && changed(d)) {
                found = true;
            }
            return !found;
        }
    }

    /** The descriptions of the project say nothing to make; but the settings of its build do. */
    private static boolean relevant(IFile file) {
        boolean description = file.getParent() instanceof IProject && DESCRIPTIONS.contains(file.getName());
        return !description && !file.getName().startsWith("org.eclipse.cdt.");
    }

    private static boolean changed(IResourceDelta d) {
        return d.getKind() != IResourceDelta.CHANGED
                || (d.getFlags() & (IResourceDelta.CONTENT | IResourceDelta.REPLACED | IResourceDelta.LOCAL_CHANGED)) != 0;
    }
}
