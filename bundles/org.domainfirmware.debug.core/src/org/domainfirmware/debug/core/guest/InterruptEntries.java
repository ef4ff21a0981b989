package org.domainfirmware.debug.core.guest;

import java.util.OptionalInt;
import org.domainfirmware.firmware.core.symbols.elf.ElfSymbol;

/**
 * Names real-mode interrupts by what their entry stubs leave on the stack. A stub may push the address of its handler in C; what EAX
 * was at the entry, and so the function that was called, is kept where the conventions of our ROMs have it
 * (firmware-src/README.md): EAX changes while the handler runs.
 */
final class InterruptEntries {
    /** Nearest labels before the places where C returns to. */
    private static final String HANDLER_PUSHED = "int_return";
    private static final String EAX_ON_TOP = "int10_in_c";
    /** Operand size prefix and PUSH imm32. */
    private static final int PUSH_DWORD = 0x6866;
    /** No stub is longer, bytes. */
    private static final int STUB = 64;
    private static final int HANDLER = 4;
    private static final int EAX = 8;

    private final GuestMemory memory;
    private final RealInterrupts interrupts;

    InterruptEntries(GuestMemory memory) {
        this.memory = memory;
        interrupts = new RealInterrupts(memory);
    }

    /**
     * "INT 13h, AH=02h (disk)".
     *
     * @param frame of the handler's outermost code
     * @param back linear address it returns to
     * @param slot linear address of IP CS FLAGS on the stack
     */
    RealInterrupts.Entry describe(GuestFrame frame, int back, int slot) throws InspectionException {
        int linear = frame.linear();
        int handler = memory.i32(slot - HANDLER);
        int vector = frame.exact() ? interrupts.vectorOf(at -> at == linear) : -1;
        OptionalInt eax = vector >= 0 ? known(frame.registers()) : kept(frame, slot);
        vector = vector >= 0 ? vector : interrupts.vectorOf(at -> memory.u16(at) == PUSH_DWORD && memory.i32(at + 2) == handler);
        vector = vector >= 0 ? vector : interrupts.vectorOf(at -> linear - at >= 0 && linear - at < STUB);
        return interrupts.describe(back, vector, eax);
    }

    private static OptionalInt known(FrameRegisters r) {
        return r.knows(FrameRegisters.EAX) ? OptionalInt.of(r.values()[FrameRegisters.EAX]) : OptionalInt.empty();
    }

    /** EAX at the entry, while C runs. */
    private OptionalInt kept(GuestFrame frame, int slot) throws InspectionException {
        String label = frame.file() == null || frame.exact() ? ""
                : frame.file().codeSymbolAt(frame.lookup() + 1).map(ElfSymbol::name).orElse("");
        return switch (label) {
            case HANDLER_PUSHED -> OptionalInt.of(memory.i32(slot - EAX));
            case EAX_ON_TOP -> OptionalInt.of(memory.i32(frame.registers().ss().base() + frame.registers().sp()));
            default -> OptionalInt.empty();
        };
    }
}
