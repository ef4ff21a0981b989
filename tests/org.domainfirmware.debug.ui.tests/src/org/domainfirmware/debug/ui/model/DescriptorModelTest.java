package org.domainfirmware.debug.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Descriptors written out by hand from the figures of SDM volume 3: 3-8 (segment descriptor), 6-2 (gates), table 3-2 (system types). */
class DescriptorModelTest {
    /** Limit FFFFFh, granular, base 0: the flat segments every boot loader has. */
    private static final long FLAT_CODE = 0x00CF9A000000FFFFL;
    private static final long FLAT_DATA = 0x00CF92000000FFFFL;
    private static final long CODE16 = 0x00009A000000FFFFL;

    private static byte[] table(long... entries) {
        ByteBuffer bytes = ByteBuffer.allocate(entries.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (long e : entries) {
            bytes.putLong(e);
        }
        return bytes.array();
    }

    private static List<Row> gdt(long... entries) {
        return DescriptorModel.table("gdt", table(entries), false, SymbolNames.NONE);
    }

    @Test
    void flatSegments() {
        List<Row> rows = gdt(0, FLAT_CODE, FLAT_DATA, CODE16);
        assertEquals(List.of("0000", "", "", "null descriptor"), rows.get(0).cells());
        assertEquals(List.of("0008", "00000000", "FFFFFFFF", "code, readable, 32-bit, not accessed, DPL 0, 4 KiB granular"),
                rows.get(1).cells());
        assertEquals(List.of("0010", "00000000", "FFFFFFFF", "data, writable, B=1, not accessed, DPL 0, 4 KiB granular"),
                rows.get(2).cells());
        assertEquals(List.of("0018", "00000000", "0000FFFF", "code, readable, 16-bit, not accessed, DPL 0"), rows.get(3).cells());
    }

    @Test
    void baseAndLimitAreScattered() {
        // Base 12345678h, limit 9ABCDh in bytes.
        DescriptorModel.Descriptor d = DescriptorModel.decode(table(0x124992345678ABCDL), 0);
        assertEquals(0x12345678, d.base());
        assertEquals(0x9ABCD, d.limit());
    }

    @Test
    void localTablesHaveTheTableBit() {
        assertEquals("000C", DescriptorModel.table("ldt", table(0, FLAT_DATA), true, SymbolNames.NONE).get(1).cell(0));
    }

    @Test
    void absentSegmentsWarn() {
        Row row = gdt(0, FLAT_DATA & ~(1L << 47)).get(1);
        assertTrue(row.cell(3).endsWith("NOT PRESENT"), row::toString);
        assertEquals(Row.Tone.WARNING, row.tone());
    }

    @Test
    void systemSegmentsAndGates() {
        // A busy 32-bit TSS at 5000h of 104 bytes; a 32-bit call gate to 0008:00123456, DPL 3; a task gate to 0028.
        List<Row> rows = gdt(0, 0x00008B0050000067L, 0x0012EC0000083456L, 0x0000850000280000L);
        assertEquals(List.of("0008", "00005000", "00000067", "32-bit TSS, busy, DPL 0"), rows.get(1).cells());
        assertEquals("0008:00123456", rows.get(2).cell(1));
        assertEquals("32-bit call gate, DPL 3", rows.get(2).cell(3));
        assertEquals("TSS 0028", rows.get(3).cell(1));
    }

    @Test
    void interruptGates() {
        // Vector 0: 32-bit interrupt gate to 0008:0010ABCD. Vector 1: 16-bit trap gate to 0018:1234, not present.
        List<Row> rows = DescriptorModel.idt(table(0x00108E000008ABCDL, 0x0000070000181234L), SymbolNames.NONE, s -> 0);
        assertEquals("0008:0010ABCD", rows.get(0).cell(1));
        assertEquals("32-bit interrupt gate, DPL 0", rows.get(0).cell(3));
        assertEquals("0018:00001234", rows.get(1).cell(1));
        assertEquals("16-bit trap gate, DPL 0, NOT PRESENT", rows.get(1).cell(3));
    }

    @Test
    void realModeVectorsAreOffsetThenSegment() {
        List<Row> rows = DescriptorModel.ivt(new byte[] {0x53, (byte) 0xFF, 0x00, (byte) 0xF0, 0, 0, 0, 0}, SymbolNames.NONE);
        assertEquals("F000:FF53", rows.get(0).cell(1));
        assertEquals("empty", rows.get(1).cell(3));
        assertEquals(Row.Tone.DIM, rows.get(1).tone());
    }

    /** SDM volume 3, 3.4.5.1, table 3-1: the code and data types. */
    @Test
    void typesOfSegments() {
        assertEquals("expand-down data, read-only, B=0, DPL 0", DescriptorWords.rights(0x95));
        assertEquals("conforming code, execute only, 16-bit, DPL 3", DescriptorWords.rights(0xFD));
        assertEquals("unusable (null selector)", DescriptorWords.rights(DescriptorWords.UNUSABLE));
    }
}
