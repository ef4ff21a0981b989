package org.domainfirmware.debug.ui.model;

import java.util.Optional;
import org.domainfirmware.emulator.debug.CodeSegment;
import org.domainfirmware.emulator.debug.RegistersView;
import org.domainfirmware.emulator.debug.SegmentView;

/**
 * The segment that code is read and shown in.
 *
 * @param limit of the segment, its last offset
 * @param paragraphs whether selectors are paragraphs
 */
public record CodePlace(int selector, CodeSegment segment, int limit, boolean paragraphs) {
    private static final int CS = 1;
    private static final int BIG = 1 << 14;
    private static final int LAST_OFFSET = 0xFFFF;

    /** Operand and address size of what is shown. */
    public enum Size {
        BY_CS("As CS says"), BITS_16("16 bits"), BITS_32("32 bits");

        private final String words;

        Size(String words) {
            this.words = words;
        }

        /** For a menu. */
        public String words() {
            return words;
        }

        private boolean big(SegmentView of) {
            return this == BITS_32 || this == BY_CS && (of.access() & BIG) != 0;
        }
    }

    /** The present CS. */
    public static CodePlace cs(RegistersView r, Size size) {
        SegmentView cs = r.segment(CS);
        return new CodePlace(cs.selector(), new CodeSegment(cs.base(), size.big(cs)), cs.limit(), CpuMode.isParagraphs(r));
    }

    /** The segment of a selector that is a paragraph, is in a segment register, or has this base. */
    public static CodePlace of(int selector, int base, RegistersView r, Size size) {
        boolean paragraphs = CpuMode.isParagraphs(r);
        Optional<SegmentView> loaded = r.segments().stream().filter(s -> s.selector() == selector && s.base() == base).findFirst();
        int limit = loaded.map(SegmentView::limit).orElse(paragraphs ? LAST_OFFSET : -1);
        return new CodePlace(selector, new CodeSegment(base, size.big(r.segment(CS))), limit, paragraphs);
    }

    /** Selector and offset of a linear address; in another paragraph where this one does not reach it; "" where none does. */
    public String words(int linear) {
        int offset = linear - segment.base();
        if (Integer.compareUnsigned(offset, limit) <= 0) {
            return String.format(offset >>> 16 == 0 ? "%04X:%04X" : "%04X:%08X", selector, offset);
        }
        return paragraphs && linear >>> 20 == 0 ? String.format("%04X:%04X", linear >>> 4 & 0xF000, linear & LAST_OFFSET) : "";
    }
}
