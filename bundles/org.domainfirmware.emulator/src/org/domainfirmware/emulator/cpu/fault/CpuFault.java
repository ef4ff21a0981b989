package org.domainfirmware.emulator.cpu.fault;

/**
 * A processor exception on its way from the instruction that raised it to the executor. Each
 * processor owns one, without a stack trace, and throws it again and again: raising costs no
 * allocation.
 */
public final class CpuFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Not an exception: the instruction is to be tried again. */
    public static final int RETRY = -1;

    /** 0 to 31, or {@link #RETRY}. */
    public int vector;
    /** Meaningful where {@link Vector#hasErrorCode}. */
    public int errorCode;
    /** Linear address for CR2, for a page fault. */
    public int address;
    /** True for traps (EIP stays after the instruction), false for faults. */
    public boolean trap;

    public CpuFault() {
        super(null, null, false, false);
    }

    private CpuFault with(int newVector, int newErrorCode) {
        vector = newVector;
        errorCode = newErrorCode;
        trap = false;
        return this;
    }

    /** An exception without error code. */
    public CpuFault of(int newVector) {
        return with(newVector, 0);
    }

    /** An exception with an error code. */
    public CpuFault of(int newVector, int newErrorCode) {
        return with(newVector, newErrorCode);
    }

    public CpuFault ud() {
        return with(Vector.UD, 0);
    }

    /** @param newErrorCode selector and its low bits, or 0 */
    public CpuFault gp(int newErrorCode) {
        return with(Vector.GP, newErrorCode);
    }

    public CpuFault ss(int newErrorCode) {
        return with(Vector.SS, newErrorCode);
    }

    public CpuFault np(int newErrorCode) {
        return with(Vector.NP, newErrorCode);
    }

    public CpuFault ts(int newErrorCode) {
        return with(Vector.TS, newErrorCode);
    }

    public CpuFault pf(int newErrorCode, int linear) {
        address = linear;
        return with(Vector.PF, newErrorCode);
    }

    @Override
    public String getMessage() {
        return "processor exception " + vector + ", error code " + Integer.toHexString(errorCode) + "h";
    }
}
