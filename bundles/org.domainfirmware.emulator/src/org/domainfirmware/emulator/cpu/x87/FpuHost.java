package org.domainfirmware.emulator.cpu.x87;

/** What x87 instructions touch of the integer part of the processor. */
public interface FpuHost {

    /** Carry flag in the results of {@link #conditionFlags()}. */
    int CF = 0x01;
    /** Parity flag. */
    int PF = 0x04;
    /** Zero flag. */
    int ZF = 0x40;

    /** CF, PF and ZF as they are in EFLAGS; other bits are ignored. Read by FCMOVcc. */
    int conditionFlags();

    /** Result of FCOMI and its like: CF, PF and ZF take the given values; OF, SF and AF are cleared (SDM vol. 2A, FCOMI). */
    void setConditionFlags(int flags);

    /** Result of FNSTSW AX: 16 bits. */
    void setAx(int value);
}
