package org.domainfirmware.debug.core.breakpoints;

import java.util.Map;
import org.domainfirmware.debug.core.guest.GuestAddress;
import org.domainfirmware.emulator.debug.AddressSpace;
import org.domainfirmware.emulator.debug.Breakpoint;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.model.IWatchpoint;

/** Stops after an access to a range of memory. */
public final class GuestWatchpoint extends AbstractGuestBreakpoint implements IWatchpoint {
    public static final String MARKER = "org.domainfirmware.debug.core.watchpoint";
    /** String: what is watched as the user named it (a variable, an address). */
    public static final String EXPRESSION = "org.domainfirmware.debug.core.expression";
    /** String as {@link GuestAddress#parse} understands it. */
    public static final String ADDRESS = "org.domainfirmware.debug.core.address";
    public static final String LENGTH = "org.domainfirmware.debug.core.length";
    public static final String READ = "org.domainfirmware.debug.core.read";
    public static final String WRITE = "org.domainfirmware.debug.core.write";

    /** For the platform, which sets the marker afterwards. */
    public GuestWatchpoint() {
    }

    /**
     * Watches memory.
     *
     * @param expression what it is, for the user
     * @param length bytes, at least 1
     */
    public GuestWatchpoint(String expression, GuestAddress address, int length, boolean onRead, boolean onWrite)
            throws CoreException {
        this(expression, address, length, onRead, onWrite, Behaviour.STOP);
    }

    /** The same with what happens at a hit. */
    public GuestWatchpoint(String expression, GuestAddress address, int length, boolean onRead, boolean onWrite,
            Behaviour behaviour) throws CoreException {
        super(MARKER, Map.of(EXPRESSION, expression, ADDRESS, address.toString(), LENGTH, length, READ, onRead,
                WRITE, onWrite), behaviour);
    }

    @Override
    public boolean isAccess() {
        return flag(READ);
    }

    @Override
    public void setAccess(boolean access) throws CoreException {
        setAttribute(READ, access);
    }

    @Override
    public boolean isModification() {
        return flag(WRITE);
    }

    @Override
    public void setModification(boolean modification) throws CoreException {
        setAttribute(WRITE, modification);
    }

    @Override
    public boolean supportsAccess() {
        return true;
    }

    @Override
    public boolean supportsModification() {
        return true;
    }

    @Override
    public String label() {
        String what = text(EXPRESSION).isEmpty() ? text(ADDRESS) : text(EXPRESSION);
        String how = isAccess() && isModification() ? "read, write" : isAccess() ? "read" : "write";
        return what + " [" + number(LENGTH) + (number(LENGTH) == 1 ? " byte, " : " bytes, ") + how + "]";
    }

    @Override
    public Breakpoint machineBreakpoint() throws CoreException {
        if (number(LENGTH) < 1) {
            throw wrong("at least one byte must be watched");
        }
        if (!isAccess() && !isModification()) {
            throw wrong("neither reading nor writing is watched");
        }
        try {
            GuestAddress a = GuestAddress.parse(text(ADDRESS));
            AddressSpace space = a.kind() == GuestAddress.Kind.PHYSICAL ? AddressSpace.PHYSICAL : AddressSpace.LINEAR;
            return new Breakpoint.Memory(space, a.realModeLinear(), number(LENGTH), isAccess(), isModification());
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }
}
