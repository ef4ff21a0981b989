package org.domainfirmware.debug.core.model;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.domainfirmware.debug.core.guest.GuestSymbols;
import org.domainfirmware.debug.core.launch.GuestSettings;
import org.domainfirmware.emulator.debug.DebugEvent;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.StopReason;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IProcess;

/**
 * A guest of a launch: its debug port, symbols and consoles, whether it is debugged or only run. Views get it by
 * {@link #of} from whatever is selected in the Debug view.
 */
public final class GuestSession {
    private final ILaunch launch;
    private final String name;
    private final DebugPort port;
    private volatile GuestSettings settings;
    private final FirmwareAge age;
    private final List<GuestProcess> processes = new CopyOnWriteArrayList<>();
    /** Guarded by itself. */
    private final List<Runnable> endings = new ArrayList<>();
    private volatile GuestSymbols symbols;
    private volatile GuestProcess current;
    private volatile GuestDebugTarget target;
    private volatile boolean terminated;

    /** @param symbols of {@link GuestSettings#elfs}, as they are at the start */
    public GuestSession(ILaunch launch, String name, DebugPort port, GuestSettings settings, GuestSymbols symbols) {
        this.launch = launch;
        this.name = name;
        this.port = port;
        this.settings = settings;
        age = new FirmwareAge(settings);
        this.symbols = symbols;
        port.addListener(this::heard);
    }

    /** The guest behind a debug element, process or launch; null when there is none. */
    public static GuestSession of(Object element) {
        if (element instanceof GuestSession s) {
            return s;
        }
        if (element instanceof ILaunch launch) {
            for (IProcess p : launch.getProcesses()) {
                if (p instanceof GuestProcess g) {
                    return g.session();
                }
            }
            return null;
        }
        return element instanceof IAdaptable a ? a.getAdapter(GuestSession.class) : null;
    }

    public ILaunch launch() {
        return launch;
    }

    public String name() {
        return name;
    }

    public DebugPort port() {
        return port;
    }

    public GuestSettings settings() {
        return settings;
    }

    public GuestSymbols symbols() {
        return symbols;
    }

    /** The debug target, or null when the guest is only run. */
    public GuestDebugTarget target() {
        return target;
    }

    void target(GuestDebugTarget newTarget) {
        target = newTarget;
    }

    public boolean isTerminated() {
        return terminated;
    }

    /** Called once when the guest is gone, on a thread of the port's; at once when it already is. */
    public void onEnd(Runnable ending) {
        synchronized (endings) {
            if (!terminated) {
                endings.add(ending);
                return;
            }
        }
        ending.run();
    }

    /** Adds a console. @param channel "serial0" to "serial3", "debugcon", or "" for messages */
    public void addConsole(String channel, String label) {
        GuestProcess process = new GuestProcess(this, channel, label);
        processes.add(process);
        launch.addProcess(process);
        onEnd(process::ended);
    }

    /** The console that was written to last, or the first one; null when there is none. */
    GuestProcess current() {
        return current != null ? current : processes.isEmpty() ? null : processes.get(0);
    }

    public List<GuestProcess> processes() {
        return List.copyOf(processes);
    }

    /** A line in the console for messages. */
    public void message(String text) {
        show("", (text + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Says so, once, when firmware was built since the guest got it. */
    void tellOfNewFirmware() {
        age.rebuilt().ifPresent(this::message);
    }

    /** Says so, once a file, when a source was changed since the symbols were built. */
    void tellOfEdited(Path source) {
        age.edited(source).ifPresent(this::message);
    }

    private void show(String channel, byte[] bytes) {
        for (GuestProcess p : processes) {
            if (p.channel().equals(channel)) {
                current = p;
                p.output(bytes);
            }
        }
    }

    private void heard(DebugEvent event) {
        if (event instanceof DebugEvent.Console c) {
            show(c.channel(), c.bytes());
        } else if (event instanceof DebugEvent.Logged l && l.breakpoint() == 0) {
            message(l.text());
        } else if (event instanceof DebugEvent.Stopped s && target == null) {
            endOfRun(s.reason());
        } else if (event instanceof DebugEvent.Terminated) {
            ended();
        }
    }

    /** A guest that is only run ends when it cannot go on. */
    private void endOfRun(StopReason reason) {
        if (reason.isEnd()) {
            message(StopText.of(reason));
            port.terminate();
        }
    }

    private void ended() {
        List<Runnable> all;
        synchronized (endings) {
            terminated = true;
            all = List.copyOf(endings);
            endings.clear();
        }
        all.forEach(Runnable::run);
        // A terminated launch stays in the Debug view for as long as the user likes; it has no use for megabytes of symbols and ROMs.
        symbols = GuestSymbols.NONE;
        settings = settings.withoutMachine();
    }

    /** Ends the guest; its consoles and target follow. */
    public void terminate() {
        if (!terminated) {
            port.terminate();
        }
    }

    /**
     * Puts the ROMs (a domain's loader) as they are built now into the guest and resets it; breakpoints are kept and set where their lines are
     * now. Completes exceptionally with a message for the user when a ROM does not fit.
     */
    public CompletableFuture<Void> reloadFirmware() {
        Path loader = settings.loader();
        CompletableFuture<Void> put = loader == null ? port.reloadFirmware(settings.rombios(), settings.vgabios())
                : port.reloadDomain(loader);
        return put.thenRunAsync(() -> {
            age.loaded();
            symbols = GuestSymbols.read(settings.symbols());
            symbols.problems().forEach(this::message);
            if (target != null) {
                target.firmwareReloaded();
            }
        });
    }
}
