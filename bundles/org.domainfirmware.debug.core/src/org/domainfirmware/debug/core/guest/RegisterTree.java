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
    private static final String[] FLAGS = {"CF", "", "PF", "", "AF", "", "ZF", "SF", "TF", "IF", "DF", "OF"};
    private static final String[][] CONTROL = {
        {"PE 0", "MP 1", "EM 2", "TS 3", "ET 4", "NE 5", "WP 16", "AM 18", "NW 29", "CD 30", "PG 31"}, {}, {},
        {"VME 0", "PVI 1", "TSD 2", "DE 3", "PSE 4", "PAE 5", "MCE 6", "PGE 7", "PCE 8", "OSFXSR 9", "OSXMMEXCPT 10"}};
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
        List<RegisterCell> cells = new ArrayList<>();
        for (int i = 0; i < FLAGS.length; i++) {
            if (!FLAGS[i].isEmpty()) {
                cells.add(bit(FLAGS[i], r.eflags(), i, FLAGS[i].toLowerCase(Locale.ROOT)));
            }
        }
        cells.add(RegisterCell.hex("IOPL", r.eflags() >>> 12 & 3, 1, ""));
        cells.add(bit("NT", r.eflags(), 14, ""));
        cells.add(bit("RF", r.eflags(), 16, ""));
        cells.add(bit("VM", r.eflags(), 17, ""));
        cells.add(bit("AC", r.eflags(), 18, ""));
        cells.add(bit("ID", r.eflags(), 21, ""));
        return new Group("Flags", cells);
    }

    private static RegisterCell bit(String name, int value, int number, String writeName) {
        return RegisterCell.hex(name, value >>> number & 1, 1, writeName);
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
            List<RegisterCell> bits = new ArrayList<>();
            for (String flag : CONTROL[i]) {
                int space = flag.indexOf(' ');
                bits.add(bit(flag.substring(0, space), v, Integer.parseInt(flag.substring(space + 1)), ""));
            }
            String name = "CR" + CONTROL_NUMBER[i];
            cells.add(new RegisterCell(name, String.format("%08X", v), name.toLowerCase(Locale.ROOT), bits));
        }
        cells.add(RegisterCell.words("CPL", "" + r.cpl()));
        return new Group("Control", cells);
    }

    private static Group tables(RegistersView r) {
        return new Group("Descriptor tables", List.of(table("GDTR", r.gdtBase(), r.gdtLimit()),
                table("IDTR", r.idtBase(), r.idtLimit()), segment(r.segment(LDTR)), segment(r.segment(TR))));
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
                cells.add(RegisterCell.hex("DR" + i, r.debug().get(i) & 0xFFFFFFFFL, 8, "dr" + i));
            }
        }
        return new Group("Debug", cells);
    }

    private static Group x87(X87View x) {
        List<RegisterCell> cells = new ArrayList<>();
        for (int i = 0; i < x.stack().size(); i++) {
            X87View.Register80 v = x.stack().get(i);
            cells.add(RegisterCell.words("ST" + i, String.format("%04X %016X  %s", v.signExponent(), v.significand(),
                    FloatText.of(v))));
        }
        cells.add(RegisterCell.hex("FCW", x.controlWord(), 4, ""));
        cells.add(RegisterCell.hex("FSW", x.statusWord(), 4, ""));
        cells.add(RegisterCell.hex("FTW", x.tagWord(), 4, ""));
        return new Group("x87", cells);
    }

    private static Group msrs(RegistersView r) {
        List<RegisterCell> cells = new ArrayList<>();
        r.msrs().entrySet().stream().sorted(java.util.Map.Entry.comparingByKey())
                .forEach(e -> cells.add(RegisterCell.hex(e.getKey(), e.getValue(), 16, "")));
        return new Group("MSR", cells);
    }
}
