package org.domainfirmware.debug.core.guest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.domainfirmware.debug.core.guest.FrameRegisters.SegmentPart;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.isa.OperandKind;
import org.domainfirmware.emulator.cpu.state.Reg;

/**
 * A processor some instructions further on than the guest's: registers, as far as they are known bit by bit, and what would have
 * been written to memory. Values are unsigned numbers or {@link #UNKNOWN}.
 */
final class WalkState {
    static final long UNKNOWN = -1L << 40;
    private static final int PROTECTED = 1;
    private static final int LOCAL_OR_LEVEL = 7;

    private final GuestMemory memory;
    private final int[] values;
    private final int[] known = new int[8];
    /** ES CS SS DS FS GS; null when not known. */
    private final SegmentPart[] segments = new SegmentPart[6];
    /** Bytes that would have been written; null for one that is not known. */
    private final Map<Integer, Integer> written;
    /** Where something was pushed to. */
    private final Set<Integer> pushed;
    int eip;
    long cr0;
    int gdt;

    WalkState(GuestMemory memory, FrameRegisters r, int cr0, int gdt) {
        this.memory = memory;
        this.cr0 = cr0 & 0xFFFFFFFFL;
        this.gdt = gdt;
        values = r.values().clone();
        for (int n = 0; n < known.length; n++) {
            known[n] = r.knows(n) || n == Reg.ESP ? -1 : 0;
        }
        segments[Reg.CS] = r.cs();
        segments[Reg.SS] = r.ss();
        segments[Reg.DS] = r.ds();
        segments[Reg.FS] = r.fs();
        segments[Reg.GS] = r.gs();
        eip = r.eip();
        written = new HashMap<>();
        pushed = new HashSet<>();
    }

    private WalkState(WalkState other) {
        memory = other.memory;
        values = other.values.clone();
        System.arraycopy(other.known, 0, known, 0, known.length);
        System.arraycopy(other.segments, 0, segments, 0, segments.length);
        written = new HashMap<>(other.written);
        pushed = new HashSet<>(other.pushed);
        eip = other.eip;
        cr0 = other.cr0;
        gdt = other.gdt;
    }

    WalkState copy() {
        return new WalkState(this);
    }

    int linear() {
        return segments[Reg.CS].base() + eip;
    }

    SegmentPart segment(int number) {
        return segments[number];
    }

    static long mask(int size) {
        return size >= 4 ? 0xFFFFFFFFL : (1L << 8 * size) - 1;
    }

    /** A general register of 1, 2 or 4 bytes, by the number instructions have for it. */
    long register(int number, int size) {
        int n = size == 1 ? number & 3 : number;
        int shift = size == 1 && number > 3 ? 8 : 0;
        int bits = (int) mask(size) << shift;
        return (known[n] & bits) == bits ? (values[n] & bits) >>> shift & mask(size) : UNKNOWN;
    }

    void register(int number, int size, long value) {
        int n = size == 1 ? number & 3 : number;
        int shift = size == 1 && number > 3 ? 8 : 0;
        int bits = (int) mask(size) << shift;
        if (value == UNKNOWN) {
            known[n] &= ~bits;
        } else {
            values[n] = values[n] & ~bits | (int) value << shift & bits;
            known[n] |= bits;
        }
    }

    void forget(int... numbers) {
        Arrays.stream(numbers).forEach(n -> known[n] = 0);
    }

    /** Loads a segment register as MOV does: a paragraph in real mode, by the GDT in protected mode. */
    void segment(int number, long selector) {
        SegmentPart old = segments[number];
        if (selector == UNKNOWN) {
            segments[number] = null;
        } else if ((cr0 & PROTECTED) == 0 || cr0 == UNKNOWN) {
            segments[number] = new SegmentPart((int) selector, (int) selector << 4, old != null && old.big());
        } else {
            int at = gdt + ((int) selector & ~LOCAL_OR_LEVEL);
            long low = read(at, 4);
            long high = read(at + 4, 4);
            boolean there = low != UNKNOWN && high != UNKNOWN && (selector & 4) == 0;
            int base = (int) (low >>> 16 | (high & 0xFF) << 16 | high & 0xFF000000L);
            segments[number] = there ? new SegmentPart((int) selector, base, (high & 1 << 22) != 0) : null;
        }
    }

    /** Number of 1 to 4 bytes at a linear address, with what would have been written. */
    long read(int linear, int size) {
        long value = 0;
        for (int i = size - 1; i >= 0; i--) {
            Integer b = written.containsKey(linear + i) ? written.get(linear + i) : Integer.valueOf(original(linear + i));
            if (b == null || b < 0) {
                return UNKNOWN;
            }
            value = value << 8 | b;
        }
        return value;
    }

    private int original(int linear) {
        try {
            return memory.u8(linear);
        } catch (InspectionException e) {
            // Nothing is mapped there, so nothing is known of it.
            return -1;
        }
    }

    void write(int linear, int size, long value) {
        for (int i = 0; i < size; i++) {
            written.put(linear + i, value == UNKNOWN ? null : Integer.valueOf((int) (value >>> 8 * i) & 0xFF));
        }
    }

    /** True when what is at a place of the stack was pushed on the way. */
    boolean isPushed(int linear) {
        return pushed.contains(linear);
    }

    private long stackMask() {
        return segments[Reg.SS] != null && segments[Reg.SS].big() ? 0xFFFFFFFFL : 0xFFFF;
    }

    /** Stack pointer as the stack segment uses it. */
    long sp() {
        return register(Reg.ESP, stackMask() > 0xFFFF ? 4 : 2);
    }

