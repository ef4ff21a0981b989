package org.domainfirmware.debug.core.guest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.domainfirmware.debug.core.guest.FrameRegisters.SegmentPart;
import org.domainfirmware.firmware.core.symbols.DebugInfo;
import org.domainfirmware.firmware.core.symbols.FunctionInfo;
import org.domainfirmware.firmware.core.symbols.TypeInfo;
import org.domainfirmware.firmware.core.symbols.TypeInfo.Member;
import org.domainfirmware.firmware.core.symbols.elf.ElfSymbol;

/**
 * Unwinds the assembly between a real-mode program's interrupt and a C handler that gets the saved registers as a structure:
 * the structure is at the stack pointer when the handler returns to a known label. The conventions of our ROMs
 * (firmware-src/README.md); a firmware with others of the same kind may use the same names.
 */
final class FirmwareEntries {
    /**
     * How a stub hands over.
     *
     * @param returnsTo nearest label before the place where C returns to
     * @param structure type of the saved registers
     * @param exact C returns right to the label, so that the stub standing there has the structure at its stack pointer too
     */
    private record Convention(String returnsTo, String structure, boolean exact) { }

    private static final List<Convention> KNOWN = List.of(new Convention("int_return", "int_regs", true),
            new Convention("int10_in_c", "frame", false));
    /** Names of a register's member, in the order of the register numbers; ESP is worked out. */
    private static final String[][] NAMES = {{"eax", "a"}, {"ecx", "c"}, {"edx", "d"}, {"ebx", "b"}, {}, {"ebp", "bp"},
        {"esi", "si"}, {"edi", "di"}};

    /** Operand size prefix and PUSH imm32. */
    private static final int PUSH_DWORD = 0x6866;
    /** No stub is longer, bytes. */
    private static final int STUB = 64;

    private final GuestMemory memory;
    private final RealInterrupts interrupts;

    FirmwareEntries(GuestMemory memory) {
        this.memory = memory;
        interrupts = new RealInterrupts(memory);
    }

    /** The interrupted program's frame, when the frame stands in such a stub behind the call of C. */
    Optional<CallerFrame> unwind(GuestFrame frame) throws InspectionException {
        if (frame.file() == null) {
            return Optional.empty();
        }
        long address = GuestSymbols.linked(frame.linear());
        ElfSymbol symbol = frame.file().symbolAt(address).orElse(null);
        String label = symbol == null ? "" : symbol.name();
        for (Convention c : KNOWN) {
            boolean there = label.equals(c.returnsTo()) && (!frame.exact() || c.exact() && symbol.value() == address);
            Optional<TypeInfo> saved = there ? structure(frame.file(), c.structure())
                    : Optional.empty();
            if (saved.isPresent()) {
                return Optional.of(unwind(frame, saved.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<TypeInfo> structure(DebugInfo file, String name) {
        for (FunctionInfo f : file.functions()) {
            for (var v : f.body().variables()) {
                if (v.isParameter() && v.type().resolved() instanceof TypeInfo.Pointer p
                        && p.target().resolved() instanceof TypeInfo.Struct s
                        && (s.name().equals(name) || s.name().equals("struct " + name)) && !s.members().isEmpty()) {
                    return Optional.of(s);
                }
            }
        }
        return Optional.empty();
    }

    private CallerFrame unwind(GuestFrame frame, TypeInfo saved) throws InspectionException {
        FrameRegisters r = frame.registers();
        int at = r.sp();
        FrameRegisters caller = r.keep(0);
        for (int n = 0; n < NAMES.length; n++) {
            for (String name : NAMES[n]) {
                Optional<Member> m = Members.find(saved, name);
                if (m.isPresent()) {
                    caller = caller.with(n, memory.i32(r.ss().base() + at + m.get().offset()));
                    break;
                }
            }
        }
        int flagsEnd = offset(saved, "flags") + 2;
        boolean ownStack = Members.find(saved, "caller_ss").isPresent();
        SegmentPart ss = ownStack ? SegmentPart.paragraph(word(r, at, saved, "caller_ss")) : r.ss();
        // What the stub keeps on the caller's stack: ds ebx eax handler ip cs flags.
        int esp = ownStack ? memory.i32(r.ss().base() + at + offset(saved, "caller_esp")) + 20 : at + flagsEnd;
        int cs = word(r, at, saved, "cs");
        int ip = word(r, at, saved, "ip");
        caller = caller.with(FrameRegisters.ESP, esp).at(SegmentPart.paragraph(cs), ip)
                .segments(ss, SegmentPart.paragraph(word(r, at, saved, "ds")), saved(r, at, saved, "fs", r.fs()),
                        saved(r, at, saved, "gs", r.gs()));
        int vector = vector(ownStack ? memory.i32(ss.base() + esp - 10) : 0, frame.linear());
        String by = interrupts.describe((cs << 4) + ip, vector, OptionalInt.of(caller.values()[0]));
        return CallerFrame.interrupt(caller, OptionalInt.empty(), by);
    }

    /** The vector that leads here: its stub pushes the handler's address (66 68), or lies just before the frame's code. */
    private int vector(int handler, int linear) throws InspectionException {
        return interrupts.vectorOf(at -> handler != 0 ? memory.u16(at) == PUSH_DWORD && memory.i32(at + 2) == handler
                : linear - at >= 0 && linear - at < STUB);
    }

    /** A segment register the structure may hold. */
    private SegmentPart saved(FrameRegisters r, int at, TypeInfo saved, String member, SegmentPart otherwise)
            throws InspectionException {
        return Members.find(saved, member).isPresent() ? SegmentPart.paragraph(word(r, at, saved, member)) : otherwise;
    }

    private int word(FrameRegisters r, int at, TypeInfo saved, String member) throws InspectionException {
        return memory.u16(r.ss().base() + at + offset(saved, member));
    }

    private static int offset(TypeInfo saved, String member) throws InspectionException {
        return Members.find(saved, member).orElseThrow(() -> new InspectionException(saved.name() + " has no member "
                + member)).offset();
    }
}
