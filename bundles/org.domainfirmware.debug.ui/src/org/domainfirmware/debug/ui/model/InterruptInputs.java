package org.domainfirmware.debug.ui.model;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What goes into the functions of the PC's firmware, by name. Sources: IBM PC/AT Technical Reference, BIOS listing; VESA VBE 3.0;
 * Enhanced Disk Drive specification 3.0; ACPI 6, 15.1; PCI BIOS 2.1. A table: vector and AH, or vector and AX, then each input and
 * where it is; "cylinder" and "sector" are packed in CX.
 */
final class InterruptInputs {
    private static final String[] REGISTERS = {"AX", "BX", "CX", "DX", "SI", "DI", "BP"};
    private static final int SEGMENTS = 7;
    private static final String SECTORS = "drive=DL cylinder=cylinder head=DH sector=sector count=AL";
    private static final String PACKET = "drive=DL packet=DS:SI";
    private static final String CELL = "page=BH count=CX";
    private static final String SCROLL = "lines=AL attribute=BH top=CH left=CL bottom=DH right=DL";
    private static final String PCI = "bus=BH device/function=BL register=DI";
    private static final Map<String, String> FUNCTIONS = functions();

    private InterruptInputs() {
    }

    private static Map<String, String> functions() {
        Map<String, String> map = new HashMap<>();
        put(map, "1000", "mode=AL", "1001", "shape=CX", "1002", "page=BH row=DH column=DL", "1003", "page=BH", "1005", "page=AL");
        put(map, "1006", SCROLL, "1007", SCROLL, "1008", "page=BH", "1009", "char=AL attribute=BL " + CELL, "100A",
                "char=AL " + CELL, "100B", "function=BH colour=BL", "100C", "colour=AL page=BH x=CX y=DX", "100D",
                "page=BH x=CX y=DX", "100E", "char=AL page=BH colour=BL", "100F", "", "1010", "function=AL BX=BX CX=CX DX=DX");
        put(map, "1011", "function=AL BX=BX CX=CX DX=DX table=ES:BP", "1012", "function=BL AL=AL", "1013",
                "mode=AL attribute=BL page=BH length=CX row=DH column=DL text=ES:BP", "101A", "function=AL codes=BX", "101B",
                "state=BX buffer=ES:DI", "101C", "function=AL states=CX buffer=ES:BX", "104F00", "buffer=ES:DI");
        put(map, "104F01", "mode=CX buffer=ES:DI", "104F02", "mode=BX", "104F03", "", "104F04",
                "function=DL states=CX buffer=ES:BX", "104F05", "function=BH window=BL position=DX", "104F06",
                "function=BL width=CX", "104F07", "function=BL pixel=CX line=DX", "104F08", "function=BL bits=BH", "104F09",
                "function=BL count=CX first=DX table=ES:DI", "104F0A", "function=BL", "104F15", "function=BL block=DX buffer=ES:DI");
        put(map, "11", "", "12", "", "18", "", "19", "");
        put(map, "1300", "drive=DL", "1301", "drive=DL", "1302", SECTORS + " buffer=ES:BX", "1303", SECTORS + " buffer=ES:BX",
                "1304", SECTORS, "1305", SECTORS + " table=ES:BX", "1308", "drive=DL", "1309", "drive=DL", "130C",
                "drive=DL cylinder=cylinder head=DH", "130D", "drive=DL", "1310", "drive=DL", "1311", "drive=DL", "1314", "drive=DL");
        put(map, "1315", "drive=DL", "1316", "drive=DL", "1317", "drive=DL type=AL", "1318", "drive=DL cylinder=cylinder sector=sector",
                "1341", "drive=DL signature=BX", "1342", PACKET, "1343", PACKET + " verify=AL", "1344", PACKET, "1345",
                "drive=DL function=AL", "1346", "drive=DL", "1347", PACKET, "1348", "drive=DL buffer=DS:SI", "1349", "drive=DL",
                "134A", PACKET, "134B", PACKET + " function=AL", "134C", PACKET, "134D", "packet=DS:SI");
        put(map, "1400", "port=DX parameters=AL", "1401", "port=DX char=AL", "1402", "port=DX", "1403", "port=DX");
        put(map, "154F", "key=AL", "1586", "microseconds=CX:DX", "1587", "words=CX table=ES:SI", "1588", "", "1589",
                "table=ES:SI vectors=BX", "1590", "device=AL", "1591", "device=AL", "15C0", "", "15C1", "", "15C2",
                "function=AL value=BH handler=ES:BX", "15E801", "", "15E881", "", "15E820",
                "continuation=EBX size=ECX signature=EDX buffer=ES:DI", "152400", "", "152401", "", "152402", "", "152403", "");
        put(map, "1553", "function=AL device=BX CX=CX", "1583", "function=AL microseconds=CX:DX byte=ES:BX", "15EC", "target=BL");
        put(map, "1600", "", "1601", "", "1602", "", "1603", "function=AL delay=BH rate=BL", "1605", "key=CX", "1610", "", "1611", "",
                "1612", "");
        put(map, "1700", "port=DX char=AL", "1701", "port=DX", "1702", "port=DX");
        put(map, "1A00", "", "1A01", "ticks=CX:DX", "1A02", "", "1A03", "hours=CH minutes=CL seconds=DH", "1A04", "", "1A05",
                "century=CH year=CL month=DH day=DL", "1A06", "hours=CH minutes=CL seconds=DH", "1A07", "", "1AB101", "", "1AB102",
                "device=CX vendor=DX index=SI", "1AB103", "class=ECX index=SI");
        put(map, "1AB108", PCI, "1AB109", PCI, "1AB10A", PCI, "1AB10B", PCI + " value=CL", "1AB10C", PCI + " value=CX", "1AB10D",
                PCI + " value=ECX", "1AB10E", "buffer=ES:DI");
        return Map.copyOf(map);
    }

