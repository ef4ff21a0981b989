/* What the processor says about itself. */
#ifndef CPU_H
#define CPU_H
#include "types.h"

struct cpuid {
    u32 eax, ebx, ecx, edx;
};

/* Whether there is a CPUID instruction; if so, its answer for a leaf. */
int cpu_has_cpuid(void);
struct cpuid cpu_id(u32 leaf);

#define CPUID1_EDX_APIC 0x200u

#endif
