package org.domainfirmware.debug.core.guest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.domainfirmware.debug.core.guest.FrameRegisters.SegmentPart;
import org.domainfirmware.firmware.core.symbols.DebugInfo;
import org.domainfirmware.firmware.core.symbols.elf.ElfSymbol;

/**
 * Unwinds the routine by which the firmware calls foreign code on a stack of that code's own: an option ROM's initialization, a
 * boot loader. Its caller's registers are on the private stack, below the place {@code stack_next} tells; the conventions of our ROMs
 * (firmware-src/README.md).
 */
final class ForeignCalls {
    private static final String ROUTINE = "far_call";
    private static final String TOP = "stack_next";
    private static final String GAP = "stack_gap";
    /** Where the BIOS data area has the segment of the extended one, which the private stack is in. */
    private static final int EXTENDED_DATA_SEGMENT = 0x40E;
    /** What the routine pushes: the structure's address, the old stack_next, EDI, ESI, EBX, EBP; then the return address. */
    private static final int[] PUSHED = {-1, -1, FrameRegisters.EDI, FrameRegisters.ESI, FrameRegisters.EBX,
        FrameRegisters.EBP};

    /** Calls inside calls; the private stack has no place for more. */
    private static final int MOST_NESTED = 64;

    private final GuestMemory memory;
    private final CallSites calls;

    ForeignCalls(GuestMemory memory) {
        this.memory = memory;
        calls = new CallSites(memory);
    }

    /**
     * The routine's caller, when the frame is that of the routine while the called code runs.
     *
     * @param inner frames inside this one: the calls they are in were made later; none when the routine itself runs
     */
    Optional<CallerFrame> unwind(GuestFrame frame, List<GuestFrame> inner) throws InspectionException {
        FrameRegisters r = frame.registers();
        if (frame.file() == null || inner.isEmpty() || !ROUTINE.equals(label(frame))) {
            return Optional.empty();
        }
        SegmentPart own = SegmentPart.paragraph(memory.u16(EXTENDED_DATA_SEGMENT));
        OptionalLong top = symbol(frame.file(), TOP);
        OptionalLong gap = symbol(frame.file(), GAP);
        if (top.isEmpty() || gap.isEmpty()) {
            return Optional.empty();
        }
        int passed = Stream.concat(Stream.of(frame), inner.stream()).map(GuestFrame::registers)
                .filter(i -> i.ss().base() == own.base()).mapToInt(FrameRegisters::sp).max().orElse(0);
        int next = memory.i32((int) top.getAsLong());
        for (int i = 0; i < MOST_NESTED; i++) {
            int at = next + (int) gap.getAsLong();
            int back = at + 4 * PUSHED.length;
            int eip = memory.i32(own.base() + back);
            int outer = memory.i32(own.base() + at + 4);
            // What waits for an interrupt notes the top of the stack too, and pushes nothing but the old one.
            boolean call = outer > next && outer >>> 16 == 0 && calls.nearCallBefore(r.cs().base() + eip, true, false);
            if (call && at >= passed) {
                return Optional.of(caller(r, own, at, eip));
            }
            next = call ? outer : memory.i32(own.base() + at);
        }
        return Optional.empty();
    }

    private CallerFrame caller(FrameRegisters r, SegmentPart own, int at, int eip) throws InspectionException {
        FrameRegisters caller = r.keep(0).segments(own, own, r.fs(), r.gs());
        for (int i = 0; i < PUSHED.length; i++) {
            if (PUSHED[i] >= 0) {
                caller = caller.with(PUSHED[i], memory.i32(own.base() + at + 4 * i));
            }
        }
        return CallerFrame.anotherStack(caller.with(FrameRegisters.ESP, at + 4 * PUSHED.length + 4).at(r.cs(), eip));
    }

    private static String label(GuestFrame frame) {
        return frame.file().codeSymbolAt(frame.lookup()).map(ElfSymbol::name).orElse("");
    }

    private static OptionalLong symbol(DebugInfo file, String name) {
        return file.symbol(name).map(s -> OptionalLong.of(s.value())).orElse(OptionalLong.empty());
    }
}
