package org.domainfirmware.emulator.debug;

import java.util.List;
import java.util.OptionalInt;

/** What makes a guest stop, log or count. Ranges are inclusive of the first, exclusive of the end. */
public sealed interface Breakpoint {
    /** What happens when it is hit. */
    enum Action { STOP, LOG, COUNT }

    /**
     * Before the instruction at a place executes, in every alias of its bytes. In a domain also where the VM86 monitor begins to
     * emulate it, once a stay in the monitor; the processor then stands in the monitor.
     */
    record Execution(Location at) implements Breakpoint { }

    /**
     * Before an instruction executes in a copy of its code, known by its bytes: where firmware moves itself, or a ROM is put to
     * another place than it was linked for.
     *
     * @param places where the code is by itself: those count as {@link Execution} breakpoints, not as copies
     * @param code bytes around the instruction, four at least from it on
     * @param at where in them the instruction begins
     */
    record Copied(List<Location> places, byte[] code, int at) implements Breakpoint {
        public Copied {
            places = List.copyOf(places);
            code = code.clone();
            if (at < 0 || at + 4 > code.length) {
                throw new IllegalArgumentException("no instruction is at " + at + " of " + code.length + " bytes");
            }
        }
    }

    /**
     * After a data access that touches the range. In LINEAR or PHYSICAL space.
     *
     * @param length bytes, at least 1
     */
    record Memory(AddressSpace space, int address, int length, boolean onRead, boolean onWrite)
            implements Breakpoint { }

    /** After an IN or OUT that touches the ports. */
    record Port(int first, int count, boolean onRead, boolean onWrite) implements Breakpoint { }

    /**
     * On entry to an interrupt or exception handler, before its first instruction.
     *
     * @param ah only with this AH; empty for any
     * @param ax only with this AX; empty for any
     */
    record Interrupt(int vector, OptionalInt ah, OptionalInt ax) implements Breakpoint { }

    /** After a change of any of the marked: PE, VM, PG, CS.D. */
    record ModeChange(boolean pe, boolean vm, boolean pg, boolean codeSize) implements Breakpoint { }

    /** When so many instructions have retired since power-on. */
    record InstructionCount(long count) implements Breakpoint { }
}
