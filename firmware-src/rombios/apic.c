/* The local APIC in "virtual wire" mode: the 8259's interrupts pass through its LINT0 input
 * (MultiProcessor Specification 1.4, 3.6.2.2; SDM volume 3, "Local APIC state after reset":
 * all local vector table entries are masked).                                              */
#include "cpu.h"
#include "highmem.h"
#include "log.h"
#include "post.h"

#define APIC_BASE  0xFEE00000u
#define APIC_SVR   0xF0
#define APIC_LINT0 0x350
#define APIC_LINT1 0x360

void apic_setup(void)
{
    if (!cpu_has_cpuid() || cpu_id(0).eax < 1 || !(cpu_id(1).edx & CPUID1_EDX_APIC))
        return;
    highmem_write32(APIC_BASE + APIC_SVR, 0x1FF);       /* enabled, spurious vector FFh */
    highmem_write32(APIC_BASE + APIC_LINT0, 0x700);     /* ExtINT */
    highmem_write32(APIC_BASE + APIC_LINT1, 0x400);     /* NMI */
    LOG("local APIC: virtual wire");
}
