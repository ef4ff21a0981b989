package org.domainfirmware.debug.core.launch;

import static org.domainfirmware.debug.core.launch.GuestFiles.wrong;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.domainfirmware.debug.core.guest.GuestAddress;
import org.domainfirmware.debug.core.guest.GuestSymbols;
import org.domainfirmware.debug.core.guest.SymbolPlaces;
import org.domainfirmware.debug.core.model.GuestDebugTarget;
import org.domainfirmware.debug.core.model.GuestSession;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.Location;
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
    private static final int BOOT_SECTOR = 0x7C00;

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
        boolean debug = mode.equals(ILaunchManager.DEBUG_MODE);
        String name = configuration.getName();
        DebugPort port = start(name, settings);
        if (monitor.isCanceled()) {
            port.terminate();
            return;
        }
        boolean started = false;
        try {
            GuestSession session = new GuestSession(launch, name, port, settings);
            addConsoles(configuration, session);
            port.realTime(configuration.getAttribute(LaunchAttributes.REAL_TIME, true));
            if (debug) {
                Start start = Start.of(configuration, session.symbols());
                GuestDebugTarget target = new GuestDebugTarget(session);
                launch.addDebugTarget(target);
                target.begin(start.run(), start.stopAt());
            } else {
                port.resume();
            }
            started = true;
        } finally {
            if (!started) {
                port.terminate();
            }
        }
    }

    private static DebugPort start(String name, GuestSettings settings) throws CoreException {
        try {
            return settings.loader() == null ? Machines.start(name, settings.machine())
                    : Machines.startDomain(name, settings.machine(), settings.loader());
        } catch (IOException | IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private static void addConsoles(ILaunchConfiguration c, GuestSession session) throws CoreException {
        session.addConsole("", "messages");
        for (int i = 0; i < LaunchAttributes.SERIAL_PORTS; i++) {
            if (c.getAttribute(LaunchAttributes.serialConsole(i), i == 0)) {
                session.addConsole("serial" + i, "COM" + (i + 1));
            }
        }
        if (c.getAttribute(LaunchAttributes.DEBUG_CONSOLE, true)) {
            session.addConsole("debugcon", "debug console");
        }
    }

    /**
     * How far a debugged guest runs first.
     *
     * @param stopAt where it stops; none: nowhere
     */
    private record Start(boolean run, List<Location> stopAt) {
        static Start of(ILaunchConfiguration c, GuestSymbols symbols) throws CoreException {
            String where = c.getAttribute(LaunchAttributes.STOP_AT, LaunchAttributes.STOP_NOWHERE);
            return switch (where) {
                case LaunchAttributes.STOP_AT_RESET -> new Start(false, List.of());
                case LaunchAttributes.STOP_AT_BOOT_SECTOR -> new Start(true, List.of(new Location.Linear(BOOT_SECTOR)));
                case LaunchAttributes.STOP_AT_SYMBOL -> new Start(true, symbol(c, symbols));
                default -> new Start(true, List.of());
            };
        }

        private static List<Location> symbol(ILaunchConfiguration c, GuestSymbols symbols) throws CoreException {
            String name = c.getAttribute(LaunchAttributes.STOP_SYMBOL, "").strip();
            if (name.isEmpty()) {
                throw wrong("name the symbol to stop at");
            }
            Optional<Long> entry = symbols.entryOf(name);
            if (entry.isPresent()) {
                return SymbolPlaces.at(entry.get());
            }
            try {
                return List.of(GuestAddress.parse(name).location());
            } catch (IllegalArgumentException e) {
                throw wrong("stop at '" + name + "': there is no such symbol, and it is no address");
            }
        }
    }
}
