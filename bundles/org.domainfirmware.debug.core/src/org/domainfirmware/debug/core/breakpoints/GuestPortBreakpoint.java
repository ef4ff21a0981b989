package org.domainfirmware.debug.core.breakpoints;

import java.util.Map;
import org.domainfirmware.emulator.debug.Breakpoint;
import org.eclipse.core.runtime.CoreException;

/** Stops after an IN or OUT. */
public final class GuestPortBreakpoint extends AbstractGuestBreakpoint {
    public static final String MARKER = "org.domainfirmware.debug.core.portBreakpoint";
    public static final String PORT = "org.domainfirmware.debug.core.port";
    public static final String COUNT = "org.domainfirmware.debug.core.count";
    public static final String READ = "org.domainfirmware.debug.core.read";
    public static final String WRITE = "org.domainfirmware.debug.core.write";
    private static final int PORTS = 0x10000;

    /** For the platform, which sets the marker afterwards. */
    public GuestPortBreakpoint() {
    }

    /**
     * Watches ports.
     *
     * @param first 0 to FFFFh
     * @param count at least 1
     */
    public GuestPortBreakpoint(int first, int count, boolean onRead, boolean onWrite) throws CoreException {
        this(first, count, onRead, onWrite, Behaviour.STOP);
    }

    /** The same with what happens at a hit. */
    public GuestPortBreakpoint(int first, int count, boolean onRead, boolean onWrite, Behaviour behaviour)
            throws CoreException {
        super(MARKER, Map.of(PORT, first, COUNT, count, READ, onRead, WRITE, onWrite), behaviour);
    }

    @Override
    public String label() {
        int first = number(PORT);
        String range = number(COUNT) == 1 ? String.format("port %04Xh", first)
                : String.format("ports %04Xh-%04Xh", first, first + number(COUNT) - 1);
        return range + (flag(READ) && flag(WRITE) ? " [in, out]" : flag(READ) ? " [in]" : " [out]");
    }

    @Override
    public Breakpoint machineBreakpoint() throws CoreException {
        int first = number(PORT);
        int count = number(COUNT);
        if (first < 0 || count < 1 || first + count > PORTS) {
            throw wrong("ports are 0 to FFFFh");
        }
        if (!flag(READ) && !flag(WRITE)) {
            throw wrong("neither input nor output is watched");
        }
        return new Breakpoint.Port(first, count, flag(READ), flag(WRITE));
    }
}
