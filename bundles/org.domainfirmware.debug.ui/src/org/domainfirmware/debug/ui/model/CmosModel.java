package org.domainfirmware.debug.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The clock and its CMOS memory. Source: Motorola MC146818 datasheet; IBM PC/AT Technical Reference; Bochs and QEMU usage. */
public final class CmosModel {
    /** Bytes of CMOS memory. */
    public static final int SIZE = 128;
    private static final Map<Integer, String> NAMES = Map.ofEntries(Map.entry(0x00, "seconds"), Map.entry(0x01, "alarm seconds"),
            Map.entry(0x02, "minutes"), Map.entry(0x03, "alarm minutes"), Map.entry(0x04, "hours"),
            Map.entry(0x05, "alarm hours"), Map.entry(0x06, "day of week"), Map.entry(0x07, "day"), Map.entry(0x08, "month"),
            Map.entry(0x09, "year"), Map.entry(0x0A, "status A: rate, divider, update"),
            Map.entry(0x0B, "status B: interrupts, format"), Map.entry(0x0C, "status C: interrupt flags"),
            Map.entry(0x0D, "status D: battery"), Map.entry(0x0E, "diagnostic status"), Map.entry(0x0F, "shutdown code"),
            Map.entry(0x10, "diskette types"), Map.entry(0x12, "disk types"), Map.entry(0x14, "equipment"),
            Map.entry(0x15, "base memory low, KiB"), Map.entry(0x16, "base memory high"),
            Map.entry(0x17, "extended memory low, KiB"), Map.entry(0x18, "extended memory high"),
            Map.entry(0x19, "disk 0 type"), Map.entry(0x1A, "disk 1 type"), Map.entry(0x2E, "checksum high"),
            Map.entry(0x2F, "checksum low"), Map.entry(0x30, "extended memory found low"),
            Map.entry(0x31, "extended memory found high"), Map.entry(0x32, "century"),
            Map.entry(0x34, "memory above 16 MiB low, x 64 KiB"), Map.entry(0x35, "memory above 16 MiB high"),
            Map.entry(0x38, "boot order, third"), Map.entry(0x3D, "boot order, first and second"));

    private CmosModel() {
    }

    public static Row row(byte[] cmos) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < cmos.length; i++) {
            String name = NAMES.getOrDefault(i, "");
            List<Row> bits = FieldRows.of(BiosFields.CMOS.getOrDefault(i, List.of()), cmos[i]);
            Row row = Row.of("cmos " + i, name.isEmpty() ? String.format("byte %02Xh", i) : name, String.format("%02Xh", i),
                    String.format("%02Xh", cmos[i]), "", FieldRows.words(bits)).with(bits);
            rows.add(name.isEmpty() ? row.with(Row.Tone.DIM) : row);
        }
        int sum = 0;
        for (int i = 0x10; i < 0x2E && i < cmos.length; i++) {
            sum += cmos[i] & 0xFF;
        }
        boolean whole = cmos.length > 0x2F;
        int stored = whole ? (cmos[0x2E] & 0xFF) << 8 | cmos[0x2F] & 0xFF : 0;
        String check = !whole ? "" : (sum & 0xFFFF) == stored ? "checksum of 10h to 2Dh is right"
                : String.format("checksum of 10h to 2Dh is %04X, stored is %04X", sum & 0xFFFF, stored);
        String clock = CmosClock.words(cmos);
        return Row.of("CMOS", "CMOS", "", "", "", clock.isEmpty() ? check : clock + "; " + check).with(Row.Tone.HEADING).with(rows);
    }
}
