package org.domainfirmware.emulator.device.apic;

/** What the local APIC can do to its processor beside INTR. */
public interface ProcessorPins {
    /** A non-maskable interrupt. */
    void nmi();

    /** A system management interrupt. */
    void smi();

    /** INIT: the processor resets but keeps caches, FPU state and MSRs. */
    void init();

    /** A start-up message: begin at {@code vector} * 4096 if waiting for it; vector 0 to 255. */
    void startup(int vector);
}
