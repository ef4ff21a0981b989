/* Functions of INT 15h, by file. */
#ifndef INT15_H
#define INT15_H
#include "entry.h"

typedef void int15_function(struct int_regs *r);
int15_function int15_24_a20, int15_87_block_move, int15_88_extended_size, int15_89_protected_mode,
    int15_e801_sizes, int15_e881_sizes, int15_e820_map, int15_c0_configuration, int15_c1_ebda,
    int15_53_apm, int15_83_event_wait, int15_86_wait, int15_c2_pointing_device;

#define INT15_UNSUPPORTED 0x86
static inline void int15_fail(struct int_regs *r, u8 status)
{
    r->ah = status;
    set_carry(r, 1);
}

static inline void int15_ok(struct int_regs *r)
{
    r->ah = 0;
    set_carry(r, 0);
}

#endif
