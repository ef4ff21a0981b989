package org.domainfirmware.emulator.cpu.x87;

/**
 * The memory operand of one x87 instruction. The processor has already formed segment and effective address; the FPU
 * only adds small displacements in bytes (0 to 107).
 *
 * <p>An access may end in a fault of the processor (an unchecked throw). The FPU changes none of its state before the
 * accesses of an instruction are done, so that the instruction can be restarted.
 */
public interface FpuMemory {

    /** Reads 16 bits, zero-extended. */
    int read16(int displacement);

    /** Reads 32 bits. */
    int read32(int displacement);

    /** Reads 64 bits. */
    long read64(int displacement);

    /** Writes the low 16 bits of {@code value}. */
    void write16(int displacement, int value);

    /** Writes 32 bits. */
    void write32(int displacement, int value);

    /** Writes 64 bits. */
    void write64(int displacement, long value);

    /**
     * Faults if any of the bytes 0 to {@code length - 1} cannot be written. Called before operands that take several
     * writes (80-bit formats, environments), which must be stored entirely or not at all.
     *
     * @param length bytes, 10 to 108
     */
    void checkWrite(int length);

    /** Bit of {@link #environmentFormat()}: 32-bit operand size. */
    int FORMAT_32 = 1;
    /** Bit of {@link #environmentFormat()}: protected mode; clear in real and virtual-8086 mode. */
    int FORMAT_PROTECTED = 2;

    /** The layout FSTENV, FLDENV, FSAVE and FRSTOR use here (SDM vol. 1, 8.1.10): the sum of the two bits above. */
    int environmentFormat();
}
