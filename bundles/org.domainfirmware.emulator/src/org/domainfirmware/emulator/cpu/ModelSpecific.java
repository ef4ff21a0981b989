package org.domainfirmware.emulator.cpu;

import java.util.Arrays;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import org.domainfirmware.emulator.cpu.state.CpuModel;

/**
 * Model-specific registers of the Pentium and Pentium Pro that firmware and operating systems touch.
 * Source: SDM volume 4, tables for P6 family and Pentium.
 */
public final class ModelSpecific {
    public static final int MACHINE_CHECK_ADDRESS = 0x00;
    public static final int MACHINE_CHECK_TYPE = 0x01;
    public static final int TSC = 0x10;
    public static final int PLATFORM_ID = 0x17;
    public static final int APIC_BASE = 0x1B;
    public static final int EBL_CR_POWERON = 0x2A;
    public static final int BIOS_UPDATE_TRIGGER = 0x79;
    public static final int BIOS_SIGNATURE = 0x8B;
    public static final int PERFORMANCE_0 = 0xC1;
    public static final int PERFORMANCE_1 = 0xC2;
    public static final int MTRR_CAPABILITIES = 0xFE;
    public static final int BBL_CR_CTL = 0x119;
    public static final int MCG_CAP = 0x179;
    public static final int MCG_STATUS = 0x17A;
    public static final int EVENT_SELECT_0 = 0x186;
    public static final int EVENT_SELECT_1 = 0x187;
    public static final int DEBUG_CONTROL = 0x1D9;
    private static final int MTRR_FIRST = 0x200;
    private static final int MTRR_LAST = 0x20F;
    private static final int[] MTRR_FIXED = {0x250, 0x258, 0x259, 0x268, 0x269, 0x26A, 0x26B, 0x26C, 0x26D, 0x26E,
        0x26F};
    private static final int MTRR_DEFAULT = 0x2FF;
    /** The local APIC's page and enable and boot-processor bits after reset. */
    public static final long APIC_BASE_RESET = 0xFEE00900L;

    /** TSC = instructions retired x clocks each + this. */
    public long tscOffset;
    private final long[] plain = new long[32];
    private LongSupplier apicBaseReader = () -> APIC_BASE_RESET;
    private LongPredicate apicBaseWriter = value -> true;

    /**
     * Connects the local APIC, whose base register this is.
     *
     * @param writer gives false when the value has a reserved bit set
     */
    public void connect(LongSupplier reader, LongPredicate writer) {
        apicBaseReader = reader;
        apicBaseWriter = writer;
    }

    /** IA32_APIC_BASE. */
    public long apicBase() {
        return apicBaseReader.getAsLong();
    }

    /** Writes IA32_APIC_BASE; false, and nothing changed, when it cannot take the value. */
    public boolean writeApicBase(long value) {
        return apicBaseWriter.test(value);
    }

    /** All back to their reset values. */
    public void reset() {
        tscOffset = 0;
        Arrays.fill(plain, 0);
    }

    /** The registers that merely hold what was written; for snapshots. */
    public long[] held() {
        return plain;
    }

    /**
     * Where a register is held.
     *
     * @return its place in {@link #held}, or -1 when the model has no such register there
     */
    public static int heldAt(int number, CpuModel model) {
        if (model != CpuModel.PPRO) {
            return number == MACHINE_CHECK_ADDRESS ? 0 : number == MACHINE_CHECK_TYPE ? 1 : -1;
        }
        if (number >= MTRR_FIRST && number <= MTRR_LAST) {
            return 2 + number - MTRR_FIRST;
        }
        return switch (number) {
            case MACHINE_CHECK_ADDRESS -> 0;
            case MACHINE_CHECK_TYPE -> 1;
            case MTRR_DEFAULT -> 18;
            case EVENT_SELECT_0 -> 19;
            case EVENT_SELECT_1 -> 20;
            case PERFORMANCE_0 -> 21;
            case PERFORMANCE_1 -> 22;
            case DEBUG_CONTROL -> 23;
            case EBL_CR_POWERON -> 24;
            case BBL_CR_CTL -> 25;
            case MCG_STATUS -> 26;
            case BIOS_SIGNATURE -> 27;
            default -> -1;
        };
    }

    /** True for the fixed-range MTRRs, which this machine does not implement and MTRR_CAPABILITIES denies. */
    public static boolean isFixedMtrr(int number) {
        for (int fixed : MTRR_FIXED) {
            if (fixed == number) {
                return true;
            }
        }
        return false;
    }
}
