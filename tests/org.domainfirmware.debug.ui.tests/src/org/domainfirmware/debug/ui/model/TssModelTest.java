package org.domainfirmware.debug.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Task-state segments. Layouts: SDM volume 3, figures 7-2 and 7-10; the bitmap: volume 1, 19.5.2. */
class TssModelTest {
    private static final int BITMAP = 104;

    private static String cell(List<Row> rows, String name, int column) {
        return rows.stream().filter(r -> r.cell(0).equals(name)).findFirst().orElseThrow().cell(column);
    }

    private static byte[] wide(int length) {
        byte[] tss = new byte[length];
        Arrays.fill(tss, BITMAP, length, (byte) 0xFF);
        tss[102] = BITMAP;
        return tss;
    }

    @Test
    void fieldsOf32Bits() {
        byte[] tss = wide(106);
        tss[4] = 0x78;
        tss[7] = 0x12;
        tss[32] = 0x20;
        List<Row> rows = TssModel.rows(tss, true);
        assertEquals("12000078", cell(rows, "ESP0", 1));
        assertEquals("00000020", cell(rows, "EIP", 1));
        assertEquals("+20h", cell(rows, "EIP", 3));
    }

    @Test
    void aClearBitAllowsAPort() {
        byte[] tss = wide(BITMAP + 0x81);
        tss[BITMAP + 0x10] = (byte) 0xFE;
        tss[BITMAP + 0x7F] = 0;
        assertEquals("allowed: 0080, 03F8-03FF", cell(TssModel.rows(tss, true), "I/O bitmap", 3));
    }

    @Test
    void aBitmapBeyondTheLimitAllowsNothing() {
        byte[] tss = wide(104);
        assertEquals("beyond the limit: no port is allowed", cell(TssModel.rows(tss, true), "I/O bitmap", 3));
    }

    @Test
    void fieldsOf16Bits() {
        byte[] tss = new byte[44];
        tss[2] = 0x34;
        tss[3] = 0x12;
        tss[14] = 0x56;
        tss[42] = 0x18;
        List<Row> rows = TssModel.rows(tss, false);
        assertEquals("1234", cell(rows, "SP0", 1));
        assertEquals("0056", cell(rows, "IP", 1));
        assertEquals("0018", cell(rows, "LDT", 1));
        assertEquals("+2Ah", cell(rows, "LDT", 3));
    }

    @Test
    void oneThatIsTooShortHasNoRows() {
        assertEquals(List.of(), TssModel.rows(new byte[103], true));
        assertEquals(List.of(), TssModel.rows(new byte[43], false));
    }
}
