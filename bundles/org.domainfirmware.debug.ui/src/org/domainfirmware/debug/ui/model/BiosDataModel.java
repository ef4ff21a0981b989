package org.domainfirmware.debug.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.domainfirmware.emulator.device.reg.Field;

/**
 * The BIOS data area at 40:0 and the extended one, field by field. Source: IBM PC/AT Technical Reference, "ROM BIOS data
 * areas"; the fields of the EBDA that all BIOSes share.
 */
public final class BiosDataModel {
    /** Address of the BIOS data area. */
    public static final int BDA = 0x400;
    /** Its size, bytes. */
    public static final int BDA_SIZE = 0x100;
    /** How much of the EBDA is looked at, bytes. */
    public static final int EBDA_SIZE = 0x400;

    private record Item(int at, int bytes, int count, String name) { }

    private static final List<Item> ITEMS = List.of(
            item(0x00, 2, 4, "serial ports COM1-COM4"), item(0x08, 2, 3, "parallel ports LPT1-LPT3"),
            item(0x0E, 2, 1, "EBDA segment"), item(0x10, 2, 1, "equipment"), item(0x12, 1, 1, "POST status"),
            item(0x13, 2, 1, "base memory, KiB"),
            item(0x17, 1, 1, "keyboard flags 1"), item(0x18, 1, 1, "keyboard flags 2"), item(0x19, 1, 1, "Alt+keypad value"),
            item(0x1A, 2, 1, "keyboard buffer head"), item(0x1C, 2, 1, "keyboard buffer tail"),
            item(0x1E, 2, 16, "keyboard buffer"), item(0x3E, 1, 1, "diskette recalibrated"),
            item(0x3F, 1, 1, "diskette motors"), item(0x40, 1, 1, "diskette motor timeout, ticks"),
            item(0x41, 1, 1, "diskette status"), item(0x42, 1, 7, "diskette controller status"),
            item(0x49, 1, 1, "video mode"), item(0x4A, 2, 1, "text columns"), item(0x4C, 2, 1, "video page size"),
            item(0x4E, 2, 1, "video page start"), item(0x50, 2, 8, "cursor positions (row, column)"),
            item(0x60, 2, 1, "cursor shape"), item(0x62, 1, 1, "active video page"), item(0x63, 2, 1, "CRTC port"),
            item(0x65, 1, 1, "CGA mode register"), item(0x66, 1, 1, "CGA palette register"),
            item(0x67, 4, 1, "resume vector after reset"), item(0x6B, 1, 1, "last stray interrupt"),
            item(0x6C, 4, 1, "timer ticks"),
            item(0x70, 1, 1, "midnight passed"), item(0x71, 1, 1, "Ctrl+Break"), item(0x72, 2, 1, "reset flag"),
            item(0x74, 1, 1, "disk status"), item(0x75, 1, 1, "disk count"), item(0x76, 1, 1, "disk control"),
            item(0x77, 1, 1, "disk port offset"), item(0x78, 1, 4, "printer timeouts"), item(0x7C, 1, 4, "serial timeouts"),
            item(0x80, 2, 1, "keyboard buffer start"), item(0x82, 2, 1, "keyboard buffer end"),
            item(0x84, 1, 1, "text rows - 1"), item(0x85, 2, 1, "character height"), item(0x87, 1, 1, "video control"),
            item(0x88, 1, 1, "video switches"), item(0x89, 1, 1, "video mode set control"), item(0x8A, 1, 1, "DCC index"),
            item(0x8B, 1, 1, "diskette media control"), item(0x8C, 1, 1, "disk controller status"),
            item(0x8D, 1, 1, "disk controller error"), item(0x8E, 1, 1, "disk interrupt done"),
            item(0x8F, 1, 1, "diskette drive features"), item(0x90, 1, 1, "diskette 0 media state"),
            item(0x91, 1, 1, "diskette 1 media state"), item(0x94, 1, 2, "diskette cylinders"),
            item(0x96, 1, 1, "keyboard flags 3"), item(0x97, 1, 1, "keyboard LEDs"), item(0x98, 4, 1, "wait flag pointer"),
            item(0x9C, 4, 1, "wait count, us"), item(0xA0, 1, 1, "wait active"), item(0xA8, 4, 1, "video save pointers"));

    private static final List<Item> EXTENDED = List.of(item(0x00, 1, 1, "size, KiB"),
            item(0x22, 4, 1, "mouse handler, offset and segment"), item(0x26, 1, 1, "mouse flags 1"),
            item(0x27, 1, 1, "mouse flags 2"), item(0x28, 1, 8, "mouse packet"), item(0x3D, 1, 16, "disk 0 parameters"),
            item(0x4D, 1, 16, "disk 1 parameters"));

    private BiosDataModel() {
    }

    private static Item item(int at, int bytes, int count, String name) {
        return new Item(at, bytes, count, name);
    }

    public static Row bda(byte[] bytes) {
        return Row.of("BDA", "BIOS data area", "0040:0000").with(Row.Tone.HEADING).with(rows(ITEMS, BiosFields.BDA, bytes, 0x40));
    }

    /** @param address where it is, 0 when the firmware made none */
    public static Row ebda(int address, byte[] bytes) {
        Row heading = Row.of("EBDA", "Extended BIOS data area", String.format("%04X:0000", address >> 4), "", "",
                address == 0 ? "none: the word at 40:0Eh is 0" : "").with(Row.Tone.HEADING);
        return address == 0 ? heading : heading.with(rows(EXTENDED, BiosFields.EBDA, bytes, address >> 4));
    }

    private static List<Row> rows(List<Item> items, Map<Integer, List<Field>> fields, byte[] bytes, int segment) {
        List<Row> rows = new ArrayList<>();
        for (Item i : items) {
            List<String> values = new ArrayList<>();
            for (int n = 0; n < i.count(); n++) {
                values.add(hex(bytes, i.at() + n * i.bytes(), i.bytes()));
            }
            List<Row> bits = FieldRows.of(fields.getOrDefault(i.at(), List.of()), number(bytes, i.at(), i.bytes()));
            rows.add(Row.of(i.name(), i.name(), String.format("%04X:%04X", segment, i.at()), String.join(" ", values), "",
                    i.bytes() == 4 ? String.format("%s:%s", values.get(0).substring(0, 4), values.get(0).substring(4))
                            : FieldRows.words(bits)).with(bits).about(new MemoryItem(segment, i.at(), i.bytes() * i.count())));
        }
        return rows;
    }

    private static String hex(byte[] bytes, int at, int size) {
        return String.format("%0" + 2 * size + "X", number(bytes, at, size));
    }

    /** The lowest byte comes first; what is not there is 0. */
    private static int number(byte[] bytes, int at, int size) {
        int number = 0;
        for (int i = size - 1; i >= 0; i--) {
            number = number << 8 | (at + i < bytes.length ? bytes[at + i] & 0xFF : 0);
        }
        return number;
    }
}
