package org.domainfirmware.debug.core.guest;

import java.util.Optional;
import java.util.OptionalInt;
import org.domainfirmware.debug.core.guest.FrameRegisters.SegmentPart;
import org.domainfirmware.emulator.debug.RegistersView;

/**
 * Frames that interrupts and exceptions leave in protected mode. Sources: SDM volume 3, 6.12.1 (what is pushed), 6.13 (error
 * codes), 6.11 (gates), 20.3.1.2 (from virtual-8086 mode, with all data segments).
 */
final class ProtectedInterrupts {
    private static final int VECTORS = 256;
    private static final int EXCEPTIONS = 32;
    private static final int GATE = 8;
    private static final int PRESENT = 0x80;
    private static final int GATE_TYPE = 0x16;
    private static final int INTERRUPT_OR_TRAP = 0x06;
    private static final int GATE_32 = 0x08;
    private static final int LOCAL = 4;
    private static final int LEVEL = 3;
    private static final int VM = 1 << 17;
    /** Vectors whose exceptions push an error code: 8, 10-14, 17 and 21. */
    private static final int WITH_ERROR_CODE = 1 << 8 | 0x1F << 10 | 1 << 17 | 1 << 21;
    /** Bits of EFLAGS that are always clear, and the one that is always set. */
    private static final int FIXED_FLAGS = 0xFFC0802A;
    private static final int FIXED_FLAGS_VALUE = 0x00000002;

    private final GuestMemory memory;
    private final CallSites calls;
    private final int gdtBase;
    private final int gdtLimit;
    private final int idtBase;
    private final int idtLimit;

    ProtectedInterrupts(GuestMemory memory, RegistersView view) {
        this.memory = memory;
        calls = new CallSites(memory);
        gdtBase = view.gdtBase();
        gdtLimit = view.gdtLimit();
        idtBase = view.idtBase();
        idtLimit = view.idtLimit();
    }

    /** The interrupted program, when the frame stands at the very entry of a handler in the IDT. */
    Optional<CallerFrame> atEntry(FrameRegisters r) throws InspectionException {
        for (int v = 0; v < VECTORS; v++) {
            if (isGate(v) && target(v) == r.linear()) {
                int size = is32(v) ? 4 : 2;
                boolean asked = interruptFrame(r, r.sp(), size) && calls.interruptBefore(returnsTo(r, r.sp(), size)) == v;
                int error = (WITH_ERROR_CODE & bit(v)) != 0 && !asked ? size : 0;
                return caller(r, r.sp() + error, size, v);
            }
        }
        return Optional.empty();
    }

    /**
     * The interrupted program, when a 32-bit frame is at a place of a handler's stack: behind an INT instruction, or above the
     * vector and error code that handlers' stubs push.
     */
    Optional<CallerFrame> at(FrameRegisters r, int at) throws InspectionException {
        if (!r.cs().big() || !interruptFrame(r, at, 4)) {
            return Optional.empty();
        }
        int pushed = dword(r, at - 8);
        boolean stub = at - 8 >= r.sp() && pushed >= 0 && pushed < VECTORS && isGate(pushed);
        int asked = (dword(r, at + 8) & VM) != 0 ? -1 : calls.interruptBefore(returnsTo(r, at, 4));
        if (!stub && (asked < 0 || !isGate(asked))) {
            return Optional.empty();
        }
        return caller(r, at, 4, stub ? pushed : asked);
    }

    /** Whether what IRET pops can be at the stack pointer. */
    boolean isFrame(FrameRegisters r, int size) throws InspectionException {
        return interruptFrame(r, r.sp(), size);
    }

    /**
     * The interrupted program, when the stack pointer is at what IRET pops.
     *
     * @param lowest stack pointer of the frame that is left: what a stub pushed is not below it
     */
    CallerFrame caller(FrameRegisters r, int lowest, int size) throws InspectionException {
        int pushed = size == 4 && r.sp() - 8 >= lowest ? dword(r, r.sp() - 8) : -1;
        boolean stub = pushed >= 0 && pushed < VECTORS && isGate(pushed);
        return caller(r, r.sp(), size, stub ? pushed : calls.interruptBefore(returnsTo(r, r.sp(), size)))
                .orElseThrow(() -> new InspectionException("no interrupt's frame is at the stack pointer"));
    }

    private static int bit(int vector) {
        return vector < EXCEPTIONS ? 1 << vector : 0;
    }