    void sp(long value) {
        register(Reg.ESP, stackMask() > 0xFFFF ? 4 : 2, value == UNKNOWN ? UNKNOWN : value & stackMask());
    }

    /** Linear address so many bytes above the stack pointer, or UNKNOWN. */
    long stack(int above) {
        return sp() == UNKNOWN || segments[Reg.SS] == null ? UNKNOWN
                : segments[Reg.SS].base() + (sp() + above & stackMask()) & 0xFFFFFFFFL;
    }

    void push(int size, long value) {
        sp(sp() == UNKNOWN ? UNKNOWN : sp() - size);
        if (stack(0) != UNKNOWN) {
            write((int) stack(0), size, value);
            pushed.add((int) stack(0));
        }
    }

    long pop(int size) {
        long value = stack(0) == UNKNOWN ? UNKNOWN : read((int) stack(0), size);
        drop(size);
        return value;
    }

    void drop(int bytes) {
        sp(sp() == UNKNOWN ? UNKNOWN : sp() + bytes);
    }

    /** Offset of an instruction's memory operand. */
    long offset(Instruction in) {
        int size = in.addr32 ? 4 : 2;
        long base = in.base == Instruction.NONE ? 0 : register(in.base, size);
        long index = in.index == Instruction.NONE ? 0 : register(in.index, size);
        return base == UNKNOWN || index == UNKNOWN ? UNKNOWN : base + (index << in.scale) + in.displacement & mask(size);
    }

    /** Linear address of an instruction's memory operand. */
    long address(Instruction in) {
        long offset = offset(in);
        return offset == UNKNOWN || segments[in.segment] == null ? UNKNOWN : segments[in.segment].base() + offset & 0xFFFFFFFFL;
    }

    /** Bytes of an operand. */
    static int size(Instruction in, OperandKind kind) {
        return switch (kind) {
            case Eb, Gb, Ib, Mb, Ob, Zb, AL, CL -> 1;
            case Ew, Gw, Iw, Mw, Sw, AX, DX, ES, CS, SS, DS, FS, GS -> 2;
            case Ed, Rd, Md, Zd, Cd, Dd, Td -> 4;
            case Emw -> in.memory ? 2 : in.op32 ? 4 : 2;
            default -> in.op32 ? 4 : 2;
        };
    }

    /** Value of an operand. */
    long get(Instruction in, OperandKind kind) {
        int size = size(in, kind);
        return switch (kind) {
            case Eb, Ew, Ev, Ed, Emw, Mb, Mw, Md -> in.memory
                    ? address(in) == UNKNOWN ? UNKNOWN : read((int) address(in), size) : register(in.rm(), size);
            case Ob, Ov -> address(in) == UNKNOWN ? UNKNOWN : read((int) address(in), size);
            case Gb, Gw, Gv -> register(in.reg(), size);
            case Rd -> register(in.rm(), 4);
            case Zb, Zv, Zd -> register(in.opcodeRegister(), size);
            case AL, AX, eAX -> register(Reg.EAX, size);
            case CL -> register(Reg.ECX, 1);
            case DX -> register(Reg.EDX, 2);
            case Ib, Ibs, Iw, Iz -> in.immediate & mask(size);
            case One -> 1;
            case Sw -> selector(in.reg());
            case ES, CS, SS, DS, FS, GS -> selector(kind.ordinal() - OperandKind.ES.ordinal());
            case Cd -> in.reg() == 0 ? cr0 : UNKNOWN;
            default -> UNKNOWN;
        };
    }

    private long selector(int number) {
        return number > Reg.GS || segments[number] == null ? UNKNOWN : segments[number].selector() & 0xFFFF;
    }

    /** Stores into an operand. */
    void set(Instruction in, OperandKind kind, long value) {
        int size = size(in, kind);
        switch (kind) {
            case Eb, Ew, Ev, Ed, Emw, Mb, Mw, Md -> {
                if (!in.memory) {
                    register(in.rm(), size, value);
                } else if (address(in) != UNKNOWN) {
                    write((int) address(in), size, value);
                }
            }
            case Ob, Ov -> {
                if (address(in) != UNKNOWN) {
                    write((int) address(in), size, value);
                }
            }
            case Gb, Gw, Gv -> register(in.reg(), size, value);
            case Rd -> register(in.rm(), 4, value);
            case Zb, Zv, Zd -> register(in.opcodeRegister(), size, value);
            case AL, AX, eAX -> register(Reg.EAX, size, value);
            case DX -> register(Reg.EDX, 2, value);
            case Sw -> segment(in.reg(), value);
            case ES, CS, SS, DS, FS, GS -> segment(kind.ordinal() - OperandKind.ES.ordinal(), value);
            case Cd -> cr0 = in.reg() == 0 ? value : cr0;
            default -> { }
        }
    }

    /** The registers a caller gets, as far as they are known to the last bit. */
    FrameRegisters registers(FrameRegisters before) {
        int all = 0;
        for (int n = 0; n < known.length; n++) {
            all |= known[n] == -1 || n == Reg.ESP ? 1 << n : 0;
        }
        SegmentPart none = SegmentPart.paragraph(0);
        return new FrameRegisters(values, all, eip, segments[Reg.CS], segments[Reg.SS], segments[Reg.DS] == null ? none
                : segments[Reg.DS], segments[Reg.FS] == null ? before.fs() : segments[Reg.FS],
                segments[Reg.GS] == null ? before.gs() : segments[Reg.GS]);
    }
}
