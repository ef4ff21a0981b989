package org.domainfirmware.debug.core.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.domainfirmware.debug.core.guest.RegisterCell.Group;
import org.domainfirmware.emulator.debug.RegistersView;
import org.domainfirmware.emulator.debug.SegmentView;
import org.domainfirmware.emulator.debug.X87View;

/** All registers in groups, flags by name. Sources: SDM volume 1, 3.4 and 8.1; volume 3, 2.5 and 3.4. */
public final class RegisterTree {
    private static final String[] GENERAL = {"EAX", "ECX", "EDX", "EBX", "ESP", "EBP", "ESI", "EDI"};
    private static final String[] LOW = {"AX", "CX", "DX", "BX", "SP", "BP", "SI", "DI"};
    private static final List<String> FLAGS = List.of("CF 0", "PF 2", "AF 4", "ZF 6", "SF 7", "TF 8", "IF 9", "DF 10", "OF 11",
            "IOPL 13:12", "NT 14", "RF 16", "VM 17", "AC 18", "VIF 19", "VIP 20", "ID 21");
    private static final List<List<String>> CONTROL = List.of(
            List.of("PE 0", "MP 1", "EM 2", "TS 3", "ET 4", "NE 5", "WP 16", "AM 18", "NW 29", "CD 30", "PG 31"), List.of(),
            List.of("PWT 3", "PCD 4"),
            List.of("VME 0", "PVI 1", "TSD 2", "DE 3", "PSE 4", "PAE 5", "MCE 6", "PGE 7", "PCE 8", "OSFXSR 9", "OSXMMEXCPT 10"));
    private static final List<String> DR6 = List.of("B0 0", "B1 1", "B2 2", "B3 3", "BD 13", "BS 14", "BT 15");
    private static final List<String> DR7 = List.of("L0 0", "G0 1", "L1 2", "G1 3", "L2 4", "G2 5", "L3 6", "G3 7", "LE 8", "GE 9",
            "GD 13", "R/W0 17:16", "LEN0 19:18", "R/W1 21:20", "LEN1 23:22", "R/W2 25:24", "LEN2 27:26", "R/W3 29:28", "LEN3 31:30");
    private static final List<String> FCW = List.of("IM 0", "DM 1", "ZM 2", "OM 3", "UM 4", "PM 5", "PC 9:8", "RC 11:10", "X 12");
    private static final List<String> FSW = List.of("IE 0", "DE 1", "ZE 2", "OE 3", "UE 4", "PE 5", "SF 6", "ES 7", "C0 8", "C1 9",
            "C2 10", "TOP 13:11", "C3 14", "B 15");
    private static final int[] CONTROL_NUMBER = {0, 2, 3, 4};
    private static final int[] SEGMENT_ORDER = {1, 2, 3, 0, 4, 5};
    private static final int LDTR = 6;
    private static final int TR = 7;

    private RegisterTree() {
    }

    public static List<Group> of(RegistersView r) {
        return List.of(general(r), flags(r), segments(r), control(r), tables(r), debug(r), x87(r.x87()), msrs(r));
    }

    private static Group general(RegistersView r) {
        List<RegisterCell> cells = new ArrayList<>();
        for (int i = 0; i < GENERAL.length; i++) {
            int v = r.general().get(i);
            List<RegisterCell> parts = new ArrayList<>();
            parts.add(RegisterCell.hex(LOW[i], v & 0xFFFF, 4, LOW[i].toLowerCase(Locale.ROOT)));
            if (i < 4) {
                String letter = LOW[i].substring(0, 1);
                parts.add(RegisterCell.hex(letter + "H", v >>> 8 & 0xFF, 2, (letter + "h").toLowerCase(Locale.ROOT)));
                parts.add(RegisterCell.hex(letter + "L", v & 0xFF, 2, (letter + "l").toLowerCase(Locale.ROOT)));
            }
            cells.add(new RegisterCell(GENERAL[i], String.format("%08X", v), GENERAL[i].toLowerCase(Locale.ROOT), parts));
        }
        cells.add(RegisterCell.hex("EIP", r.eip() & 0xFFFFFFFFL, 8, "eip"));
        cells.add(RegisterCell.hex("EFLAGS", r.eflags() & 0xFFFFFFFFL, 8, "eflags"));
        return new Group("General", cells);
    }

    private static Group flags(RegistersView r) {
        return new Group("Flags", fields(FLAGS, r.eflags(), "eflags"));
    }

