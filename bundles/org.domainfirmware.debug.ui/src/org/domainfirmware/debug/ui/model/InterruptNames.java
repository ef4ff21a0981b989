package org.domainfirmware.debug.ui.model;

import java.util.HashMap;
import java.util.Map;

/**
 * Names of interrupts and of the functions of the PC's firmware. Sources: IBM PC/AT Technical Reference, BIOS listing;
 * VESA VBE 3.0; Enhanced Disk Drive specification 3.0; ACPI 6, 15.1; PCI BIOS 2.1. A table.
 */
public final class InterruptNames {
    private static final int WIDE = 0x10000;
    private static final String BETWEEN = " / ";
    private static final Map<Integer, String> VECTORS = vectors();
    private static final Map<Integer, String> FUNCTIONS = functions();

    private InterruptNames() {
    }

    private static Map<Integer, String> vectors() {
        Map<Integer, String> map = new HashMap<>();
        String[] low = {"divide error", "debug", "NMI", "breakpoint", "overflow", "print screen / BOUND", "invalid opcode",
            "no coprocessor", "timer / double fault", "keyboard", "cascade / invalid TSS", "COM2 / segment not present",
            "COM1 / stack fault", "LPT2 / general protection", "diskette / page fault", "LPT1", "video", "equipment",
            "memory size", "disk", "serial", "system services", "keyboard services", "printer", "ROM BASIC", "bootstrap",
            "time of day", "Ctrl+Break", "user timer tick", "video parameters", "diskette parameters", "8x8 font"};
        for (int i = 0; i < low.length; i++) {
            map.put(i, low[i]);
        }
        put(map, 0x20, "DOS terminate", 0x21, "DOS", 0x40, "diskette services", 0x41, "disk 0 parameters");
        put(map, 0x42, "old video", 0x43, "font", 0x46, "disk 1 parameters", 0x4A, "alarm", 0x67, "EMS");
        put(map, 0x70, "RTC", 0x71, "redirected IRQ 2", 0x72, "IRQ 10", 0x73, "IRQ 11", 0x74, "mouse", 0x75, "FPU");
        put(map, 0x76, "primary IDE", 0x77, "secondary IDE");
        return Map.copyOf(map);
    }

