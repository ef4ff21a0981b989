package org.domainfirmware.emulator.vectors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A view of one record of tests/vectors/integer/integer_vectors.c, whose head documents the format: an instruction of
 * 32-bit code on EAX, ECX, EDX, EBX and the arithmetic flags, as the host's processor executed it.
 */
public final class IntegerVector {

    /** Bytes of a record. */
    public static final int BYTES = 56;
    /** CF, PF, AF, ZF, SF and OF. */
    public static final int ARITHMETIC_FLAGS = 0x8D5;
    /** Indices of {@link #before} and {@link #after}. */
    public static final int EAX = 0;
    public static final int ECX = 1;
    public static final int EDX = 2;
    public static final int EBX = 3;
    public static final int EFLAGS = 4;

    private static final List<String> FREESTANDING = List.of("-m32", "-ffreestanding", "-nostdlib", "-static",
            "-fno-pie", "-no-pie", "-fno-stack-protector");

    private final ByteBuffer bytes;

    /** @param record {@link #BYTES} bytes; not copied */
    public IntegerVector(byte[] record) {
        bytes = ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Takes a vector; the object is used again for the next one. */
    @FunctionalInterface
    public interface Consumer {
        void accept(IntegerVector vector);
    }

    /**
     * Makes vectors with the host's processor.
     *
     * @param folder an empty folder for the generator
     * @param family bcd, shift, multiply, divide or all
     * @param count vectors
     */
    public static long generate(Path folder, int seed, int count, String family, Consumer consumer) throws IOException {
        byte[] record = new byte[BYTES];
        IntegerVector vector = new IntegerVector(record);
        return HostVectors.run(folder, "integer/integer_vectors.c", BYTES, FREESTANDING,
                List.of(Integer.toString(seed), Integer.toString(count), family), read -> {
                    System.arraycopy(read, 0, record, 0, BYTES);
                    consumer.accept(vector);
                });
    }

    /** The instruction, for a code segment with D = 1. */
    public byte[] code() {
        return Arrays.copyOfRange(bytes.array(), 1, 1 + bytes.get(0));
    }

    /** The bits of EFLAGS that the manual leaves undefined afterwards. */
    public int undefinedFlags() {
        return bytes.getInt(12) & ARITHMETIC_FLAGS;
    }

    /** True if the manual leaves the result undefined: SHLD, SHRD of 16 bits by more than 16. */
    public boolean isResultUndefined() {
        return bytes.getInt(12) < 0;
    }

    /** A register before: EAX to EFLAGS. */
    public int before(int register) {
        return bytes.getInt(16 + 4 * register);
    }

    /** A register after; of EFLAGS only {@link #ARITHMETIC_FLAGS} count. */
    public int after(int register) {
        return bytes.getInt(36 + 4 * register);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(HexFormat.ofDelimiter(" ").formatHex(code()));
        String[] names = {"EAX", "ECX", "EDX", "EBX", "FLAGS"};
        for (int i = 0; i < names.length; i++) {
            text.append(String.format(" %s %08X->%08X", names[i], before(i), after(i)));
        }
        return text.append(String.format(" undefined %03X", undefinedFlags())).toString();
    }
}