    /** Fields of a register: "PE 0" is bit 0, "IOPL 13:12" two bits. */
    private static List<RegisterCell> fields(List<String> names, int value, String register) {
        List<RegisterCell> cells = new ArrayList<>();
        for (String field : names) {
            int space = field.indexOf(' ');
            int colon = field.indexOf(':');
            int low = Integer.parseInt(field.substring((colon < 0 ? space : colon) + 1));
            int high = colon < 0 ? low : Integer.parseInt(field.substring(space + 1, colon));
            cells.add(RegisterCell.bits(field.substring(0, space), value & 0xFFFFFFFFL, low, high - low + 1, register));
        }
        return cells;
    }

    private static Group segments(RegistersView r) {
        List<RegisterCell> cells = new ArrayList<>();
        for (int n : SEGMENT_ORDER) {
            cells.add(segment(r.segment(n)));
        }
        return new Group("Segments", cells);
    }

    private static RegisterCell segment(SegmentView s) {
        String name = s.name().toLowerCase(Locale.ROOT);
        List<RegisterCell> hidden = List.of(RegisterCell.hex("base", s.base() & 0xFFFFFFFFL, 8, name + ".base"),
                RegisterCell.hex("limit", s.limit() & 0xFFFFFFFFL, 8, name + ".limit"),
                new RegisterCell("access", String.format("%05X", s.access()), name + ".access", List.of()),
                RegisterCell.words("type", SegmentWords.of(s)));
        String text = String.format("%04X  base %08X  limit %08X  %s", s.selector(), s.base(), s.limit(), SegmentWords.of(s));
        return new RegisterCell(s.name(), text, name, hidden);
    }

    private static Group control(RegistersView r) {
        List<RegisterCell> cells = new ArrayList<>();
        for (int i = 0; i < CONTROL_NUMBER.length; i++) {
            int v = r.control().get(i);
            String name = "CR" + CONTROL_NUMBER[i];
            cells.add(whole(name, v, 8, CONTROL.get(i)));
        }
        cells.add(RegisterCell.words("CPL", "" + r.cpl()));
        return new Group("Control", cells);
    }

    private static Group tables(RegistersView r) {
        return new Group("Descriptor tables", List.of(table("GDTR", r.gdtBase(), r.gdtLimit()),
                table("IDTR", r.idtBase(), r.idtLimit()), segment(r.segment(LDTR)), segment(r.segment(TR))));
    }

    private static RegisterCell whole(String name, int value, int digits, List<String> fields) {
        String write = name.toLowerCase(Locale.ROOT);
        return new RegisterCell(name, String.format("%0" + digits + "X", value), write, fields(fields, value, write));
    }

    private static RegisterCell table(String name, int base, int limit) {
        String write = name.toLowerCase(Locale.ROOT);
        return new RegisterCell(name, String.format("base %08X  limit %04X", base, limit), "",
                List.of(RegisterCell.hex("base", base & 0xFFFFFFFFL, 8, write + ".base"),
                        RegisterCell.hex("limit", limit, 4, write + ".limit")));
    }

    private static Group debug(RegistersView r) {
        List<RegisterCell> cells = new ArrayList<>();
        for (int i = 0; i < r.debug().size(); i++) {
            boolean there = i != 4 && i != 5;
            if (there) {
                cells.add(whole("DR" + i, r.debug().get(i), 8, i == 6 ? DR6 : i == 7 ? DR7 : List.of()));
            }
        }
        return new Group("Debug", cells);
    }

    private static Group x87(X87View x) {
        List<RegisterCell> cells = new ArrayList<>();
        for (int i = 0; i < x.stack().size(); i++) {
            X87View.Register80 v = x.stack().get(i);
            String write = "st" + i;
            cells.add(new RegisterCell("ST" + i, String.format("%04X %016X  %s", v.signExponent(), v.significand(),
                    FloatText.of(v)), "", List.of(RegisterCell.hex("sign, exponent", v.signExponent(), 4, write + ".exponent"),
                    RegisterCell.hex("significand", v.significand(), 16, write + ".significand"))));
        }
        cells.add(whole("FCW", x.controlWord(), 4, FCW));
        cells.add(whole("FSW", x.statusWord(), 4, FSW));
        cells.add(RegisterCell.hex("FTW", x.tagWord(), 4, "ftw"));
        return new Group("x87", cells);
    }

    private static Group msrs(RegistersView r) {
        List<RegisterCell> cells = new ArrayList<>();
        r.msrs().forEach((name, value) -> cells.add(RegisterCell.hex(name, value, 16, name)));
        return new Group("MSR", cells);
    }
}
