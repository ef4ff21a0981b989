package org.domainfirmware.debug.ui.model;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.domainfirmware.emulator.device.reg.Field;

/**
 * Bits of the BIOS data areas and of CMOS, by their offset. Source: IBM PS/2 and PC BIOS Interface Technical Reference, "Data areas and
 * ROM tables"; IBM PC/AT Technical Reference, "RT/CMOS RAM I/O operations"; Motorola MC146818 datasheet; the boot order is that of the
 * Bochs and QEMU machines.
 */
final class BiosFields {
    private static final List<String> RATES = List.of("500 kbit/s", "300 kbit/s", "250 kbit/s", "1 Mbit/s");
    private static final List<String> DISKETTES = List.of("none", "360 KiB", "1.2 MiB", "720 KiB", "1.44 MiB", "2.88 MiB");
    private static final List<String> DISKETTE_ERRORS = List.of("none", "invalid function", "address mark not found", "write protected",
            "sector not found", "", "diskette changed", "", "DMA overrun", "DMA across 64 KiB", "", "", "media type not found", "", "",
            "", "CRC error");
    private static final List<String> BOOT_DEVICES = List.of("none", "diskette", "disk", "CD", "network");
    private static final List<Field> EQUIPMENT_LOW = List.of(bit("diskette drive", 0), bit("coprocessor", 1), bit("pointing device", 2),
            bits("initial video", 4, 2, List.of("EGA, VGA or none", "40 x 25 colour", "80 x 25 colour", "80 x 25 monochrome")),
            bits("diskette drives", 6, 2, List.of("1, if any", "2", "3", "4")));
    private static final List<Field> MEDIA = List.of(bits("state", 0, 3, List.of("trying 360 KiB in a 360 KiB drive",
            "trying 360 KiB in a 1.2 MiB drive", "trying 1.2 MiB in a 1.2 MiB drive", "360 KiB in a 360 KiB drive",
            "360 KiB in a 1.2 MiB drive", "1.2 MiB in a 1.2 MiB drive", "", "720 KiB, 1.44 MiB or 2.88 MiB")),
            bit("established", 4), bit("double stepping", 5), bits("rate", 6, 2, RATES));

    /** Of the BIOS data area, by offset in segment 40h. */
    static final Map<Integer, List<Field>> BDA = Map.ofEntries(
            Map.entry(0x10, List.of(EQUIPMENT_LOW.get(0), EQUIPMENT_LOW.get(1), EQUIPMENT_LOW.get(2), EQUIPMENT_LOW.get(3),
                    EQUIPMENT_LOW.get(4), bits("serial ports", 9, 3), bit("game adapter", 12), bit("internal modem", 13),
                    bits("printers", 14, 2))),
            Map.entry(0x17, flags("Right Shift", "Left Shift", "Ctrl", "Alt", "Scroll Lock on", "Num Lock on", "Caps Lock on", "Insert on")),
            Map.entry(0x18, flags("Left Ctrl", "Left Alt", "SysRq", "Pause", "Scroll Lock down", "Num Lock down", "Caps Lock down",
                    "Insert down")),
            Map.entry(0x3E, List.of(bit("drive 0", 0), bit("drive 1", 1), bit("drive 2", 2), bit("drive 3", 3), bit("interrupt came", 7))),
            Map.entry(0x3F, List.of(bit("motor 0 on", 0), bit("motor 1 on", 1), bit("motor 2 on", 2), bit("motor 3 on", 3),
                    bits("selected drive", 4, 2), bit("writing", 7))),
            Map.entry(0x41, List.of(bits("error", 0, 5, DISKETTE_ERRORS), bit("controller failure", 5), bit("seek failure", 6),
                    bit("time-out", 7))),
            Map.entry(0x65, flags("80 columns", "graphics", "black and white", "video on", "640 dots", "blink")),
            Map.entry(0x66, List.of(bits("border or background", 0, 4), bit("intensity", 4), bit("palette 1", 5))),
            Map.entry(0x71, List.of(bit("Ctrl+Break pressed", 7))),
            Map.entry(0x87, List.of(bit("cursor not emulated", 0), bit("monochrome monitor", 1), bit("waits for display enable", 2),
                    bit("inactive", 3),
                    bits("memory", 5, 2, List.of("64 KiB", "128 KiB", "192 KiB", "256 KiB or more")), bit("last mode set kept memory", 7))),
            Map.entry(0x88, List.of(bits("switches", 0, 4), bits("feature connector", 4, 4))),
            Map.entry(0x89, List.of(bit("VGA active", 0), bit("grey summing", 1), bit("monochrome monitor", 2),
                    bit("palette not loaded", 3), bit("400 lines", 4), bit("display switching", 6), bit("200 lines", 7))),
            Map.entry(0x8B, List.of(bits("rate at the beginning", 2, 2, RATES), bits("step rate", 4, 2), bits("last rate", 6, 2, RATES))),
            Map.entry(0x8F, List.of(bit("drive 0 has 80 tracks", 0), bit("drive 0 has several rates", 1), bit("drive 0 determined", 2),
                    bit("drive 1 has 80 tracks", 4), bit("drive 1 has several rates", 5), bit("drive 1 determined", 6))),
            Map.entry(0x90, MEDIA), Map.entry(0x91, MEDIA),
            Map.entry(0x96, flags("last was E1h", "last was E0h", "Right Ctrl", "Right Alt", "101/102 keys", "Num Lock forced",
                    "first byte of ID", "reading ID")),
            Map.entry(0x97, flags("Scroll Lock lit", "Num Lock lit", "Caps Lock lit", "", "acknowledged", "resend", "being set",
                    "transmit error")),
            Map.entry(0xA0, List.of(bit("waiting", 0), bit("elapsed", 7))));

