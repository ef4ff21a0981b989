package org.domainfirmware.emulator.cpu.sem.system;

/**
 * A segment descriptor or gate as the eight bytes in a table. Source: SDM volume 3, 3.4.5 and 5.8.3.
 *
 * @param low bytes 0-3
 * @param high bytes 4-7
 */
public record Descriptor(int low, int high) {
    public static final int TSS16_AVAILABLE = 1;
    public static final int LDT = 2;
    public static final int TSS16_BUSY = 3;
    public static final int CALL_GATE16 = 4;
    public static final int TASK_GATE = 5;
    public static final int INTERRUPT_GATE16 = 6;
    public static final int TRAP_GATE16 = 7;
    public static final int TSS32_AVAILABLE = 9;
    public static final int TSS32_BUSY = 11;
    public static final int CALL_GATE32 = 12;
    public static final int INTERRUPT_GATE32 = 14;
    public static final int TRAP_GATE32 = 15;

    /** Bit of {@link #high}: the busy bit of a TSS descriptor. */
    public static final int BUSY = 1 << 9;
    /** Bit of {@link #high}: accessed, in code and data descriptors. */
    public static final int ACCESSED = 1 << 8;

    /** Linear base address. */
    public int base() {
        return low >>> 16 | (high & 0xFF) << 16 | high & 0xFF000000;
    }

    /** Limit in bytes, granularity applied. */
    public int limit() {
        int raw = low & 0xFFFF | high & 0xF0000;
        return (high & 1 << 23) != 0 ? raw << 12 | 0xFFF : raw;
    }

    /** Access rights as {@link org.domainfirmware.emulator.cpu.state.Segment} keeps them. */
    public int access() {
        return high >>> 8 & 0xF0FF;
    }

    /** Type field, 0 to 15. */
    public int type() {
        return high >>> 8 & 0xF;
    }

    public int dpl() {
        return high >>> 13 & 3;
    }

    public boolean isPresent() {
        return (high & 1 << 15) != 0;
    }

    /** False for gates, TSS and LDT descriptors. */
    public boolean isCodeOrData() {
        return (high & 1 << 12) != 0;
    }

    public boolean isCode() {
        return (high & 0x1800) == 0x1800;
    }

    public boolean isConforming() {
        return (high & 0x1C00) == 0x1C00;
    }

    public boolean isReadable() {
        return isCodeOrData() && ((high & 0x800) == 0 || (high & 0x200) != 0);
    }

    public boolean isWritableData() {
        return (high & 0x1A00) == 0x1200;
    }

    /** Gate: target selector. */
    public int gateSelector() {
        return low >>> 16;
    }

    /** Gate: target offset, 16 or 32 bits as the type says. */
    public int gateOffset() {
        return (type() & 8) != 0 ? high & 0xFFFF0000 | low & 0xFFFF : low & 0xFFFF;
    }

    /** Call gate: parameters to copy, 0 to 31. */
    public int gateParameters() {
        return high & 0x1F;
    }

    /** Operand size of a gate or TSS in bytes: 2 or 4. */
    public int operandSize() {
        return (type() & 8) != 0 ? 4 : 2;
    }
}
