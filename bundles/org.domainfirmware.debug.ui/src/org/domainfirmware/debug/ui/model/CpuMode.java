package org.domainfirmware.debug.ui.model;

import org.domainfirmware.emulator.debug.RegistersView;
import org.domainfirmware.emulator.debug.SegmentView;

/** The processor's mode, in words. Source: SDM volume 3, 2.2 and 20. */
public final class CpuMode {
    private static final int CS = 1;
    private static final int PE = 1;
    private static final int PG = 1 << 31;
    private static final int VM = 1 << 17;
    private static final int BIG = 1 << 14;
    private static final int REAL_LIMIT = 0xFFFF;

    private CpuMode() {
    }

    public static boolean isProtected(RegistersView r) {
        return (r.control().get(0) & PE) != 0;
    }

    public static boolean isVm86(RegistersView r) {
        return isProtected(r) && (r.eflags() & VM) != 0;
    }

    /** Real, unreal or VM86: selectors are paragraphs. */
    public static boolean isParagraphs(RegistersView r) {
        return !isProtected(r) || isVm86(r);
    }

    /** "real mode", "unreal mode", "virtual-8086 mode", "protected mode, 16-bit code", ..., and paging. */
    public static String describe(RegistersView r) {
        String paging = (r.control().get(0) & PG) != 0 ? ", paging on" : "";
        if (isVm86(r)) {
            return "virtual-8086 mode" + paging;
        }
        if (isProtected(r)) {
            String code = (r.segment(CS).access() & BIG) != 0 ? "32-bit code" : "16-bit code";
            return "protected mode, " + code + ", CPL " + r.cpl() + paging;
        }
        boolean unreal = r.segments().subList(0, 6).stream().anyMatch(CpuMode::isUnreal);
        return (unreal ? "unreal mode" : "real mode") + ((r.segment(CS).access() & BIG) != 0 ? ", 32-bit code" : "");
    }

    /** In real mode: a segment register that reaches further, or elsewhere, than its selector says, or has code or stack of 32 bits. */
    public static boolean isUnreal(SegmentView s) {
        boolean wide = (s.access() & BIG) != 0 && (s.name().equals("CS") || s.name().equals("SS"));
        return wide || s.limit() != REAL_LIMIT || s.base() != s.selector() << 4;
    }
}
