package org.domainfirmware.firmware.core.symbols.dwarf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.domainfirmware.firmware.core.symbols.ByteCursor;
import org.domainfirmware.firmware.core.symbols.CorruptFile;
import org.domainfirmware.firmware.core.symbols.FrameRule;

/** Call frame information of .debug_frame and .eh_frame. Source: DWARF 5, 6.4; LSB, exception frames. */
final class CallFrames {
    private static final int MAX_ENTRIES = 200_000;

    /** What frame descriptions share. */
    private record Common(long codeAlign, long dataAlign, byte[] program, int addressSize, int encoding,
            boolean augmented) { }

    /** One function's (or part's) frame program. */
    private record Description(long start, long end, Common common, byte[] program) { }

    private final List<Description> descriptions = new ArrayList<>();

    private CallFrames() {
    }

    static CallFrames read(Sections sections, List<String> problems) {
        CallFrames frames = new CallFrames();
        try {
            frames.readSection(sections.section(".debug_frame"), false, 0);
        } catch (CorruptFile e) {
            problems.add(".debug_frame: " + e.getMessage());
        }
        try {
            long address = sections.elf().section(".eh_frame").map(s -> s.address()).orElse(0L);
            frames.readSection(sections.section(".eh_frame"), true, address);
        } catch (CorruptFile e) {
            problems.add(".eh_frame: " + e.getMessage());
        }
        return frames;
    }

    private void readSection(ByteCursor c, boolean eh, long sectionAddress) throws CorruptFile {
        Map<Long, Common> commons = new HashMap<>();
        for (int i = 0; c.hasMore() && i < MAX_ENTRIES; i++) {
            long start = c.position();
            long length = c.u32();
            if (length == 0) {
                continue;
            }
            boolean wide = length == 0xFFFFFFFFL;
            if (wide) {
                length = c.i64();
            }
            long idAt = c.position();
            ByteCursor body = c.slice(length);
            long id = body.unsigned(wide ? 8 : 4);
            boolean common = eh ? id == 0 : id == (wide ? -1L : 0xFFFFFFFFL);
            if (common) {
                commons.put(start, readCommon(body, eh));
            } else {
                Common owner = commons.get(eh ? idAt - id : id);
                if (owner != null) {
                    readDescription(body, owner, sectionAddress + idAt + 4);
                }
            }
        }
    }

    private static Common readCommon(ByteCursor c, boolean eh) throws CorruptFile {
        int version = c.u8();
        String augmentation = c.string();
        int addressSize = 4;
        if (version >= 4 && !eh) {
            addressSize = c.u8();
            c.skip(1);
        }
        long codeAlign = c.uleb();
        long dataAlign = c.sleb();
        if (version == 1) {
            c.u8();
        } else {
            c.uleb();
        }
        int encoding = 0;
        boolean augmented = augmentation.startsWith("z");
        if (augmented) {
            ByteCursor data = c.slice(c.uleb());
            for (char kind : augmentation.substring(1).toCharArray()) {
                if (kind == 'R') {
                    encoding = data.u8();
                } else if (kind != 'S') {
                    break;
                }
            }
        }
        return new Common(codeAlign, dataAlign, c.bytes(c.remaining()), addressSize, encoding, augmented);
    }

    private void readDescription(ByteCursor c, Common common, long at) throws CorruptFile {
        long start = c.unsigned(common.addressSize());
        if ((common.encoding() & 0x70) == 0x10) {
            start = (int) start + at & 0xFFFFFFFFL;
        }
        long length = c.unsigned(common.addressSize());
        if (common.augmented()) {
            c.skip(c.uleb());
        }
        descriptions.add(new Description(start, start + length, common, c.bytes(c.remaining())));
    }

    /** The rule at an instruction, empty when no description covers it or it is beyond this reader. */
    Optional<FrameRule> at(long pc) {
        for (Description d : descriptions) {
            if (pc >= d.start() && pc < d.end()) {
                try {
                    Row row = new Row();
                    row.run(d.common(), d.common().program(), 0, Long.MAX_VALUE, null);
                    Row initial = row.copy();
                    row.run(d.common(), d.program(), d.start(), pc, initial);
                    return row.register < 0 ? Optional.empty()
                            : Optional.of(new FrameRule(row.register, row.offset, row.saved));
                } catch (CorruptFile e) {
                    // A damaged program tells nothing of this function: the caller falls back on heuristics.
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** The table row being built. */
    private static final class Row {
        private int register = -1;
        private long offset;
        private Map<Integer, Long> saved = new HashMap<>();
        private final List<Row> remembered = new ArrayList<>();

        private Row copy() {
            Row r = new Row();
            r.register = register;
            r.offset = offset;
            r.saved = new HashMap<>(saved);
            return r;
        }

        private void run(Common common, byte[] program, long start, long pc, Row initial) throws CorruptFile {
            ByteCursor c = new ByteCursor(program);
            long at = start;
            while (c.hasMore()) {
                int op = c.u8();
                int low = op & 0x3F;
                switch (op >>> 6) {
                    case 1 -> at += low * common.codeAlign();
                    case 2 -> saved.put(low, c.uleb() * common.dataAlign());
                    case 3 -> restore(low, initial);
                    default -> at = other(c, low, common, at, initial);
                }
                if (at > pc) {
                    return;
                }
            }
        }

        private void restore(int number, Row initial) {
            Long was = initial == null ? null : initial.saved.get(number);
            if (was == null) {
                saved.remove(number);
            } else {
                saved.put(number, was);
            }
        }

        private long other(ByteCursor c, int op, Common common, long at, Row initial) throws CorruptFile {
            switch (op) {
                case 0x00 -> {
                    // DW_CFA_nop
                }
                case 0x01 -> {
                    return c.unsigned(common.addressSize());
                }
                case 0x02 -> {
                    return at + c.u8() * common.codeAlign();
                }
                case 0x03 -> {
                    return at + c.u16() * common.codeAlign();
                }
                case 0x04 -> {
                    return at + c.u32() * common.codeAlign();
                }
                case 0x05 -> {
                    int number = (int) c.uleb();
                    saved.put(number, c.uleb() * common.dataAlign());
                }
                case 0x06 -> restore((int) c.uleb(), initial);
                case 0x07, 0x08 -> saved.remove((int) c.uleb());
                case 0x0A -> {
                    if (remembered.size() < 64) {
                        remembered.add(copy());
                    }
                }
                case 0x0B -> recall();
                case 0x0C -> {
                    register = (int) c.uleb();
                    offset = c.uleb();
                }
                case 0x0D -> register = (int) c.uleb();
                case 0x0E -> offset = c.uleb();
                case 0x0F -> {
                    c.skip(c.uleb());
                    register = -1;
                }
                case 0x10, 0x16 -> {
                    saved.remove((int) c.uleb());
                    c.skip(c.uleb());
                }
                case 0x11 -> {
                    int number = (int) c.uleb();
                    saved.put(number, c.sleb() * common.dataAlign());
                }
                case 0x12 -> {
                    register = (int) c.uleb();
                    offset = c.sleb() * common.dataAlign();
                }
                case 0x13 -> offset = c.sleb() * common.dataAlign();
                case 0x2E -> c.uleb();
                default -> throw new CorruptFile("call frame operation " + Integer.toHexString(op) + "h");
            }
            return at;
        }

        private void recall() throws CorruptFile {
            if (remembered.isEmpty()) {
                throw new CorruptFile("call frame state restored that was not remembered");
            }
            Row r = remembered.remove(remembered.size() - 1);
            register = r.register;
            offset = r.offset;
            saved = r.saved;
        }
    }
}
