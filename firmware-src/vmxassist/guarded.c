/* A fault inside goes on behind the instruction, with its vector in guard_vector. */
#include "guarded.h"

u32 guard_resume, guard_vector;

#define GUARDED(instruction, ...)                                                       \
    guard_vector = 0;                                                                   \
    __asm__ volatile("movl $1f, guard_resume\n\t" instruction "\n1:\tmovl $0, guard_resume" __VA_ARGS__)

u32 guarded_rdmsr(u32 msr, u32 *low, u32 *high)
{
    u32 a = 0, d = 0;
    GUARDED("rdmsr", : "+a"(a), "+d"(d) : "c"(msr) : "memory");
    *low = a;
    *high = d;
    return guard_vector;
}

u32 guarded_rdpmc(u32 counter, u32 *low, u32 *high)
{
    u32 a = 0, d = 0;
    GUARDED("rdpmc", : "+a"(a), "+d"(d) : "c"(counter) : "memory");
    *low = a;
    *high = d;
    return guard_vector;
}

u32 guarded_wrmsr(u32 msr, u32 low, u32 high)
{
    GUARDED("wrmsr", : : "a"(low), "d"(high), "c"(msr) : "memory");
    return guard_vector;
}

u32 guarded_read_debug(u32 number, u32 *value)
{
    u32 v = 0;
    switch (number) {
    case 0: GUARDED("movl %%dr0, %0", : "+r"(v) : : "memory"); break;
    case 1: GUARDED("movl %%dr1, %0", : "+r"(v) : : "memory"); break;
    case 2: GUARDED("movl %%dr2, %0", : "+r"(v) : : "memory"); break;
    case 3: GUARDED("movl %%dr3, %0", : "+r"(v) : : "memory"); break;
    case 4: case 6: GUARDED("movl %%dr6, %0", : "+r"(v) : : "memory"); break;
    default: GUARDED("movl %%dr7, %0", : "+r"(v) : : "memory"); break;
    }
    *value = v;
    return guard_vector;
}

u32 guarded_write_debug(u32 number, u32 v)
{
    switch (number) {
    case 0: GUARDED("movl %0, %%dr0", : : "r"(v) : "memory"); break;
    case 1: GUARDED("movl %0, %%dr1", : : "r"(v) : "memory"); break;
    case 2: GUARDED("movl %0, %%dr2", : : "r"(v) : "memory"); break;
    case 3: GUARDED("movl %0, %%dr3", : : "r"(v) : "memory"); break;
    case 4: case 6: GUARDED("movl %0, %%dr6", : : "r"(v) : "memory"); break;
    default: GUARDED("movl %0, %%dr7", : : "r"(v) : "memory"); break;
    }
    return guard_vector;
}

u32 guarded_write_cr4(u32 v)
{
    GUARDED("movl %0, %%cr4", : : "r"(v) : "memory");
    return guard_vector;
}
