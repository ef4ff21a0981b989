package org.domainfirmware.firmware.core.symbols.dwarf;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.firmware.core.symbols.ByteCursor;
import org.domainfirmware.firmware.core.symbols.CorruptFile;

/** Runs a line number program of versions 2 to 5. Source: DWARF 5, 6.2. */
final class LineProgram {
    private static final int MAX_ROWS = 4_000_000;
    private static final int MAX_FILES = 65_536;
    private static final int CONTENT_PATH = 1;
    private static final int CONTENT_DIRECTORY = 2;

    private final Sections sections;
    private final CompileUnit unit;
    private final List<String> directories = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final List<LineTable.Row> rows = new ArrayList<>();
    private int minInstruction;
    private boolean defaultStatement;
    private int lineBase;
    private int lineRange;
    private int opcodeBase;
    private int[] lengths;

    private LineProgram(Sections sections, CompileUnit unit) {
        this.sections = sections;
        this.unit = unit;
    }

    /** Reads and runs the program at an offset of .debug_line. */
    static LineTable read(Sections sections, CompileUnit unit, long offset) throws CorruptFile {
        LineProgram program = new LineProgram(sections, unit);
        ByteCursor all = sections.section(".debug_line");
        all.seek(offset);
        long length = all.u32();
        boolean wide = length == 0xFFFFFFFFL;
        ByteCursor c = all.slice(wide ? all.i64() : length);
        int version = program.header(c, wide);
        program.run(c);
        return new LineTable(program.files, version >= 5 ? 0 : 1, program.rows);
    }

    private int header(ByteCursor c, boolean wide) throws CorruptFile {
        int version = c.u16();
        if (version < 2 || version > 5) {
            throw new CorruptFile("line table version " + version);
        }
        if (version >= 5) {
            c.skip(2);
        }
        long headerLength = c.unsigned(wide ? 8 : 4);
        long programAt = c.position() + headerLength;
        minInstruction = c.u8();
        if (version >= 4) {
            c.skip(1);
        }
        defaultStatement = c.u8() != 0;
        lineBase = c.s8();
        lineRange = c.u8();
        opcodeBase = c.u8();
        if (lineRange == 0 || opcodeBase == 0) {
            throw new CorruptFile("line table header");
        }
        lengths = new int[opcodeBase];
        for (int i = 1; i < opcodeBase; i++) {
            lengths[i] = c.u8();
        }
        if (version >= 5) {
            readNames(c, directories, false);
            readNames(c, files, true);
        } else {
            readOldNames(c);
        }
        c.seek(programAt);
        return version;
    }

    private void readOldNames(ByteCursor c) throws CorruptFile {
        String comp = unit.root.text(Dw.AT_COMP_DIR);
        directories.add(comp == null ? "" : comp);
        for (String d = c.string(); !d.isEmpty(); d = c.string()) {
            directories.add(under(directories.get(0), d));
        }
        for (String f = c.string(); !f.isEmpty(); f = c.string()) {
            files.add(inDirectory(c.uleb(), f));
            c.uleb();
            c.uleb();
        }
    }

    private void readNames(ByteCursor c, List<String> to, boolean areFiles) throws CorruptFile {
        int formats = c.u8();
        int[] content = new int[formats];
        int[] form = new int[formats];
        for (int i = 0; i < formats; i++) {
            content[i] = (int) c.uleb();
            form[i] = (int) c.uleb();
        }
        long count = c.uleb();
        if (count > MAX_FILES || formats == 0 && count > 0) {
            throw new CorruptFile("line table names " + count + " files");
        }
        AttributeReader reader = new AttributeReader(sections);
        for (long n = 0; n < count; n++) {
            String path = "";
            long directory = 0;
            for (int i = 0; i < formats; i++) {
                Attribute a = reader.read(c, unit, 0, form[i], 0);
                if (content[i] == CONTENT_PATH && a.text() != null) {
                    path = a.text();
                } else if (content[i] == CONTENT_DIRECTORY) {
                    directory = a.number();
                }
            }
            if (areFiles) {
                to.add(inDirectory(directory, path));
            } else {
                to.add(to.isEmpty() ? path : under(to.get(0), path));
            }
        }
    }

    private String inDirectory(long directory, String file) {
        return directory >= 0 && directory < directories.size() ? under(directories.get((int) directory), file) : file;
    }

    private static String under(String directory, String path) {
        return path.startsWith("/") || directory.isEmpty() ? path : directory + "/" + path;
    }

    private void run(ByteCursor c) throws CorruptFile {
        Registers r = new Registers(defaultStatement);
        while (c.hasMore()) {
            int opcode = c.u8();
            if (opcode >= opcodeBase) {
                int adjusted = opcode - opcodeBase;
                r.address += (long) (adjusted / lineRange) * minInstruction;
                r.line += lineBase + adjusted % lineRange;
                emit(r, false);
            } else if (opcode == 0) {
                r = extended(c, r);
            } else {
                standard(c, r, opcode);
            }
        }
    }

    private static final class Registers {
        private long address;
        private int file = 1;
        private int line = 1;
        private int column;
        private boolean statement;

        private Registers(boolean statement) {
            this.statement = statement;
        }
    }

    private void emit(Registers r, boolean end) throws CorruptFile {
        if (rows.size() >= MAX_ROWS) {
            throw new CorruptFile("line table has more rows than fit");
        }
        rows.add(new LineTable.Row(r.address, r.file, r.line, r.column, r.statement, end));
    }

    private Registers extended(ByteCursor c, Registers r) throws CorruptFile {
        ByteCursor body = c.slice(c.uleb());
        if (!body.hasMore()) {
            return r;
        }
        switch (body.u8()) {
            case 1 -> {
                emit(r, true);
                return new Registers(defaultStatement);
            }
            case 2 -> r.address = body.unsigned(body.remaining());
            case 3 -> {
                String name = body.string();
                files.add(inDirectory(body.uleb(), name));
            }
            default -> {
                // Discriminators and vendors' own: nothing a debugger needs.
            }
        }
        return r;
    }

    private void standard(ByteCursor c, Registers r, int opcode) throws CorruptFile {
        switch (opcode) {
            case 1 -> emit(r, false);
            case 2 -> r.address += c.uleb() * minInstruction;
            case 3 -> r.line += (int) c.sleb();
            case 4 -> r.file = (int) c.uleb();
            case 5 -> r.column = (int) c.uleb();
            case 6 -> r.statement = !r.statement;
            case 8 -> r.address += (long) ((255 - opcodeBase) / lineRange) * minInstruction;
            case 9 -> r.address += c.u16();
            default -> {
                for (int i = 0; i < lengths[opcode]; i++) {
                    c.uleb();
                }
            }
        }
    }
}
