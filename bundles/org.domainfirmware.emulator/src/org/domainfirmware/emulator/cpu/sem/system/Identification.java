package org.domainfirmware.emulator.cpu.sem.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.cpu.state.Reg;

/** CPUID. Source: SDM volume 2 CPUID; AP-485. */
public final class Identification {
    private static final int FEATURE_APIC = 1 << 9;

    private Identification() {
    }

    /** CPUID: leaf in EAX; answers in EAX, EBX, ECX, EDX. */
    public static void cpuid(Cpu c) {
        int[] r = c.s.gpr;
        CpuModel model = c.s.model;
        int highest = model == CpuModel.PPRO ? 2 : 1;
        int leaf = Integer.compareUnsigned(r[Reg.EAX], highest) > 0 ? highest : r[Reg.EAX];
        switch (leaf) {
            case 0 -> set(r, highest, 0x756E6547, 0x6C65746E, 0x49656E69);
            case 1 -> set(r, model.signature(), 0, 0, features(c));
            // 4 KiB instruction TLB 32 entries, data TLB 64 entries, 8 + 8 KiB L1, 256 KiB L2.
            default -> set(r, 0x03020101, 0, 0, 0x06040A42);
        }
    }

    private static int features(Cpu c) {
        int features = c.s.model.features();
        boolean apicOff = c.s.model == CpuModel.PPRO && (c.msr.apicBase() & 1 << 11) == 0;
        return apicOff ? features & ~FEATURE_APIC : features;
    }

    /** EAX, EBX, ECX, EDX. The vendor string goes EBX, EDX, ECX. */
    private static void set(int[] r, int eax, int ebx, int ecx, int edx) {
        r[Reg.EAX] = eax;
        r[Reg.EBX] = ebx;
        r[Reg.ECX] = ecx;
        r[Reg.EDX] = edx;
    }
}
