/* The coprocessor, and CPUID, where it exists (SDM volume 2, CPUID: the ID flag of EFLAGS can be changed). */
#include "cpu.h"
#include "post.h"

#define EFLAGS_ID 0x200000u

/* After a reset the tags say that all registers are in use (SDM volume 3, table 9-1), so that programs could load none. */
void coprocessor_setup(void)
{
    __asm__ volatile("fninit");
}

int cpu_has_cpuid(void)
{
    u32 before, after;
    __asm__ volatile("pushfl\n\tpopl %0\n\tmovl %0, %1\n\txorl %2, %1\n\tpushl %1\n\tpopfl\n\t"
                     "pushfl\n\tpopl %1\n\tpushl %0\n\tpopfl"
                     : "=&r"(before), "=&r"(after) : "i"(EFLAGS_ID));
    return ((before ^ after) & EFLAGS_ID) != 0;
}

struct cpuid cpu_id(u32 leaf)
{
    struct cpuid c;
    __asm__ volatile("cpuid" : "=a"(c.eax), "=b"(c.ebx), "=c"(c.ecx), "=d"(c.edx) : "a"(leaf), "c"(0));
    return c;
}
