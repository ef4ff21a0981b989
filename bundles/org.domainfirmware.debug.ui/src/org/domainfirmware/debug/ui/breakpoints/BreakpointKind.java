package org.domainfirmware.debug.ui.breakpoints;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.domainfirmware.debug.core.breakpoints.Behaviour;
import org.domainfirmware.debug.core.breakpoints.GuestAddressBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestFunctionBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestInterruptBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestModeBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestPortBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestWatchpoint;
import org.domainfirmware.debug.core.guest.GuestAddress;
import org.eclipse.core.runtime.CoreException;

/** The breakpoints that belong to no source line, what is asked for each, and how it is made of the answers. */
public enum BreakpointKind {
    ADDRESS("Address", "F000:FFF0, linear:FFFF0 or physical:FFFF0", "", List.of()) {
        @Override
        GuestBreakpoint make(String where, String second, Set<String> options, Behaviour behaviour) throws CoreException {
            return new GuestAddressBreakpoint(GuestAddress.parse(where), behaviour);
        }
    },
    FUNCTION("Function or label", "name, as in int13_handler", "", List.of()) {
        @Override
        GuestBreakpoint make(String where, String second, Set<String> options, Behaviour behaviour) throws CoreException {
            if (!where.matches("[A-Za-z_.$][\\w.$]*")) {
                throw new IllegalArgumentException("'" + where + "' is no name of a function or label");
            }
            return new GuestFunctionBreakpoint(where, behaviour);
        }
    },
    MEMORY("Memory access", "0040:006C, linear:46C or physical:46C", "Bytes:", List.of("read", "write")) {
        @Override
        GuestBreakpoint make(String where, String second, Set<String> options, Behaviour behaviour) throws CoreException {
            int length = second.isBlank() ? 1 : number(second, 10, 1, 1 << 20, "the number of bytes");
            GuestAddress address = GuestAddress.parse(where);
            some(options);
            return new GuestWatchpoint(where, address, length, options.contains("read"), options.contains("write"), behaviour);
        }
    },
    PORT("I/O port", "port, hexadecimal, as in 1F0", "Ports from there:", List.of("read", "write")) {
        @Override
        GuestBreakpoint make(String where, String second, Set<String> options, Behaviour behaviour) throws CoreException {
            int port = number(where, 16, 0, 0xFFFF, "the port");
            int count = second.isBlank() ? 1 : number(second, 10, 1, 0x10000 - port, "the number of ports");
            some(options);
            return new GuestPortBreakpoint(port, count, options.contains("read"), options.contains("write"), behaviour);
        }
    },
    INTERRUPT("Interrupt or exception", "vector, hexadecimal, as in 13", "AH or AX (any if empty):", List.of()) {
        @Override
        GuestBreakpoint make(String where, String second, Set<String> options, Behaviour behaviour) throws CoreException {
            int vector = number(where, 16, 0, 0xFF, "the vector");
            String function = second.strip().replaceAll("[hH]$", "");
            OptionalInt value = function.isEmpty() ? OptionalInt.empty()
                    : OptionalInt.of(number(function, 16, 0, 0xFFFF, "AH or AX"));
            boolean wide = function.length() > 2;
            return new GuestInterruptBreakpoint(vector, wide ? OptionalInt.empty() : value,
                    wide ? value : OptionalInt.empty(), behaviour);
        }
    },
    MODE("Mode change", "", "", List.of("PE: protected mode", "VM: virtual-8086 mode", "PG: paging", "CS.D: code size")) {
        @Override
        GuestBreakpoint make(String where, String second, Set<String> options, Behaviour behaviour) throws CoreException {
            some(options);
            return new GuestModeBreakpoint(options.contains(options().get(0)), options.contains(options().get(1)),
                    options.contains(options().get(2)), options.contains(options().get(3)), behaviour);
        }
    };

    private final String title;
    private final String hint;
    private final String secondLabel;
    private final List<String> options;

    BreakpointKind(String title, String hint, String secondLabel, List<String> options) {
        this.title = title;
        this.hint = hint;
        this.secondLabel = secondLabel;
        this.options = options;
    }

    String title() {
        return title;
    }

    /** What to write for the place; "" when there is none to write. */
    String hint() {
        return hint;
    }

    /** What the second text means; "" when there is none. */
    String secondLabel() {
        return secondLabel;
    }

    List<String> options() {
        return options;
    }

    /**
     * Makes the breakpoint.
     *
     * @throws IllegalArgumentException with a sentence for the user when something typed is wrong
     */
    abstract GuestBreakpoint make(String where, String second, Set<String> chosen, Behaviour behaviour) throws CoreException;

    private static void some(Set<String> options) {
        if (options.isEmpty()) {
            throw new IllegalArgumentException("tick at least one of the boxes");
        }
    }

    private static int number(String typed, int radix, int least, int most, String what) {
        try {
            String digits = typed.strip().replaceFirst("^0[xX]", "").replaceAll("[hH]$", "");
            int value = Integer.parseInt(digits, radix);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + typed + "' is no number for " + what);
        }
        throw new IllegalArgumentException(String.format(radix == 16 ? "%s is %X to %X" : "%s is %d to %d", what, least, most));
    }
}
