package org.domainfirmware.debug.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.domainfirmware.emulator.debug.E820View;
import org.domainfirmware.emulator.debug.E820View.Service;
import org.junit.jupiter.api.Test;

/** What older services told, held against a machine of 640 KiB and 63 MiB above 1 MiB. */
class MemorySizeModelTest {
    private static final long MIB = 1L << 20;
    private static final List<E820View.Entry> TRUTH = List.of(new E820View.Entry(0, 640 << 10, 1, ""),
            new E820View.Entry(MIB, 63 * MIB, 1, ""));

    private static List<Row> sizes(E820View.SizeCall... calls) {
        List<Row> rows = MemorySizeModel.append(List.of(), new E820View(List.of(), 0, TRUTH, List.of(calls)), new byte[128],
                new byte[] {(byte) 0x80, 2});
        return rows.get(0).children();
    }

    private static Row row(List<Row> rows, String name) {
        return rows.stream().filter(r -> r.cell(0).equals(name)).findFirst().orElseThrow();
    }

    @Test
    void aServiceNobodyAskedSaysSo() {
        assertEquals("the guest has not asked", row(sizes(), "INT 12h").cell(5));
    }

    @Test
    void trueAnswersAreNotMarked() {
        List<Row> rows = sizes(new E820View.SizeCall(Service.INT_12, 1, 0x7C10, false, 640, 0, 0, 0),
                new E820View.SizeCall(Service.INT_15_88, 2, 0x7C20, false, 63 * 1024, 0, 0, 0),
                new E820View.SizeCall(Service.INT_15_E801, 3, 0x7C30, false, 0x3C00, 48 * 16, 0x3C00, 48 * 16));
        for (String name : List.of("INT 12h: AX", "INT 15h AH=88h: AX", "INT 15h AX=E801h: AX", "INT 15h AX=E801h: BX",
                "INT 15h AX=E801h: CX", "INT 15h AX=E801h: DX", "word at 40:13h")) {
            assertEquals(Row.Tone.NORMAL, row(rows, name).tone(), name);
        }
        assertEquals("64512 KiB", row(rows, "INT 15h AH=88h: AX").cell(3));
        assertEquals("returned to linear 07C30", row(rows, "INT 15h AX=E801h: BX").cell(5));
    }

    @Test
    void wrongAnswersAndRefusalsAreMarked() {
        List<Row> rows = sizes(new E820View.SizeCall(Service.INT_15_88, 2, 0x7C20, true, 0x8600, 0, 0, 0),
                new E820View.SizeCall(Service.INT_15_E801, 3, 0x7C30, false, 0x4000, 48 * 16, 0x3C00, 48 * 16));
        assertEquals(Row.Tone.WARNING, row(rows, "INT 15h AH=88h").tone());
        Row tooMuch = row(rows, "INT 15h AX=E801h: AX");
        assertEquals(Row.Tone.WARNING, tooMuch.tone());
        assertTrue(tooMuch.cell(5).startsWith("the machine has 15360 KiB"), tooMuch.cell(5));
    }
}
