package org.domainfirmware.emulator.vmx;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.state.Cr;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Flag;
import org.domainfirmware.emulator.cpu.state.Segment;
import org.domainfirmware.emulator.debug.EntryCheck;

/**
 * The checks a processor makes of the guest-state area at VM entry, for a processor whose fixed CR0
 * bits are PE, NE and PG free of unrestricted guest. Source: SDM volume 3C, 26.3.1.
 */
public final class EntryChecks {
    /** Groups of checks, by section of the manual. */
    private enum Group {
        CONTROL("control registers"), SEGMENTS("segment registers"), TABLES("descriptor-table registers"),
        FLAGS("RIP and RFLAGS"), OTHER("non-register state"), PDPTES("page-directory-pointer-table entries");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        String section() {
            return "26.3.1." + (ordinal() + 1);
        }
    }

    /** Access rights without a meaning: bits 11:8 and 31:17. */
    private static final int RESERVED_RIGHTS = 0xFFFE0F00;
    /** Bits of a PDPTE without a meaning: 2:1, 8:5 and those above a physical address of 36 bits. */
    private static final long RESERVED_PDPTE = 0xFFFF_FFF0_0000_01E6L;

    /** A check made; its values are written out when somebody wants to read them, which entries do not. */
    private record Made(Group group, String rule, boolean passes, String format, Object[] values) {
        EntryCheck named() {
            return new EntryCheck(group.title, group.section(), rule, passes, String.format(format, values));
        }
    }

    private final Cpu cpu;
    private final CpuState s;
    private final int eflags;
    private final List<Made> checks = new ArrayList<>();

    private EntryChecks(Cpu cpu, int eflags) {
        this.cpu = cpu;
        this.eflags = eflags;
        s = cpu.s;
    }

    /** All checks of the present state. */
    public static List<EntryCheck> of(Cpu cpu) {
        return make(cpu, cpu.s.eflags()).all();
    }

    /** Makes the checks of the present state. @param eflags as given for the entry; the processor cannot hold all values */
    static EntryChecks make(Cpu cpu, int eflags) {
        EntryChecks c = new EntryChecks(cpu, eflags);
        c.control();
        c.segments();
        c.tables();
        c.flags();
        c.pointers();
        return c;
    }

    List<EntryCheck> all() {
        return checks.stream().map(Made::named).toList();
    }

    /** The first check that fails, or null. */
    EntryCheck failed() {
        for (Made check : checks) {
            if (!check.passes()) {
                return check.named();
            }
        }
        return null;
    }

    private void check(Group group, String rule, boolean passes, String format, Object... values) {
        checks.add(new Made(group, rule, passes, format, values));
    }

    private void control() {
        check(Group.CONTROL, "CR0.PE is set (the guest never runs in real mode)", (s.cr0 & Cr.CR0_PE) != 0, "CR0=%08X", s.cr0);
        check(Group.CONTROL, "CR0.PG implies CR0.PE", (s.cr0 & Cr.CR0_PG) == 0 || (s.cr0 & Cr.CR0_PE) != 0, "CR0=%08X", s.cr0);
        check(Group.CONTROL, "CR4 has no reserved bit set", (s.cr4 & ~0x7FF) == 0, "CR4=%08X", s.cr4);
    }

    private void segments() {
        boolean vm86 = (s.systemFlags & Flag.VM) != 0;
        Segment[] all = {s.cs, s.ss, s.ds, s.es, s.fs, s.gs};
        String[] names = {"CS", "SS", "DS", "ES", "FS", "GS"};
        for (int i = 0; i < all.length; i++) {
            if (vm86) {
                vm86Segment(names[i], all[i]);
            } else {
                protectedSegment(names[i], all[i]);
            }
        }
        check(Group.SEGMENTS, "TR selector: TI is 0", (s.tr.selector & 4) == 0, "TR=%04X", s.tr.selector);
        int type = s.tr.access & Segment.TYPE_MASK;
        check(Group.SEGMENTS, "TR is a busy TSS", type == 11 || type == 3, "access=%05X", s.tr.access);
        check(Group.SEGMENTS, "TR: S is 0, P is 1, usable", (s.tr.access & (Segment.S | Segment.PRESENT | Segment.NULL))
                == Segment.PRESENT, "access=%05X", s.tr.access);
        reserved("TR", s.tr);
        granularity("TR", s.tr);
        if (!s.ldtr.isNull()) {
            check(Group.SEGMENTS, "LDTR: TI is 0, type 2, S 0, P 1", (s.ldtr.selector & 4) == 0
                    && (s.ldtr.access & 0x9F) == 0x82, "LDTR=%04X access=%05X", s.ldtr.selector, s.ldtr.access);
            reserved("LDTR", s.ldtr);
            granularity("LDTR", s.ldtr);
        }
    }

