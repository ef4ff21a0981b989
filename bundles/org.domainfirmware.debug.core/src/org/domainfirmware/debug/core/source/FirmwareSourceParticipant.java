package org.domainfirmware.debug.core.source;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.domainfirmware.debug.core.model.GuestStackFrame;
import org.domainfirmware.firmware.core.FirmwareProject;
import org.domainfirmware.firmware.core.symbols.DebugInfo;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.sourcelookup.AbstractSourceLookupParticipant;
import org.eclipse.debug.core.sourcelookup.containers.LocalFileStorage;

/** Finds a frame's file: in the launched project, in other firmware projects, by the source path, or where it was compiled. */
public final class FirmwareSourceParticipant extends AbstractSourceLookupParticipant {
    @Override
    public String getSourceName(Object object) {
        String path = path(object);
        return path == null ? null : DebugInfo.lastName(path);
    }

    private static String path(Object object) {
        return object instanceof GuestStackFrame f && f.frame().line() != null ? f.frame().line().file() : null;
    }

    @Override
    public Object[] findSourceElements(Object object) throws CoreException {
        String path = path(object);
        if (path == null) {
            return EMPTY;
        }
        for (IProject project : projects((GuestStackFrame) object)) {
            Optional<IFile> file = FirmwareProject.of(project).sourceFor(path);
            if (file.isPresent()) {
                return new Object[] {file.get()};
            }
        }
        Object[] found = super.findSourceElements(object);
        if (found.length > 0) {
            return found;
        }
        File compiled = Path.of(path).toFile();
        return compiled.isAbsolute() && compiled.isFile() ? new Object[] {new LocalFileStorage(compiled)} : EMPTY;
    }

    private static List<IProject> projects(GuestStackFrame frame) {
        List<IProject> projects = new ArrayList<>();
        IProject own = frame.guest().session().settings().project();
        if (own != null && own.isAccessible()) {
            projects.add(own);
        }
        for (IProject p : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
            if (!p.equals(own) && FirmwareProject.isFirmware(p)) {
                projects.add(p);
            }
        }
        return projects;
    }
}
