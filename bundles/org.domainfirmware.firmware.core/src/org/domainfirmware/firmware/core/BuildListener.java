package org.domainfirmware.firmware.core;

import java.util.List;

import org.eclipse.core.resources.IProject;

/**
 * Told about builds, in the build's thread. Contributed by the extension point {@code buildListeners}, an instance a workbench; several
 * projects may be built one after the other, never side by side.
 */
public interface BuildListener {
    /** A command starts in the project's folder. */
    void started(IProject project, List<String> command);

    /** One line of its output. */
    void output(IProject project, String line);

    /**
     * It ended.
     *
     * @param summary one sentence: what came of it
     */
    void ended(IProject project, boolean good, String summary);
}