    private static void put(Map<String, String> map, String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
    }

    /**
     * The inputs of a call by name; all registers of a function that is not in the table.
     *
     * @param in as {@link org.domainfirmware.emulator.debug.InterruptRecord} has them
     */
    static String named(int vector, int[] in) {
        int ax = in[0] & 0xFFFF;
        String inputs = Stream.of(String.format("%02X%04X", vector, ax), String.format("%02X%02X", vector, ax >> 8),
                String.format("%02X", vector)).map(FUNCTIONS::get).filter(f -> f != null).findFirst().orElse(null);
        if (inputs == null) {
            return registers(in);
        }
        return inputs.isEmpty() ? "" : Stream.of(inputs.split(" ")).map(input -> {
            int equals = input.indexOf('=');
            return input.substring(0, equals + 1) + value(input.substring(equals + 1), in);
        }).collect(Collectors.joining(" "));
    }

    /** The registers but AX, 16 bits each. */
    static String registers(int[] in) {
        return Stream.of("BX", "CX", "DX", "SI", "DI", "BP", "DS", "ES").map(r -> r + "=" + value(r, in)).collect(Collectors.joining(" "));
    }

    private static String value(String place, int[] in) {
        int colon = place.indexOf(':');
        if (colon > 0) {
            return value(place.substring(0, colon), in) + ":" + value(place.substring(colon + 1), in);
        }
        int cx = in[2];
        switch (place) {
            case "cylinder":
                return String.valueOf(cx >> 8 & 0xFF | (cx & 0xC0) << 2);
            case "sector":
                return String.valueOf(cx & 0x3F);
            case "DS":
                return String.format("%04X", in[SEGMENTS] & 0xFFFF);
            case "ES":
                return String.format("%04X", in[SEGMENTS] >>> 16);
            default:
                break;
        }
        for (int i = 0; i < REGISTERS.length; i++) {
            if (place.endsWith(REGISTERS[i])) {
                return place.length() == 2 ? String.format("%04X", in[i] & 0xFFFF) : String.format("%X", in[i]);
            }
        }
        int half = in["ABCD".indexOf(place.charAt(0))] >>> (place.charAt(1) == 'H' ? 8 : 0);
        return String.format("%02X", half & 0xFF);
    }
}
