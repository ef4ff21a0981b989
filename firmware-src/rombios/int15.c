/* INT 15h: which function serves which AH. */
#include "int15.h"
#include "farmem.h"
#include "handlers.h"
#include "layout.h"

void int15_c0_configuration(struct int_regs *r)
{
    r->es = ROM_SEG;
    r->bx = 0xE6F5;                     /* system_configuration */
    int15_ok(r);
}

void int15_c1_ebda(struct int_regs *r)
{
    r->es = data_segment();
    set_carry(r, 0);
}

static void int15_e8(struct int_regs *r)
{
    switch (r->al) {
    case 0x01: int15_e801_sizes(r); break;
    case 0x20: int15_e820_map(r); break;
    case 0x81: int15_e881_sizes(r); break;
    default: int15_fail(r, INT15_UNSUPPORTED); break;
    }
}

void int15_system(struct int_regs *r)
{
    switch (r->ah) {
    case 0x24: int15_24_a20(r); break;
    case 0x4F: set_carry(r, 1); break;  /* keyboard intercept: take the key as it is */
    case 0x53: int15_53_apm(r); break;
    case 0x80: case 0x81: case 0x82:    /* device open, close, program end: for multitaskers to hook */
    case 0x85: case 0x90: case 0x91:    /* SysReq, device busy, device ready: likewise */
        int15_ok(r);
        break;
    case 0x83: int15_83_event_wait(r); break;
    case 0x86: int15_86_wait(r); break;
    case 0x87: int15_87_block_move(r); break;
    case 0x88: int15_88_extended_size(r); break;
    case 0x89: int15_89_protected_mode(r); break;
    case 0xC0: int15_c0_configuration(r); break;
    case 0xC1: int15_c1_ebda(r); break;
    case 0xC2: int15_c2_pointing_device(r); break;
    case 0xE8: int15_e8(r); break;
    default: int15_fail(r, INT15_UNSUPPORTED); break;
    }
}
