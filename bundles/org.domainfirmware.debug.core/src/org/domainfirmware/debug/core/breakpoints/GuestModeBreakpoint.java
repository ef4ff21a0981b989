package org.domainfirmware.debug.core.breakpoints;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.domainfirmware.emulator.debug.Breakpoint;
import org.eclipse.core.runtime.CoreException;

/** Stops after a change of the processor's mode. */
public final class GuestModeBreakpoint extends AbstractGuestBreakpoint {
    public static final String MARKER = "org.domainfirmware.debug.core.modeBreakpoint";
    public static final String PE = "org.domainfirmware.debug.core.pe";
    public static final String VM = "org.domainfirmware.debug.core.vm";
    public static final String PG = "org.domainfirmware.debug.core.pg";
    public static final String CODE_SIZE = "org.domainfirmware.debug.core.codeSize";

    /** For the platform, which sets the marker afterwards. */
    public GuestModeBreakpoint() {
    }

    /** Watches CR0.PE, EFLAGS.VM, CR0.PG, CS.D. */
    public GuestModeBreakpoint(boolean pe, boolean vm, boolean pg, boolean codeSize) throws CoreException {
        this(pe, vm, pg, codeSize, Behaviour.STOP);
    }

    /** The same with what happens at a hit. */
    public GuestModeBreakpoint(boolean pe, boolean vm, boolean pg, boolean codeSize, Behaviour behaviour)
            throws CoreException {
        super(MARKER, Map.of(PE, pe, VM, vm, PG, pg, CODE_SIZE, codeSize), behaviour);
    }

    @Override
    public String label() {
        List<String> what = new ArrayList<>();
        if (flag(PE)) {
            what.add("PE");
        }
        if (flag(VM)) {
            what.add("VM");
        }
        if (flag(PG)) {
            what.add("PG");
        }
        if (flag(CODE_SIZE)) {
            what.add("CS.D");
        }
        return "mode change [" + String.join(", ", what) + "]";
    }

    @Override
    public Breakpoint machineBreakpoint() throws CoreException {
        if (!flag(PE) && !flag(VM) && !flag(PG) && !flag(CODE_SIZE)) {
            throw wrong("no mode bit is watched");
        }
        return new Breakpoint.ModeChange(flag(PE), flag(VM), flag(PG), flag(CODE_SIZE));
    }
}
