package org.domainfirmware.firmware.core.rom;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.domainfirmware.firmware.core.symbols.DebugInfo;
import org.domainfirmware.firmware.core.symbols.elf.ElfSymbol;

/**
 * The entry points that programs expect at the addresses IBM's BIOSes had them (IBM PC/AT Technical Reference, BIOS
 * listing). A ROM is measured by the names of its own symbols: those of which the name says what they are have to be
 * there, or a jump to them.
 */
final class FixedEntryCheck {
    private static final long SEGMENT = 0xF0000;
    private static final int SEGMENT_SIZE = 0x10000;
    private static final int SHORT_JUMP = 0xEB;
    private static final int SHORT_SIZE = 2;
    private static final int NEAR_JUMP = 0xE9;
    private static final int NEAR_SIZE = 3;
    private static final Map<Integer, Set<String>> ENTRIES = entries();

    private FixedEntryCheck() {
    }

    private static Map<Integer, Set<String>> entries() {
        Map<Integer, Set<String>> all = new TreeMap<>();
        all.put(0xE05B, Set.of("entry_post"));
        interrupt(all, 0xE2C3, "02");
        interrupt(all, 0xE3FE, "13");
        all.put(0xE6F5, Set.of("system_configuration"));
        interrupt(all, 0xE6F2, "19");
        interrupt(all, 0xE739, "14");
        interrupt(all, 0xE82E, "16");
        interrupt(all, 0xE987, "09");
        interrupt(all, 0xEC59, "40");
        interrupt(all, 0xEF57, "0e");
        all.put(0xEFC7, Set.of("floppy_parameter_table", "diskette_param_table", "diskette_parameter_table"));
        interrupt(all, 0xEFD2, "17");
        interrupt(all, 0xF065, "10");
        all.put(0xF0A4, Set.of("video_parameter_table", "int1d_table"));
        interrupt(all, 0xF841, "12");
        interrupt(all, 0xF84D, "11");
        interrupt(all, 0xF859, "15");
        all.put(0xFA6E, Set.of("font_8x8", "int1f_font"));
        interrupt(all, 0xFE6E, "1a");
        interrupt(all, 0xFEA5, "08");
        all.put(0xFF53, Set.of("dummy_iret", "entry_iret", "dummy_iret_handler"));
        all.put(0xFFF0, Set.of("reset_vector"));
        all.put(0xFFF5, Set.of("bios_date"));
        all.put(0xFFFE, Set.of("model_byte"));
        return Map.copyOf(all);
    }

    private static void interrupt(Map<Integer, Set<String>> all, int offset, String number) {
        all.put(offset, Set.of("entry_" + number, "entry_" + number + "_official"));
    }

    /** Sentences, one a misplaced entry. A name that occurs twice is right when one of its places is. */
    static List<String> check(byte[] image, DebugInfo info) {
        Map<String, Set<Long>> places = new TreeMap<>();
        for (ElfSymbol symbol : info.symbols()) {
            if (symbol.section() > 0) {
                places.computeIfAbsent(symbol.name(), n -> new HashSet<>()).add(symbol.value());
            }
        }
        List<String> wrong = new ArrayList<>();
        new TreeMap<>(ENTRIES).forEach((offset, names) -> names.stream().sorted().forEach(name -> {
            Set<Long> at = places.getOrDefault(name, Set.of());
            if (!at.isEmpty() && !at.contains(SEGMENT + offset) && !at.contains(jumpFrom(image, offset))) {
                wrong.add(String.format(Locale.ROOT, "%s is at %s: programs expect it at F000:%04X", name, address(at.iterator().next()), offset));
            }
        }));
        return wrong;
    }

    /** Where a near or short jump at an offset of the segment goes, as linear address; -1 when there is none. */
    private static long jumpFrom(byte[] image, int offset) {
        int at = image.length - SEGMENT_SIZE + offset;
        if (at < 0 || at + NEAR_SIZE > image.length) {
            return -1;
        }
        int opcode = image[at] & 0xFF;
        if (opcode == SHORT_JUMP) {
            return SEGMENT + (offset + SHORT_SIZE + image[at + 1] & 0xFFFF);
        }
        return opcode == NEAR_JUMP ? SEGMENT + (offset + NEAR_SIZE + OptionRomHeader.word(image, at + 1) & 0xFFFF) : -1;
    }

    private static String address(long linear) {
        return linear >= SEGMENT && linear < SEGMENT + SEGMENT_SIZE ? String.format(Locale.ROOT, "F000:%04X", linear - SEGMENT)
                : String.format(Locale.ROOT, "%Xh", linear);
    }
}