    private static Map<Integer, String> functions() {
        Map<Integer, String> map = new HashMap<>();
        list(map, 0x10, 0x00, "set mode", "cursor shape", "set cursor", "get cursor", "light pen", "set page", "scroll up",
                "scroll down", "read char and attribute", "write char and attribute", "write char", "set palette",
                "write pixel", "read pixel", "teletype", "get mode", "palette registers", "font", "alternate select",
                "write string");
        put(map, 0x101A, "display combination", 0x101B, "video state", 0x101C, "save or restore state");
        String[] vbe = {"controller info", "mode info", "set VBE mode", "get VBE mode", "save or restore", "window",
            "scan line length", "display start", "DAC format", "palette data", "protected mode interface"};
        for (int i = 0; i < vbe.length; i++) {
            map.put(wide(0x10, 0x4F00 + i), "VBE " + vbe[i]);
        }
        map.put(wide(0x10, 0x4F15), "VBE DDC");
        list(map, 0x13, 0x00, "reset disk", "status", "read sectors", "write sectors", "verify sectors", "format track");
        put(map, 0x1308, "drive parameters", 0x1309, "initialise drive", 0x130C, "seek", 0x130D, "reset disk",
                0x1310, "test ready", 0x1311, "recalibrate", 0x1314, "controller diagnostic", 0x1315, "drive type");
        put(map, 0x1316, "change line", 0x1317, "set disk type", 0x1318, "set media type", 0x1341, "EDD installation check",
                0x1342, "EDD extended read", 0x1343, "EDD extended write", 0x1344, "EDD verify", 0x1345, "EDD lock",
                0x1346, "EDD eject", 0x1347, "EDD seek", 0x1348, "EDD drive parameters", 0x1349, "EDD media change");
        put(map, 0x134A, "El Torito start emulation", 0x134B, "El Torito status", 0x134C, "El Torito boot",
                0x134D, "El Torito catalog", 0x134E, "EDD set hardware");
        list(map, 0x14, 0x00, "initialise port", "send", "receive", "port status", "extended initialise", "modem control");
        put(map, 0x154F, "keyboard intercept", 0x1552, "removable media eject", 0x1583, "event wait", 0x1584, "joystick",
                0x1586, "wait", 0x1587, "move block", 0x1588, "extended memory size", 0x1589, "to protected mode");
        put(map, 0x1590, "device busy", 0x1591, "interrupt complete", 0x15C0, "system configuration", 0x15C1, "EBDA segment",
                0x15C2, "pointing device", 0x1553, "APM", 0x1524, "A20 gate", 0x15EC, "target mode");
        wides(map, 0x15, 0xE801, "memory size", 0xE820, "memory map", 0xE881, "memory size, 32-bit", 0x2400, "A20 off",
                0x2401, "A20 on", 0x2402, "A20 status", 0x2403, "A20 support", 0xEC00, "intended mode");
        list(map, 0x16, 0x00, "read key", "key ready", "shift flags", "typematic rate");
        put(map, 0x1605, "put key", 0x1609, "functions supported", 0x1610, "read enhanced key", 0x1611, "enhanced key ready",
                0x1612, "enhanced shift flags");
        list(map, 0x17, 0x00, "print", "initialise printer", "printer status");
        list(map, 0x1A, 0x00, "get ticks", "set ticks", "get time", "set time", "get date", "set date", "set alarm",
                "reset alarm");
        wides(map, 0x1A, 0xB101, "PCI BIOS present", 0xB102, "find PCI device", 0xB103, "find PCI class", 0xB108,
                "read PCI byte", 0xB109, "read PCI word", 0xB10A, "read PCI dword", 0xB10B, "write PCI byte", 0xB10C,
                "write PCI word", 0xB10D, "write PCI dword", 0xB10E, "PCI IRQ routing");
        return Map.copyOf(map);
    }

    private static int wide(int vector, int ax) {
        return WIDE | vector << 17 | ax;
    }

    private static void list(Map<Integer, String> map, int vector, int first, String... names) {
        for (int i = 0; i < names.length; i++) {
            map.put(vector << 8 | first + i, names[i]);
        }
    }

    private static void put(Map<Integer, String> map, Object... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((Integer) pairs[i], (String) pairs[i + 1]);
        }
    }

    private static void wides(Map<Integer, String> map, int vector, Object... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(wide(vector, (Integer) pairs[i]), (String) pairs[i + 1]);
        }
    }

    /** What an interrupt is for, "" when nothing is known. */
    public static String vector(int number) {
        return VECTORS.getOrDefault(number, "");
    }

    /** What an interrupt is for when it comes as an exception, or when it does not: a PC has two uses for some vectors. */
    public static String vector(int number, boolean exception) {
        String both = vector(number);
        int between = both.indexOf(BETWEEN);
        return between < 0 ? both : exception ? both.substring(between + BETWEEN.length()) : both.substring(0, between);
    }

    /** What comes in by a hardware vector of real mode (IBM PC/AT Technical Reference, interrupt table); "" for others. */
    public static String line(int vector) {
        boolean first = vector >= 0x08 && vector <= 0x0F;
        boolean second = vector >= 0x70 && vector <= 0x77;
        return first || second ? vector(vector, false) : "";
    }

    /** The function a call with this AX asks for, "" when it has no name. */
    public static String function(int vector, int ax) {
        String exact = FUNCTIONS.get(wide(vector, ax & 0xFFFF));
        return exact != null ? exact : FUNCTIONS.getOrDefault(vector << 8 | ax >> 8 & 0xFF, "");
    }

    /** The function's number in hexadecimal: four digits of AX or two of AH, whichever it is known by, "" when it has no name. */
    public static String number(int vector, int ax) {
        return FUNCTIONS.containsKey(wide(vector, ax & 0xFFFF)) ? String.format("%04X", ax & 0xFFFF)
                : function(vector, ax).isEmpty() ? "" : String.format("%02X", ax >> 8 & 0xFF);
    }
}
