package org.domainfirmware.debug.core.breakpoints;

import java.util.Map;
import org.domainfirmware.emulator.debug.Breakpoint;
import org.eclipse.core.runtime.CoreException;

/** Stops on entry to a function, behind its prologue; or at an assembly label. */
public final class GuestFunctionBreakpoint extends AbstractGuestBreakpoint {
    public static final String MARKER = "org.domainfirmware.debug.core.functionBreakpoint";
    public static final String FUNCTION = "org.domainfirmware.debug.core.function";

    /** For the platform, which sets the marker afterwards. */
    public GuestFunctionBreakpoint() {
    }

    public GuestFunctionBreakpoint(String function) throws CoreException {
        this(function, Behaviour.STOP);
    }

    /** The same with what happens at a hit. */
    public GuestFunctionBreakpoint(String function, Behaviour behaviour)
            throws CoreException {
        super(MARKER, Map.of(FUNCTION, function), behaviour);
    }

    public String function() {
        return text(FUNCTION);
    }

    @Override
    public String label() {
        return function() + "()";
    }

    @Override
    public boolean needsSymbols() {
        return true;
    }

    @Override
    public Breakpoint machineBreakpoint() throws CoreException {
        throw wrong("symbols say where its code is");
    }
}
