package org.domainfirmware.debug.core.guest;

import java.util.Arrays;
import org.domainfirmware.emulator.debug.RegistersView;
import org.domainfirmware.emulator.debug.SegmentView;

/**
 * The registers as a frame sees them. In the caller's frames some are not known any more: the compiler may have used them.
 *
 * @param values EAX ECX EDX EBX ESP EBP ESI EDI
 * @param known a bit for each of them
 * @param eip offset in the code segment
 */
public record FrameRegisters(int[] values, int known, int eip, SegmentPart cs, SegmentPart ss, SegmentPart ds,
        SegmentPart fs, SegmentPart gs) {
    public static final int EAX = 0;
    public static final int ECX = 1;
    public static final int EDX = 2;
    public static final int EBX = 3;
    public static final int ESP = 4;
    public static final int EBP = 5;
    public static final int ESI = 6;
    public static final int EDI = 7;
    private static final int ALL = 0xFF;
    private static final int CS = 1;
    private static final int SS = 2;
    private static final int DS = 3;
    private static final int FS = 4;
    private static final int GS = 5;
    private static final int BIG = 1 << 14;

    /**
     * What counts of a segment.
     *
     * @param big its D/B bit
     */
    public record SegmentPart(int selector, int base, boolean big) {
        static SegmentPart of(SegmentView s) {
            return new SegmentPart(s.selector(), s.base(), (s.access() & BIG) != 0);
        }

        /** A real-mode segment. */
        public static SegmentPart paragraph(int selector) {
            return new SegmentPart(selector & 0xFFFF, (selector & 0xFFFF) << 4, false);
        }
    }

    public FrameRegisters {
        values = values.clone();
    }

    static FrameRegisters top(RegistersView r) {
        int[] values = r.general().stream().mapToInt(Integer::intValue).toArray();
        return new FrameRegisters(values, ALL, r.eip(), SegmentPart.of(r.segment(CS)), SegmentPart.of(r.segment(SS)),
                SegmentPart.of(r.segment(DS)), SegmentPart.of(r.segment(FS)), SegmentPart.of(r.segment(GS)));
    }

    /** Linear address of the instruction. */
    public int linear() {
        return cs.base + eip;
    }

    /** The stack pointer as the stack segment uses it. */
    public int sp() {
        return ss.big ? values[ESP] : values[ESP] & 0xFFFF;
    }

    public boolean knows(int number) {
        return (known >>> number & 1) != 0;
    }

    FrameRegisters with(int number, int value) {
        int[] copy = values.clone();
        copy[number] = value;
        return new FrameRegisters(copy, known | 1 << number, eip, cs, ss, ds, fs, gs);
    }

    FrameRegisters at(SegmentPart newCs, int newEip) {
        return new FrameRegisters(values, known, newEip, newCs, ss, ds, fs, gs);
    }

    FrameRegisters segments(SegmentPart newSs, SegmentPart newDs, SegmentPart newFs, SegmentPart newGs) {
        return new FrameRegisters(values, known, eip, cs, newSs, newDs, newFs, newGs);
    }

    /** Only the registers in the mask stay known. */
    FrameRegisters keep(int mask) {
        return new FrameRegisters(values, known & mask, eip, cs, ss, ds, fs, gs);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof FrameRegisters r && Arrays.equals(values, r.values) && known == r.known && eip == r.eip
                && cs.equals(r.cs) && ss.equals(r.ss) && ds.equals(r.ds)
                && fs.equals(r.fs) && gs.equals(r.gs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values) * 31 + eip;
    }
}
