package org.domainfirmware.emulator.cpu.state;

/** Processor models, oldest first; what a model lacks is #UD there. Source: SDM volume 2 CPUID, AP-485. */
public enum CpuModel {
    I386("386", 3, 0x0308, 0),
    I486("486", 4, 0x0402, 0x0000_0001),
    /** P54C, model 2, stepping 12: FPU VME DE PSE TSC MSR CX8. */
    PENTIUM("pentium", 5, 0x052C, 0x0000_01BF),
    /**
     * Model 1, stepping 9: FPU VME DE PSE TSC MSR PAE CX8 APIC PGE CMOV, and of the Pentium II its FXSR, because
     * network boot code of today executes FXSAVE on every processor with CPUID family 6.
     */
    PPRO("ppro", 6, 0x0619, 0x0100_A37F);

    private final String optionName;
    private final int family;
    private final int signature;
    private final int features;

    CpuModel(String optionName, int family, int signature, int features) {
        this.optionName = optionName;
        this.family = family;
        this.signature = signature;
        this.features = features;
    }

    /** Name as the command line takes it. */
    public String optionName() {
        return optionName;
    }

    /** 3 to 6. */
    public int family() {
        return family;
    }

    /** Reset value of EDX and CPUID leaf 1 EAX: type, family, model, stepping. */
    public int signature() {
        return signature;
    }

    /** CPUID leaf 1 EDX. */
    public int features() {
        return features;
    }

    public boolean atLeast(CpuModel other) {
        return compareTo(other) >= 0;
    }
}
