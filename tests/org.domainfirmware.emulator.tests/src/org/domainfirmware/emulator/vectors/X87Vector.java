package org.domainfirmware.emulator.vectors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A view of one record of tests/vectors/x87/x87_vectors.c, whose head documents the format. */
public final class X87Vector {

    /** Bytes of a record. */
    public static final int BYTES = 284;
    /** Bytes of an FNSAVE image in the 32-bit layouts. */
    public static final int IMAGE_BYTES = 108;
    /** Bytes of the memory operand. */
    public static final int MEMORY_BYTES = 32;

    private final ByteBuffer bytes;

    /** @param record {@link #BYTES} bytes; not copied */
    public X87Vector(byte[] record) {
        bytes = ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** D8h to DFh. */
    public int opcode() {
        return bytes.get(0) & 0xFF;
    }

    /** The ModRM byte. */
    public int modrm() {
        return bytes.get(1) & 0xFF;
    }

    /** CF, PF and ZF before. */
    public int flagsBefore() {
        return bytes.get(2) & 0xFF;
    }

    /** CF, PF and ZF after. */
    public int flagsAfter() {
        return bytes.get(3) & 0xFF;
    }

    /** Copies the state before. */
    public void imageBefore(byte[] target) {
        bytes.get(4, target, 0, IMAGE_BYTES);
    }

    /** Copies the memory operand before. */
    public void memoryBefore(byte[] target) {
        bytes.get(112, target, 0, MEMORY_BYTES);
    }

    /** Copies the state after. */
    public void imageAfter(byte[] target) {
        bytes.get(144, target, 0, IMAGE_BYTES);
    }

    /** Copies the memory operand after. */
    public void memoryAfter(byte[] target) {
        bytes.get(252, target, 0, MEMORY_BYTES);
    }
}