    private void vm86Segment(String name, Segment g) {
        check(Group.SEGMENTS, name + " in virtual-8086 mode: base is selector x 16", g.base == g.selector << 4,
                "selector=%04X base=%08X", g.selector, g.base);
        check(Group.SEGMENTS, name + " in virtual-8086 mode: limit is FFFFh", g.limit == 0xFFFF, "limit=%08X", g.limit);
        check(Group.SEGMENTS, name + " in virtual-8086 mode: access rights are F3h", g.access == Segment.VM86_DATA,
                "access=%05X", g.access);
    }

    private void protectedSegment(String name, Segment g) {
        boolean code = name.equals("CS");
        boolean stack = name.equals("SS");
        if (g.isNull() && !code) {
            return;
        }
        int type = g.access & Segment.TYPE_MASK;
        if (code) {
            check(Group.SEGMENTS, "CS is accessed code", type == 9 || type == 11 || type == 13 || type == 15, "type=%d", type);
            check(Group.SEGMENTS, "CS: DPL equals SS's for nonconforming, is not above it for conforming code",
                    type >= 12 ? g.dpl() <= s.ss.dpl() : g.dpl() == s.ss.dpl(), "CS.DPL=%d SS.DPL=%d", g.dpl(),
                    s.ss.dpl());
        } else if (stack) {
            check(Group.SEGMENTS, "SS is accessed, writable data", type == 3 || type == 7, "type=%d", type);
            check(Group.SEGMENTS, "SS: RPL equals CS's", g.rpl() == s.cs.rpl(), "SS.RPL=%d CS.RPL=%d", g.rpl(), s.cs.rpl());
            check(Group.SEGMENTS, "SS: DPL equals RPL", g.dpl() == g.rpl(), "DPL=%d RPL=%d", g.dpl(), g.rpl());
        } else {
            boolean readable = (type & 8) == 0 || (type & 2) != 0;
            check(Group.SEGMENTS, name + " is accessed and, if code, readable", (type & 1) != 0 && readable, "type=%d", type);
            check(Group.SEGMENTS, name + ": DPL is not below RPL for data and nonconforming code",
                    type >= 12 || g.dpl() >= g.rpl(), "DPL=%d RPL=%d", g.dpl(), g.rpl());
        }
        check(Group.SEGMENTS, name + ": S is 1 and P is 1", (g.access & 0x90) == 0x90, "access=%05X", g.access);
        reserved(name, g);
        granularity(name, g);
    }

    private void reserved(String name, Segment g) {
        check(Group.SEGMENTS, name + ": reserved bits of the access rights are 0", (g.access & RESERVED_RIGHTS) == 0,
                "access=%05X", g.access);
    }

    /** One rule for all: a limit that is not a whole number of pages must have G clear, one above 1 MiB must have it set. */
    private void granularity(String name, Segment g) {
        boolean set = (g.access & Segment.GRANULAR) != 0;
        boolean wholePages = (g.limit & 0xFFF) == 0xFFF;
        boolean large = (g.limit & 0xFFF00000) != 0;
        check(Group.SEGMENTS, name + ": G fits the limit", (wholePages || !set) && (!large || set), "limit=%08X G=%d", g.limit,
                set ? 1 : 0);
    }

    private void tables() {
        check(Group.TABLES, "GDTR limit has 16 bits", (s.gdtLimit & ~0xFFFF) == 0, "limit=%X", s.gdtLimit);
        check(Group.TABLES, "IDTR limit has 16 bits", (s.idtLimit & ~0xFFFF) == 0, "limit=%X", s.idtLimit);
    }

    private void flags() {
        int f = eflags;
        check(Group.FLAGS, "reserved RFLAGS bits are 0 and bit 1 is 1", (f & 0xFFC0802A) == 2, "EFLAGS=%08X", f);
        check(Group.FLAGS, "RFLAGS.VM is 0 unless CR0.PE", (f & Flag.VM) == 0 || (s.cr0 & Cr.CR0_PE) != 0, "EFLAGS=%08X CR0=%08X",
                f, s.cr0);
        check(Group.OTHER, "HLT activity only with SS.DPL 0", !s.halted || s.ss.dpl() == 0, "halted=%s SS.DPL=%d", s.halted,
                s.ss.dpl());
        check(Group.OTHER, "HLT activity excludes blocking by STI or MOV SS", !s.halted || s.interruptShadow == 0,
                "halted=%s shadow=%d", s.halted, s.interruptShadow);
    }

    private void pointers() {
        if ((s.cr0 & Cr.CR0_PG) == 0 || (s.cr4 & Cr.CR4_PAE) == 0) {
            return;
        }
        for (int i = 0; i < 4; i++) {
            int at = (s.cr3 & ~0x1F) + 8 * i;
            long entry = cpu.memory.peek(at, 4) & 0xFFFFFFFFL | (long) cpu.memory.peek(at + 4, 4) << 32;
            check(Group.PDPTES, "PDPTE" + i + " has no reserved bit set where it is present",
                    (entry & 1) == 0 || (entry & RESERVED_PDPTE) == 0, "CR3=%08X entry=%016X", s.cr3, entry);
        }
    }
}
