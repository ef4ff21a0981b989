package org.domainfirmware.debug.ui.model;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.device.reg.Field;

/** Bit fields as rows below the row of what holds them, in the columns of the Devices view: name, bits, value, access, in words. */
final class FieldRows {
    private static final String BIT = "bit ";

    private FieldRows() {
    }

    /** A row a field. @param holder what the fields are in, as a number */
    static List<Row> of(List<Field> fields, int holder) {
        return fields.stream().map(f -> row(f, holder)).toList();
    }

    /** What is not 0 among rows that {@link #of} made, in words. */
    static String words(List<Row> rows) {
        List<String> set = new ArrayList<>();
        for (Row f : rows) {
            if (!f.cell(2).equals("0")) {
                boolean flag = f.cell(1).startsWith(BIT);
                set.add(!f.cell(4).isEmpty() ? f.cell(0) + ": " + f.cell(4) : flag ? f.cell(0) : f.cell(0) + "=" + f.cell(2));
            }
        }
        return String.join(", ", set);
    }

    private static Row row(Field f, int holder) {
        int value = f.in(holder);
        String name = value >= 0 && value < f.values().size() ? f.values().get(value) : "";
        String bits = f.width() == 1 ? BIT + f.lowBit() : "bits " + (f.lowBit() + f.width() - 1) + ":" + f.lowBit();
        return Row.of(f.name(), f.name(), bits, value > 9 || value < 0 ? hex(value, f.width()) : String.valueOf(value), "",
                name);
    }

    /** A number of so many bits, as all of the Devices view write it. */
    static String hex(int value, int bits) {
        return String.format("%0" + Math.max(1, (bits + 3) / 4) + "Xh", value);
    }
}
