package org.domainfirmware.debug.core.guest;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.domainfirmware.emulator.debug.RegistersView;
import org.domainfirmware.emulator.debug.SegmentView;

/** Registers by the names a user writes, as a frame sees them. */
final class RegisterValues {
    private static final List<String> WIDE = List.of("eax", "ecx", "edx", "ebx", "esp", "ebp", "esi", "edi");
    private static final List<String> WORD = List.of("ax", "cx", "dx", "bx", "sp", "bp", "si", "di");
    private static final List<String> BYTE = List.of("al", "cl", "dl", "bl", "ah", "ch", "dh", "bh");
    private static final List<String> SEGMENTS = List.of("es", "cs", "ss", "ds", "fs", "gs", "ldtr", "tr");
    private static final List<String> FLAGS = List.of("cf", "", "pf", "", "af", "", "zf", "sf", "tf", "if", "df", "of");

    private final RegistersView view;
    private final FrameRegisters frame;

    RegisterValues(RegistersView view, FrameRegisters frame) {
        this.view = view;
        this.frame = frame;
    }

    /** The value, or empty when there is no register of that name. */
    OptionalLong find(String typed) throws InspectionException {
        String name = typed.toLowerCase(Locale.ROOT);
        if (WIDE.contains(name)) {
            return OptionalLong.of(general(WIDE.indexOf(name), typed) & 0xFFFFFFFFL);
        }
        if (WORD.contains(name)) {
            return OptionalLong.of(general(WORD.indexOf(name), typed) & 0xFFFF);
        }
        if (BYTE.contains(name)) {
            int n = BYTE.indexOf(name);
            return OptionalLong.of(general(n & 3, typed) >>> (n & 4) * 2 & 0xFF);
        }
        if (SEGMENTS.contains(name)) {
            return OptionalLong.of(selector(SEGMENTS.indexOf(name)));
        }
        int flag = name.isEmpty() ? -1 : FLAGS.indexOf(name);
        if (flag >= 0) {
            return OptionalLong.of(view.eflags() >>> flag & 1);
        }
        int dot = name.indexOf('.');
        return dot > 0 ? hidden(name.substring(0, dot), name.substring(dot + 1)) : system(name);
    }

    private int general(int number, String typed) throws InspectionException {
        if (!frame.knows(number)) {
            throw new InspectionException(typed + " is not known in this frame");
        }
        return frame.values()[number];
    }

    private long selector(int number) {
        return switch (number) {
            case 1 -> frame.cs().selector();
            case 2 -> frame.ss().selector();
            case 3 -> frame.ds().selector();
            default -> view.segment(number).selector();
        };
    }

    private OptionalLong hidden(String register, String part) {
        int number = SEGMENTS.indexOf(register);
        if (number >= 0) {
            SegmentView s = view.segment(number);
            return switch (part) {
                case "base" -> OptionalLong.of(s.base() & 0xFFFFFFFFL);
                case "limit" -> OptionalLong.of(s.limit() & 0xFFFFFFFFL);
                case "access" -> OptionalLong.of(s.access());
                default -> OptionalLong.empty();
            };
        }
        return switch (register + "." + part) {
            case "gdtr.base" -> OptionalLong.of(view.gdtBase() & 0xFFFFFFFFL);
            case "gdtr.limit" -> OptionalLong.of(view.gdtLimit());
            case "idtr.base" -> OptionalLong.of(view.idtBase() & 0xFFFFFFFFL);
            case "idtr.limit" -> OptionalLong.of(view.idtLimit());
            default -> OptionalLong.empty();
        };
    }

    private OptionalLong system(String name) {
        return switch (name) {
            case "eip" -> OptionalLong.of(frame.eip() & 0xFFFFFFFFL);
            case "ip" -> OptionalLong.of(frame.eip() & 0xFFFF);
            case "eflags" -> OptionalLong.of(view.eflags() & 0xFFFFFFFFL);
            case "flags" -> OptionalLong.of(view.eflags() & 0xFFFF);
            case "cr0" -> OptionalLong.of(view.control().get(0) & 0xFFFFFFFFL);
            case "cr2" -> OptionalLong.of(view.control().get(1) & 0xFFFFFFFFL);
            case "cr3" -> OptionalLong.of(view.control().get(2) & 0xFFFFFFFFL);
            case "cr4" -> OptionalLong.of(view.control().get(3) & 0xFFFFFFFFL);
            case "cpl" -> OptionalLong.of(view.cpl());
            default -> OptionalLong.empty();
        };
    }

    /** Base of a segment: of the register that holds the selector, else a paragraph. */
    FrameRegisters.SegmentPart segment(int selector) {
        for (FrameRegisters.SegmentPart s : List.of(frame.ds(), frame.ss(), frame.cs())) {
            if (s.selector() == selector) {
                return s;
            }
        }
        for (SegmentView s : view.segments()) {
            if (s.selector() == selector) {
                return FrameRegisters.SegmentPart.of(s);
            }
        }
        return FrameRegisters.SegmentPart.paragraph(selector);
    }
}
