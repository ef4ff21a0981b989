/* INT 15h: memory sizes and the memory map. */
#include "e820.h"
#include "farmem.h"
#include "int15.h"

#define SMAP 0x534D4150u

/* The end of the RAM that begins at 1 MiB, as the map tells it. */
static u32 end_of_extended(void)
{
    for (u32 i = 0; i < e820_count; i++) {
        const struct e820_entry *e = &e820_map[i];
        if (e->type == E820_RAM && e->base <= 0x100000 && e->base + e->size > 0x100000)
            return (u32)(e->base + e->size);
    }
    return 0x100000;
}

void int15_88_extended_size(struct int_regs *r)
{
    u32 kib = (end_of_extended() - 0x100000) >> 10;
    r->ax = (u16)(kib > 0xFC00 ? 0xFC00 : kib); /* 63 MiB: more confuses old systems */
    set_carry(r, 0);
}

static void two_sizes(u32 *low_kib, u32 *high_64kib)
{
    u32 end = end_of_extended();
    if (end > 0x1000000) {
        *low_kib = 0x3C00;
        *high_64kib = (end - 0x1000000) >> 16;
    } else {
        *low_kib = (end - 0x100000) >> 10;
        *high_64kib = 0;
    }
}

void int15_e801_sizes(struct int_regs *r)
{
    u32 low, high;
    two_sizes(&low, &high);
    r->ax = r->cx = (u16)low;
    r->bx = r->dx = (u16)high;
    set_carry(r, 0);
}

void int15_e881_sizes(struct int_regs *r)
{
    u32 low, high;
    two_sizes(&low, &high);
    r->eax = r->ecx = low;
    r->ebx = r->edx = high;
    set_carry(r, 0);
}

/* EBX: entry number, ES:DI: buffer of ECX bytes. With 24 bytes the ACPI 3.0 attribute word follows. */
void int15_e820_map(struct int_regs *r)
{
    u32 i = r->ebx;
    if (r->edx != SMAP || r->ecx < 20 || i >= e820_count) {
        int15_fail(r, INT15_UNSUPPORTED);
        return;
    }
    far_copy(r->es, r->di, data_segment(), data_offset(&e820_map[i]), 20);
    if (r->ecx >= 24) {
        poke32(r->es, (u16)(r->di + 20), 1);
        r->ecx = 24;
    } else {
        r->ecx = 20;
    }
    r->ebx = i + 1 < e820_count ? i + 1 : 0;
    r->eax = SMAP;
    set_carry(r, 0);
}
