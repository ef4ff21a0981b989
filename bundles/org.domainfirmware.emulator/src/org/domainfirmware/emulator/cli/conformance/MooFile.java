package org.domainfirmware.emulator.cli.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads captured tests: MOO 1.1 files, gzipped or not. */
final class MooFile {
    private static final int REGISTERS = MooTest.Registers.values().length;
    /** A sane test has some dozens of bytes of memory. */
    private static final int MOST_RAM = 1 << 20;

    private MooFile() {
    }

    /**
     * Reads all tests of a file.
     *
     * @throws IOException when it cannot be read or is not such a file; the message names it
     */
    static List<MooTest> read(Path file) throws IOException {
        byte[] data;
        try (InputStream in = Files.newInputStream(file)) {
            data = (file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in).readAllBytes();
        }
        ByteBuffer buffer = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        List<MooTest> tests = new ArrayList<>();
        try {
            boolean header = false;
            while (buffer.hasRemaining()) {
                String type = type(buffer);
                ByteBuffer payload = payload(buffer);
                header |= type.equals("MOO ");
                if (!header) {
                    throw new IOException(file + " is not a MOO file: it begins with \"" + type + "\"");
                }
                if (type.equals("TEST")) {
                    tests.add(test(payload));
                }
            }
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new IOException(file + " is cut off or damaged", e);
        }
        return tests;
    }

    private static String type(ByteBuffer from) {
        byte[] name = new byte[4];
        from.get(name);
        return new String(name, StandardCharsets.US_ASCII);
    }

    private static ByteBuffer payload(ByteBuffer from) {
        int length = from.getInt();
        if (length < 0 || length > from.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer payload = from.slice(from.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        from.position(from.position() + length);
        return payload;
    }

    private static MooTest test(ByteBuffer in) {
        int index = in.getInt();
        String name = "";
        byte[] bytes = {};
        int[] before = new int[REGISTERS];
        int[] after = null;
        int[][] ram = {{}, {}};
        int exception = -1;
        while (in.hasRemaining()) {
            String type = type(in);
            ByteBuffer payload = payload(in);
            switch (type) {
                case "NAME" -> name = new String(bytes(payload), StandardCharsets.UTF_8);
                case "BYTS" -> bytes = bytes(payload);
                case "INIT" -> ram[0] = state(payload, before);
                case "FINA" -> {
                    after = before.clone();
                    ram[1] = state(payload, after);
                }
                case "EXCP" -> exception = payload.get() & 0xFF;
                default -> { }
            }
        }
        if (after == null) {
            throw new BufferUnderflowException();
        }
        return new MooTest(index, name, bytes, before, after, ram[0], ram[1], exception);
    }

    private static byte[] bytes(ByteBuffer in) {
        byte[] bytes = new byte[checked(in.getInt(), in.remaining())];
        in.get(bytes);
        return bytes;
    }

    private static int checked(int count, int most) {
        if (count < 0 || count > most) {
            throw new BufferUnderflowException();
        }
        return count;
    }

    /** Fills in registers, gives memory as pairs. */
    private static int[] state(ByteBuffer in, int[] registers) {
        int[] ram = {};
        while (in.hasRemaining()) {
            String type = type(in);
            ByteBuffer payload = payload(in);
            if (type.equals("REGS")) {
                int mask = payload.getShort();
                for (int i = 0; i < REGISTERS; i++) {
                    if ((mask & 1 << i) != 0) {
                        registers[i] = payload.getShort() & 0xFFFF;
                    }
                }
            } else if (type.equals("RAM ")) {
                ram = new int[2 * checked(payload.getInt(), MOST_RAM)];
                for (int i = 0; i < ram.length; i += 2) {
                    ram[i] = payload.getInt();
                    ram[i + 1] = payload.get() & 0xFF;
                }
            }
        }
        return ram;
    }
}