    /** Of the extended BIOS data area. */
    static final Map<Integer, List<Field>> EBDA = Map.of(
            0x26, List.of(bits("next byte", 0, 3), bit("error", 4), bit("acknowledged", 5), bit("resend", 6), bit("command in progress", 7)),
            0x27, List.of(bits("packet size - 1", 0, 3), bit("handler installed", 7)));

    /** Of CMOS, by index. */
    static final Map<Integer, List<Field>> CMOS = Map.ofEntries(
            Map.entry(0x0A, List.of(bits("rate", 0, 4), bits("divider", 4, 3), bit("update in progress", 7))),
            Map.entry(0x0B, flags("daylight saving", "24 hours", "binary", "square wave", "update interrupt", "alarm interrupt",
                    "periodic interrupt", "set")),
            Map.entry(0x0C, List.of(bit("update", 4), bit("alarm", 5), bit("periodic", 6), bit("interrupt", 7))),
            Map.entry(0x0D, List.of(bit("battery good", 7))),
            Map.entry(0x0E, List.of(bit("time invalid", 2), bit("disk failed", 3), bit("memory size differs", 4),
                    bit("configuration invalid", 5), bit("checksum bad", 6), bit("power lost", 7))),
            Map.entry(0x10, List.of(bits("drive 1", 0, 4, DISKETTES), bits("drive 0", 4, 4, DISKETTES))),
            Map.entry(0x12, List.of(bits("disk 1", 0, 4), bits("disk 0", 4, 4))),
            Map.entry(0x14, EQUIPMENT_LOW),
            Map.entry(0x38, List.of(bit("boot signature not checked", 0), bits("third", 4, 4, BOOT_DEVICES))),
            Map.entry(0x3D, List.of(bits("first", 0, 4, BOOT_DEVICES), bits("second", 4, 4, BOOT_DEVICES))));

    private BiosFields() {
    }

    private static Field bit(String name, int at) {
        return new Field(name, at, 1, List.of());
    }

    private static Field bits(String name, int low, int width) {
        return new Field(name, low, width, List.of());
    }

    private static Field bits(String name, int low, int width, List<String> values) {
        return new Field(name, low, width, values);
    }

    /** Bits from 0 upward; "" has no name. */
    private static List<Field> flags(String... names) {
        return IntStream.range(0, names.length).filter(i -> !names[i].isEmpty()).mapToObj(i -> bit(names[i], i)).toList();
    }
}
