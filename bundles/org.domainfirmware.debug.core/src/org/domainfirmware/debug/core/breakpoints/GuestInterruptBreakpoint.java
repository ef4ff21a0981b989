package org.domainfirmware.debug.core.breakpoints;

import java.util.Map;
import java.util.OptionalInt;
import org.domainfirmware.emulator.debug.Breakpoint;
import org.eclipse.core.runtime.CoreException;

/** Stops on entry to an interrupt or exception handler, before its first instruction. */
public final class GuestInterruptBreakpoint extends AbstractGuestBreakpoint {
    public static final String MARKER = "org.domainfirmware.debug.core.interruptBreakpoint";
    public static final String VECTOR = "org.domainfirmware.debug.core.vector";
    /** Integer, -1 for any. */
    public static final String AH = "org.domainfirmware.debug.core.ah";
    /** Integer, -1 for any. */
    public static final String AX = "org.domainfirmware.debug.core.ax";

    /** For the platform, which sets the marker afterwards. */
    public GuestInterruptBreakpoint() {
    }

    /** @param vector 0 to FFh */
    public GuestInterruptBreakpoint(int vector, OptionalInt ah, OptionalInt ax) throws CoreException {
        this(vector, ah, ax, Behaviour.STOP);
    }

    /** The same with what happens at a hit. */
    public GuestInterruptBreakpoint(int vector, OptionalInt ah, OptionalInt ax, Behaviour behaviour)
            throws CoreException {
        super(MARKER, Map.of(VECTOR, vector, AH, ah.orElse(-1), AX, ax.orElse(-1)), behaviour);
    }

    private OptionalInt optional(String attribute) {
        int value = getMarker().getAttribute(attribute, -1);
        return value < 0 ? OptionalInt.empty() : OptionalInt.of(value);
    }

    @Override
    public String label() {
        String ah = optional(AH).isEmpty() ? "" : String.format(", AH=%02Xh", number(AH));
        String ax = optional(AX).isEmpty() ? "" : String.format(", AX=%04Xh", number(AX));
        return String.format("INT %02Xh", number(VECTOR)) + ah + ax;
    }

    @Override
    public Breakpoint machineBreakpoint() throws CoreException {
        if (number(VECTOR) < 0 || number(VECTOR) > 0xFF) {
            throw wrong("vectors are 0 to FFh");
        }
        return new Breakpoint.Interrupt(number(VECTOR), optional(AH), optional(AX));
    }
}
