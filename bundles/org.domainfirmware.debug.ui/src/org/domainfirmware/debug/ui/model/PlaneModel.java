package org.domainfirmware.debug.ui.model;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.device.vga.DisplayMode;

/**
 * Bytes of the display adapter's four planes. Memory comes in order, as the linear frame buffer has it: plane p, offset o
 * is byte 4o + p.
 */
public final class PlaneModel {
    /** Columns of the rows. */
    public static final List<Column> COLUMNS = List.of(Column.code("Offset", 90), Column.code("Plane 0", 140),
            Column.code("Plane 1", 140), Column.code("Plane 2", 140), Column.code("Plane 3", 140),
            Column.code("In order at", 95), Column.code("All planes in order", 530));
    /** Planes there are. */
    public static final int PLANES = 4;
    /** Offsets of a row. */
    public static final int PER_ROW = 8;

    private PlaneModel() {
    }

    /**
     * Rows of eight offsets.
     *
     * @param memory in order, from offset {@code base} of the planes on
     * @param from first offset that is shown
     * @param count offsets to show, a multiple of eight
     */
    public static List<Row> rows(byte[] memory, int base, int from, int count) {
        List<Row> rows = new ArrayList<>();
        int end = Math.min(from + count, base + memory.length / PLANES);
        for (int offset = from; offset + PER_ROW <= end; offset += PER_ROW) {
            int at = (offset - base) * PLANES;
            rows.add(Row.of(String.valueOf(offset), String.format("%06X", offset), plane(memory, at, 0), plane(memory, at, 1),
                    plane(memory, at, 2), plane(memory, at, 3), String.format("%06X", offset * PLANES), inOrder(memory, at)));
        }
        return rows;
    }

    private static String plane(byte[] memory, int at, int plane) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < PER_ROW; i++) {
            text.append(String.format("%02X", memory[at + i * PLANES + plane]));
        }
        return text.toString();
    }

    private static String inOrder(byte[] memory, int at) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < PER_ROW * PLANES; i++) {
            text.append(String.format("%02X", memory[at + i]));
        }
        return text.toString();
    }

    /**
     * A picture of a plane: where a bit is a pixel, bits, else bytes as shades.
     *
     * @param pitch offsets from one row to the next
     * @param lines rows of the picture
     * @return shades 0 to 255, row by row
     */
    public static byte[] picture(byte[] memory, int plane, DisplayMode.Kind kind, int pitch, int lines) {
        boolean bits = isBits(kind);
        byte[] shades = new byte[width(kind, pitch) * lines];
        for (int i = 0; i < pitch * lines && i * PLANES + plane < memory.length; i++) {
            byte value = memory[i * PLANES + plane];
            if (!bits) {
                shades[i] = value;
                continue;
            }
            for (int bit = 0; bit < 8; bit++) {
                shades[i * 8 + bit] = (byte) ((value >> 7 - bit & 1) * 0xFF);
            }
        }
        return shades;
    }

    /** Pixels of a row of {@code pitch} offsets. */
    public static int width(DisplayMode.Kind kind, int pitch) {
        return isBits(kind) ? pitch * 8 : pitch;
    }

    private static boolean isBits(DisplayMode.Kind kind) {
        return kind == DisplayMode.Kind.PLANES;
    }
}
