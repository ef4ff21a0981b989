package org.domainfirmware.debug.core.guest;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.domainfirmware.debug.core.guest.FrameRegisters.SegmentPart;
import org.domainfirmware.firmware.core.symbols.DebugInfo;
import org.domainfirmware.firmware.core.symbols.TypeInfo;
import org.domainfirmware.firmware.core.symbols.VariableInfo;
import org.domainfirmware.firmware.core.symbols.elf.ElfSymbol;

/**
 * The guest under a VM86 monitor that stands in C: the monitor keeps it in two variables, {@code guest} (what the trap pushed)
 * and {@code processor} (the truth of the segments where virtual-8086 mode cannot have it, the mode). The conventions of our
 * monitor (firmware-src/README.md); another that names things alike is understood too.
 */
final class MonitorGuest {
    /** The assembly that calls C which does not return: at traps of the guest, and at the switch from protected mode. */
    private static final String FROM_GUEST = "from_guest";
    private static final String WORLD_SWITCH = "world_entry";
    /** Where the monitor relocates instructions to. */
    private static final String THUNK = "thunk_code";
    private static final Set<String> OUTERMOST = Set.of(FROM_GUEST, WORLD_SWITCH);
    private static final int VM = 1 << 17;
    private static final int BIG = 1 << 14;
    private static final int FIRST_IRQ = 0x20;
    private static final int ALL = 0xFF;

    /** PUSHA stores EAX last: register n is 7 - n places from the start. */
    private static final int PUSHED = 8;
    /** Behind it the vector, the error code, and what the processor pushes from virtual-8086 mode (SDM volume 3, 20.3.1.2). */
    private static final int TRAP_VECTOR = 32;
    private static final int TRAP_EIP = 40;
    private static final int TRAP_EFLAGS = 48;
    private static final int TRAP_ESP = 52;
    /** ES, CS, SS, DS, FS, GS: the processor's order of segment registers. */
    private static final int[] TRAP_SEGMENTS = {60, 44, 56, 64, 68, 72};
    private static final int TSS_ESP0 = 4;
    private static final int TSS_SS0 = 8;
    /** The GDT has the code segment's descriptor before the stack's. */
    private static final int CODE_BELOW_STACK = 8;
    private static final int CS = 1;
    private static final int SS = 2;
    private static final int DS = 3;
    private static final int FS = 4;
    private static final int GS = 5;

    private final GuestMemory memory;

    MonitorGuest(GuestMemory memory) {
        this.memory = memory;
    }

    /**
     * The guest, when the frame is the monitor's outermost; the C that runs an instruction of the guest at level 3, when the frame
     * is that instruction.
     */
    Optional<CallerFrame> unwind(GuestFrame frame) throws InspectionException {
        if (frame.file() == null) {
            return Optional.empty();
        }
        String label = frame.file().symbolAt(frame.lookup()).map(ElfSymbol::name).orElse("");
        if (label.equals(THUNK)) {
            return thunk(frame);
        }
        // Only a return address says that the monitor has taken its guest over; at a trap the processor itself has.
        boolean taken = OUTERMOST.contains(label) && (!frame.exact() || label.equals(FROM_GUEST));
        return taken ? guest(frame, label) : Optional.empty();
    }

    private Optional<CallerFrame> guest(GuestFrame frame, String label) throws InspectionException {
        Optional<ElfSymbol> saved = frame.file().symbol("guest");
        Optional<Processor> processor = processor(frame.file());
        if (saved.isEmpty() || processor.isEmpty()) {
            return Optional.empty();
        }
        int guest = (int) saved.get().value();
        int[] values = new int[PUSHED];
        for (int n = 0; n < PUSHED; n++) {
            values[n] = memory.i32(guest + 4 * (PUSHED - 1 - n));
        }
        values[FrameRegisters.ESP] = memory.i32(guest + TRAP_ESP);
        // The trap's own flags: the monitor takes VM away as soon as it has noted what native code did to the segments.
        boolean untouched = (memory.i32(guest + TRAP_EFLAGS) & VM) != 0;
        SegmentPart[] parts = new SegmentPart[TRAP_SEGMENTS.length];
        for (int n = 0; n < parts.length; n++) {
            parts[n] = untouched ? SegmentPart.paragraph(memory.u16(guest + TRAP_SEGMENTS[n])) : processor.get().segment(n);
        }
        FrameRegisters registers = new FrameRegisters(values, ALL, memory.i32(guest + TRAP_EIP), parts[CS], parts[SS], parts[DS],
                parts[FS], parts[GS]);
        return Optional.of(CallerFrame.virtual8086(registers, OptionalInt.empty(), why(label, memory.i32(guest + TRAP_VECTOR))));
    }

    /** The monitor's stack is in its TSS, with EDI, ESI, EBX, EBP on top and the way back to C. */
    private Optional<CallerFrame> thunk(GuestFrame frame) throws InspectionException {
        Optional<ElfSymbol> tss = frame.file().symbol("tss");
        if (tss.isEmpty()) {
            return Optional.empty();
        }
        int esp = memory.i32((int) tss.get().value() + TSS_ESP0);
        SegmentPart stack = new SegmentPart(memory.u16((int) tss.get().value() + TSS_SS0), 0, true);
        int[] saved = {FrameRegisters.EDI, FrameRegisters.ESI, FrameRegisters.EBX, FrameRegisters.EBP};
        FrameRegisters caller = frame.registers().keep(0);
        for (int n : saved) {
            caller = caller.with(n, memory.i32(esp));
            esp += 4;
        }
        SegmentPart code = new SegmentPart(stack.selector() - CODE_BELOW_STACK, 0, true);
        caller = caller.with(FrameRegisters.ESP, esp + 4).at(code, memory.i32(esp)).segments(stack, stack, stack, stack);
        return Optional.of(new CallerFrame(caller, OptionalInt.empty(), false, "the guest's instruction at level 3", false));
    }

    private static String why(String label, int vector) {
        if (label.equals(WORLD_SWITCH)) {
            return "switch from protected mode";
        }
        return vector < FIRST_IRQ ? InterruptNames.exception(vector) : String.format("IRQ %d", vector - FIRST_IRQ);
    }

    private Optional<Processor> processor(DebugInfo file) {
        Optional<VariableInfo> info = file.globals().stream().filter(v -> v.name().equals("processor")).findFirst();
        Optional<ElfSymbol> symbol = file.symbol("processor");
        return info.isPresent() && symbol.isPresent()
                ? Optional.of(new Processor((int) symbol.get().value(), info.get().type())) : Optional.empty();
    }

    /** What the monitor knows of the guest's processor: an array of segments, each with selector, limit, base, access rights. */
    private final class Processor {
        private static final int SEGMENT = 16;

        private final int address;
        private final TypeInfo type;

        Processor(int address, TypeInfo type) {
            this.address = address;
            this.type = type;
        }

        SegmentPart segment(int number) throws InspectionException {
            int segments = Members.find(type, "segment").orElseThrow(() -> new InspectionException("the monitor's " + type.name()
                    + " has no member segment")).offset();
            int at = address + segments + SEGMENT * number;
            return new SegmentPart(memory.u16(at), memory.i32(at + 8), (memory.i32(at + 12) & BIG) != 0);
        }
    }
}
