package org.domainfirmware.debug.core.breakpoints;

import java.util.Map;
import org.domainfirmware.debug.core.guest.GuestAddress;
import org.domainfirmware.emulator.debug.Breakpoint;
import org.eclipse.core.runtime.CoreException;

/** Stops before the instruction at an address: segment and offset, linear, or physical. */
public final class GuestAddressBreakpoint extends AbstractGuestBreakpoint {
    public static final String MARKER = "org.domainfirmware.debug.core.addressBreakpoint";
    /** String as {@link GuestAddress#parse} understands it. */
    public static final String ADDRESS = "org.domainfirmware.debug.core.address";

    /** For the platform, which sets the marker afterwards. */
    public GuestAddressBreakpoint() {
    }

    public GuestAddressBreakpoint(GuestAddress address) throws CoreException {
        this(address, Behaviour.STOP);
    }

    /** The same with what happens at a hit. */
    public GuestAddressBreakpoint(GuestAddress address, Behaviour behaviour)
            throws CoreException {
        super(MARKER, Map.of(ADDRESS, address.toString()), behaviour);
    }

    /** @throws CoreException when the marker holds none */
    public GuestAddress address() throws CoreException {
        try {
            return GuestAddress.parse(text(ADDRESS));
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    @Override
    public String label() {
        return text(ADDRESS);
    }

    @Override
    public Breakpoint machineBreakpoint() throws CoreException {
        return new Breakpoint.Execution(address().location());
    }
}
