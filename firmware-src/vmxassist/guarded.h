/* Instructions at level 0 that may fault. Each returns 0, or 1 + the vector of its fault. */
#ifndef GUARDED_H
#define GUARDED_H
#include "types.h"

u32 guarded_rdmsr(u32 msr, u32 *low, u32 *high);
u32 guarded_rdpmc(u32 counter, u32 *low, u32 *high);
u32 guarded_wrmsr(u32 msr, u32 low, u32 high);
u32 guarded_read_debug(u32 number, u32 *value);
u32 guarded_write_debug(u32 number, u32 value);
u32 guarded_write_cr4(u32 value);

/* Where the present one goes on after a fault, or 0; the trap handler stores the vector + 1. */
extern u32 guard_resume, guard_vector;

#endif
