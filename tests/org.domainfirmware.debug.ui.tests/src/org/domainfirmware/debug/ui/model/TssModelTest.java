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
        List<Row> rows = TssModel.rows(tss, true, false);
        assertEquals("12000078", cell(rows, "ESP0", 1));
        assertEquals("00000020", cell(rows, "EIP", 1));
        assertEquals("+20h", cell(rows, "EIP", 3));
    }

    @Test
    void aClearBitAllowsAPort() {
        byte[] tss = wide(BITMAP + 0x81);
        tss[BITMAP + 0x10] = (byte) 0xFE;
        tss[BITMAP + 0x7F] = 0;
        assertEquals("allowed: 0080, 03F8-03FF", cell(TssModel.rows(tss, true, false), "I/O bitmap", 3));
    }

    /** SDM volume 1, 19.5.2: two bytes are read for each access, so the last one within the limit must not be the first of them. */
    @Test
    void theLastByteAllowsNothing() {
        byte[] tss = wide(BITMAP + 2);
        tss[BITMAP] = 0x0F;
        tss[BITMAP + 1] = 0;
        assertEquals("allowed: 0004-0007", cell(TssModel.rows(tss, true, false), "I/O bitmap", 3));
    }

    /** SDM volume 3, 20.3.3.4: the 32 bytes below the I/O bitmap; a clear bit sends INT n to the 8086 program's own handler. */
    @Test
    void redirectionOfInterrupts() {
        byte[] tss = wide(BITMAP + 32 + 2);
        tss[102] = (byte) (BITMAP + 32);
        java.util.Arrays.fill(tss, BITMAP, tss.length, (byte) 0xFF);
        tss[BITMAP + 2] = (byte) 0xF6;
        assertEquals("to the program's own handlers: 10, 13", cell(TssModel.rows(tss, true, true), "Interrupt redirection", 3));
        tss[BITMAP + 2] = (byte) 0xFF;
        assertEquals("every INT n goes to the monitor", cell(TssModel.rows(tss, true, true), "Interrupt redirection", 3));
        assertEquals("not within the TSS", cell(TssModel.rows(wide(BITMAP + 2), true, true), "Interrupt redirection", 3));
    }

    @Test
    void aBitmapBeyondTheLimitAllowsNothing() {
        byte[] tss = wide(104);
        assertEquals("beyond the limit: no port is allowed", cell(TssModel.rows(tss, true, false), "I/O bitmap", 3));
    }

    @Test
    void fieldsOf16Bits() {
        byte[] tss = new byte[44];
        tss[2] = 0x34;
        tss[3] = 0x12;
        tss[14] = 0x56;
        tss[42] = 0x18;
        List<Row> rows = TssModel.rows(tss, false, false);
        assertEquals("1234", cell(rows, "SP0", 1));
        assertEquals("0056", cell(rows, "IP", 1));
        assertEquals("0018", cell(rows, "LDT", 1));
        assertEquals("+2Ah", cell(rows, "LDT", 3));
    }

    @Test
    void oneThatIsTooShortHasNoRows() {
        assertEquals(List.of(), TssModel.rows(new byte[103], true, false));
        assertEquals(List.of(), TssModel.rows(new byte[43], false, false));
    }
}