    private boolean isGate(int vector) throws InspectionException {
        if (vector * GATE + GATE - 1 > idtLimit) {
            return false;
        }
        int access = memory.u8(idtBase + vector * GATE + 5);
        // Just after the switch to protected mode the table is still that of real mode.
        return (access & PRESENT) != 0 && (access & GATE_TYPE) == INTERRUPT_OR_TRAP
                && isCode(memory.u16(idtBase + vector * GATE + 2));
    }

    private boolean is32(int vector) throws InspectionException {
        return (memory.u8(idtBase + vector * GATE + 5) & GATE_32) != 0;
    }

    /** Linear address of a handler. */
    private int target(int vector) throws InspectionException {
        int gate = idtBase + vector * GATE;
        int offset = memory.u16(gate) | (is32(vector) ? memory.u16(gate + 6) << 16 : 0);
        return segment(memory.u16(gate + 2)).base() + offset;
    }

    /** A segment of the GDT, as loading its selector makes it. */
    private SegmentPart segment(int selector) throws InspectionException {
        int at = selector & ~(LOCAL | LEVEL);
        if ((selector & LOCAL) != 0 || at == 0 || at + GATE - 1 > gdtLimit) {
            throw new InspectionException(String.format("selector %04X is not in the GDT", selector));
        }
        int low = memory.i32(gdtBase + at);
        int high = memory.i32(gdtBase + at + 4);
        return new SegmentPart(selector, low >>> 16 | (high & 0xFF) << 16 | high & 0xFF000000, (high & 1 << 22) != 0);
    }

    private int dword(FrameRegisters r, int at) throws InspectionException {
        return memory.i32(r.ss().base() + at);
    }

    /** Whether EIP, a code selector and flags can be what is at a place. */
    private boolean interruptFrame(FrameRegisters r, int at, int size) throws InspectionException {
        int stack = r.ss().base() + at;
        int flags = size == 4 ? memory.i32(stack + 8) : memory.u16(stack + 4);
        if ((flags & FIXED_FLAGS & (size == 4 ? -1 : 0xFFFF)) != FIXED_FLAGS_VALUE) {
            return false;
        }
        return size == 4 && (flags & VM) != 0 || isCode(memory.u16(stack + size));
    }

    private boolean isCode(int selector) throws InspectionException {
        int at = selector & ~(LOCAL | LEVEL);
        if ((selector & LOCAL) != 0 || at == 0 || at + GATE - 1 > gdtLimit) {
            return false;
        }
        // Present, S and executable.
        return (memory.u8(gdtBase + at + 5) & 0x98) == 0x98;
    }

    private int returnsTo(FrameRegisters r, int at, int size) throws InspectionException {
        int stack = r.ss().base() + at;
        int eip = size == 4 ? memory.i32(stack) : memory.u16(stack);
        return segment(memory.u16(stack + size)).base() + eip;
    }

    private Optional<CallerFrame> caller(FrameRegisters r, int at, int size, int vector) throws InspectionException {
        if (!interruptFrame(r, at, size)) {
            return Optional.empty();
        }
        int stack = r.ss().base() + at;
        int eip = size == 4 ? memory.i32(stack) : memory.u16(stack);
        int cs = memory.u16(stack + size);
        boolean virtual = size == 4 && (memory.i32(stack + 2 * size) & VM) != 0;
        boolean outer = virtual || (cs & LEVEL) > (r.cs().selector() & LEVEL);
        int esp = outer ? size == 4 ? memory.i32(stack + 12) : memory.u16(stack + 6) : at + 3 * size;
        FrameRegisters caller = r.with(FrameRegisters.ESP, esp);
        if (virtual) {
            caller = caller.at(SegmentPart.paragraph(cs), eip).segments(paragraph(stack + 16), paragraph(stack + 24),
                    paragraph(stack + 28), paragraph(stack + 32));
        } else {
            caller = caller.at(segment(cs), eip);
            caller = outer ? caller.segments(segment(memory.u16(stack + 4 * size)), r.ds(), r.fs(), r.gs()) : caller;
        }
        boolean asked = calls.interruptBefore(caller.linear()) == vector;
        OptionalInt cfa = OptionalInt.of(at + 3 * size);
        return Optional.of(virtual ? CallerFrame.virtual8086(caller, cfa, name(vector, asked))
                : CallerFrame.interrupt(caller, cfa, name(vector, asked), asked));
    }

    private SegmentPart paragraph(int at) throws InspectionException {
        return SegmentPart.paragraph(memory.u16(at));
    }

    private static String name(int vector, boolean asked) {
        return vector < 0 ? "interrupt" : asked ? String.format("INT %02Xh", vector) : vector < EXCEPTIONS ? InterruptNames.exception(vector)
                : String.format("interrupt %02Xh", vector);
    }
}
