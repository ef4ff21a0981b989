package org.domainfirmware.debug.core.launch;

import static org.domainfirmware.debug.core.launch.GuestFiles.wrong;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.domainfirmware.debug.core.guest.GuestSymbols;
import org.domainfirmware.debug.core.model.GuestDebugTarget;
import org.domainfirmware.debug.core.model.GuestSession;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.Machines;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.LaunchConfigurationDelegate;

/** Starts a guest as a launch configuration says; its project is built first. */
public final class PcGuestLaunchDelegate extends LaunchConfigurationDelegate {
    @Override
    protected IProject[] getBuildOrder(ILaunchConfiguration configuration, String mode) throws CoreException {
        IProject project = GuestSettings.project(configuration);
        return project == null ? null : computeReferencedBuildOrder(new IProject[] {project});
    }

    @Override
    protected IProject[] getProjectsForProblemSearch(ILaunchConfiguration configuration, String mode) throws CoreException {
        return getBuildOrder(configuration, mode);
    }

    @Override
    public void launch(ILaunchConfiguration configuration, String mode, ILaunch launch, IProgressMonitor monitor)
            throws CoreException {
        GuestSettings settings = GuestSettings.of(configuration);
        GuestSymbols symbols = GuestSymbols.read(settings.symbols());
        boolean debug = mode.equals(ILaunchManager.DEBUG_MODE);
        StartPlace start = debug ? StartPlace.of(configuration, symbols) : null;
        String name = configuration.getName();
        // What can fail is done before the launch has anything that would stay in the Debug view.
        OutputFiles outputs = OutputFiles.open(settings.outputs());
        DebugPort port = null;
        boolean started = false;
        try {
            port = start(name, settings);
            outputs.follow(port);
            if (monitor.isCanceled()) {
                return;
            }
            GuestSession session = new GuestSession(launch, name, port, settings, symbols);
            addConsoles(configuration, session);
            port.realTime(configuration.getAttribute(LaunchAttributes.REAL_TIME, true));
            if (debug) {
                GuestDebugTarget target = new GuestDebugTarget(session);
                launch.addDebugTarget(target);
                target.begin(start.run(), start.stopAt());
            } else {
                port.resume();
            }
            started = true;
        } finally {
            if (port == null) {
                outputs.close();
            } else if (!started) {
                port.terminate();
            }
        }
    }

    private static DebugPort start(String name, GuestSettings settings) throws CoreException {
        try {
            return settings.loader() == null ? Machines.start(name, settings.machine())
                    : Machines.startDomain(name, settings.machine(), settings.loader());
        } catch (NoSuchFileException e) {
            throw wrong("the file " + e.getFile() + " is not there any more");
        } catch (IOException | IllegalArgumentException e) {
            throw wrong(e.getMessage());
        } catch (OutOfMemoryError e) {
            throw GuestMachine.tooLarge(settings.machine().memoryMiB());
        }
    }

    /** The platform shows the first one at the start: that of firmware's own log, when there is one. */
    private static void addConsoles(ILaunchConfiguration c, GuestSession session) throws CoreException {
        if (c.getAttribute(LaunchAttributes.DEBUG_CONSOLE, true)) {
            session.addConsole("debugcon", "debug console");
        }
        for (int i = 0; i < LaunchAttributes.SERIAL_PORTS; i++) {
            if (c.getAttribute(LaunchAttributes.serialConsole(i), i == 0)) {
                session.addConsole("serial" + i, "COM" + (i + 1));
            }
        }
        session.addConsole("", "messages");
    }
}
