package org.domainfirmware.debug.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.domainfirmware.emulator.debug.EntryCheck;
import org.domainfirmware.emulator.debug.RegistersView;
import org.domainfirmware.emulator.debug.SegmentView;
import org.domainfirmware.emulator.debug.X87View;
import org.junit.jupiter.api.Test;

/** Modes and segments in words. After reset: SDM volume 3, table 9-1; hidden parts in real mode: 20.1.1. */
class SegmentModelTest {
    private static final List<String> NAMES = List.of("ES", "CS", "SS", "DS", "FS", "GS", "LDTR", "TR");
    private static final int DATA16 = 0x93;
    private static final int CODE16 = 0x9B;
    private static final int CODE32 = 0xC09B;
    private static final int PE = 1;
    private static final int VM = 1 << 17;
    private static final int PG = 1 << 31;

    private final List<SegmentView> segments = new ArrayList<>();

    SegmentModelTest() {
        for (String name : NAMES) {
            int access = switch (name) {
                case "CS" -> CODE16;
                case "LDTR" -> 0x82;
                case "TR" -> 0x8B;
                default -> DATA16;
            };
            segments.add(new SegmentView(name, 0, 0, 0xFFFF, access, -1));
        }
    }

    private SegmentModelTest set(String name, int selector, int base, int limit, int access, long loadedAt) {
        segments.set(NAMES.indexOf(name), new SegmentView(name, selector, base, limit, access, loadedAt));
        return this;
    }

    private RegistersView registers(int cr0, int eflags) {
        X87View x87 = new X87View(Collections.nCopies(8, new X87View.Register80(0, 0)), 0x37F, 0, 0xFFFF);
        return new RegistersView(Collections.nCopies(8, 0), 0, eflags | 2, segments, List.of(cr0, 0, 0, 0), Collections.nCopies(8, 0),
                0x1000, 0x27, 0, 0x3FF, x87, Map.of(), 0, false, 0, 0);
    }

    private Row row(RegistersView r, String key) {
        return SegmentModel.rows(r, List.of(), SymbolNames.NONE).stream().filter(x -> x.key().equals(key)).findFirst().orElseThrow();
    }

    private String mode(int cr0, int eflags) {
        return row(registers(cr0, eflags), "mode").cell(4);
    }

    @Test
    void modes() {
        assertEquals("real mode", mode(0x10, 0));
        assertEquals("protected mode, 16-bit code, CPL 0", mode(PE, 0));
        set("CS", 8, 0, -1, CODE32, -1);
        assertEquals("protected mode, 32-bit code, CPL 0", mode(PE, 0));
        assertEquals("protected mode, 32-bit code, CPL 0, paging on", mode(PE | PG, 0));
        assertEquals("virtual-8086 mode, paging on", mode(PE | PG, VM));
    }

    @Test
    void selectorsAreParagraphsInRealMode() {
        set("DS", 0x40, 0x400, 0xFFFF, DATA16, -1);
        Row ds = row(registers(0, 0), "DS");
        assertEquals(List.of("DS", "0040", "00000400", "0000FFFF", "data, writable, B=0, DPL 0"), ds.cells());
        assertEquals(Row.Tone.NORMAL, ds.tone());
    }

    @Test
    void unrealSegmentsSayWhyAndWhere() {
        set("DS", 0, 0, 0xFFFFFFFF, 0xC093, 0xF1234);
        RegistersView r = registers(0, 0);
        Row ds = row(r, "DS");
        assertTrue(ds.cell(4).startsWith("UNREAL (limit is not FFFFh; loaded at F1234): data, writable, B=1"), ds::toString);
        assertEquals(Row.Tone.WARNING, ds.tone());
        assertEquals("unreal mode", row(r, "mode").cell(4));
        assertFalse(row(registers(PE, 0), "DS").cell(4).contains("UNREAL"));
    }

    /** SDM volume 3, 9.9.2: who goes back to real mode without loading 64 KiB segments keeps code or stack of 32 bits. */
    @Test
    void wideCodeAndStackAreUnreal() {
        set("SS", 0, 0, 0xFFFF, 0x4093, 0x7C40).set("CS", 0, 0, 0xFFFF, 0x409B, -1).set("DS", 0, 0, 0xFFFF, 0x4093, -1);
        RegistersView r = registers(0, 0);
        assertEquals("unreal mode, 32-bit code", row(r, "mode").cell(4));
        assertTrue(row(r, "SS").cell(4).startsWith("UNREAL (B=1: the stack pointer is ESP; loaded at 07C40): "), row(r, "SS")::toString);
        assertTrue(row(r, "CS").cell(4).startsWith("UNREAL (D=1: 32-bit code): "), row(r, "CS")::toString);
        assertEquals(Row.Tone.NORMAL, row(r, "DS").tone(), "B of a data segment that does not expand down means nothing");
    }

    /** Until the first far jump, CS is based at FFFF0000h with the selector F000h. */
    @Test
    void resetVectorIsUnreal() {
        set("CS", 0xF000, 0xFFFF0000, 0xFFFF, CODE16, -1);
        assertTrue(row(registers(0x60000010, 0), "CS").cell(4).startsWith("UNREAL (base is not F0000h)"));
    }

    @Test
    void aNullSelectorIsUnusable() {
        set("LDTR", 0, 0, 0, DescriptorWords.UNUSABLE, -1);
        Row ldtr = row(registers(PE, 0), "LDTR");
        assertEquals("unusable (null selector)", ldtr.cell(4));
        assertEquals(Row.Tone.DIM, ldtr.tone());
    }

    @Test
    void entryChecksAreCounted() {
        List<EntryCheck> checks = List.of(new EntryCheck("segments", "26.3.1.2", "CS is code", true, "9B"),
                new EntryCheck("segments", "26.3.1.2", "SS.RPL = CS.RPL", false, "3, 0"), new EntryCheck("control", "26.3.1.1", "CR0.PE", true, "1"));
        List<Row> rows = SegmentModel.rows(registers(PE, 0), checks, SymbolNames.NONE);
        Row entry = rows.get(rows.size() - 1);
        assertEquals("would fail: 1 of 3 checks", entry.cell(4));
        assertEquals(List.of("1 fail", "all hold"), entry.children().stream().map(c -> c.cell(1)).toList());
        assertEquals("SDM volume 3C, 26.3.1.2", entry.children().get(0).cell(4));
        Row failed = entry.children().get(0).children().get(1);
        assertEquals(List.of("FAILS", "", "", "", "SS.RPL = CS.RPL: 3, 0"), failed.cells());
        assertEquals(Row.Tone.ERROR, failed.tone());
    }
}
