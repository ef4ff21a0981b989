package org.domainfirmware.firmware.core.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.domainfirmware.firmware.core.BuildListener;
import org.domainfirmware.firmware.core.FirmwareCore;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.SafeRunner;

/** The contributed listeners of one builder. A defect in one of them is logged and does not stop the build. */
public final class BuildListeners implements BuildListener {
    private final List<BuildListener> listeners = new ArrayList<>();

    public BuildListeners() {
        for (IConfigurationElement e : Platform.getExtensionRegistry().getConfigurationElementsFor(FirmwareCore.ID, "buildListeners")) {
            try {
                listeners.add((BuildListener) e.createExecutableExtension("class"));
            } catch (CoreException x) {
                ILog.get().error("A listener of builds cannot be made: " + e.getAttribute("class"), x);
            }
        }
    }

    @Override
    public void started(IProject project, List<String> command) {
        tell(l -> l.started(project, command));
    }

    @Override
    public void output(IProject project, String line) {
        tell(l -> l.output(project, line));
    }

    @Override
    public void ended(IProject project, boolean good, String summary) {
        tell(l -> l.ended(project, good, summary));
    }

    private void tell(Consumer<BuildListener> what) {
        listeners.forEach(l -> SafeRunner.run(() -> what.accept(l)));
    }
}
