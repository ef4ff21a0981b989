/* The monitor's own GDT, IDT and TSS (SDM volume 3, 3.4.5, 6.11, 7.2; 18.5.2 of volume 1 for the I/O bitmap,
 * 20.3.3 of volume 3 for the interrupt redirection bitmap in front of it). */
#include "tables.h"
#include "monitor.h"

#define PORTS_BYTES 8192
#define DESCRIPTORS 6u

struct tss tss;

struct PACKED tss {
    u32 link, esp0, ss0, others[22];
    u16 trap, io_map;
    u8 redirection[32];
    u8 io_bitmap[PORTS_BYTES + 1];
};

/* Room behind both for limits that carry a mark (seen_tables.c). */
static u32 gdt[DESCRIPTORS + TABLE_MARKS / 8][2] ALIGNED(8);
static u32 idt[VECTORS + TABLE_MARKS / 8][2] ALIGNED(8);

extern const u32 entry_points[VECTORS];

static void set_descriptor(u32 selector, u32 base, u32 limit, u32 access)
{
    u32 *d = gdt[selector >> 3];
    d[0] = base << 16 | (limit & 0xFFFF);
    d[1] = (base & 0xFF000000) | (base >> 16 & 0xFF) | (limit & 0xF0000) | access << 8;
}

static void set_gate(u32 vector, u32 level)
{
    u32 entry = entry_points[vector];
    idt[vector][0] = SEL_CODE << 16 | (entry & 0xFFFF);
    idt[vector][1] = (entry & 0xFFFF0000) | 0x8E00 | level << 13;
}

static void intercept_port(u32 port)
{
    tss.io_bitmap[port >> 3] |= (u8)(1 << (port & 7));
}

void setup_tables(void)
{
    set_descriptor(SEL_CODE, 0, 0xFFFFF, 0xC09B);
    set_descriptor(SEL_STACK, 0, 0xFFFFF, 0xC093);
    set_descriptor(SEL_USER_CODE, 0, 0xFFFFF, 0xC0FB);
    set_descriptor(SEL_USER_DATA, 0, 0xFFFFF, 0xC0F3);
    set_descriptor(SEL_TSS, (u32)&tss, sizeof(tss) - 1, 0x8B);
    for (u32 v = 0; v < VECTORS; v++)
        set_gate(v, 0);
    set_gate(VECTOR_BP, 3);             /* INT3 and INTO are not redirected */
    set_gate(VECTOR_OF, 3);
    tss.esp0 = (u32)(&guest + 1);
    tss.ss0 = SEL_STACK;
    tss.io_map = offset_of(struct tss, io_bitmap);
    tss.io_bitmap[PORTS_BYTES] = 0xFF;
    intercept_port(0x20);
    intercept_port(0x21);
    intercept_port(0xA0);
    intercept_port(0xA1);
}

void redirect_interrupts(int to_guest)
{
    u8 bits = to_guest ? 0 : 0xFF;
    if (tss.redirection[0] == bits)
        return;
    for (u32 n = 0; n < sizeof(tss.redirection); n++)
        tss.redirection[n] = bits;
}

struct table_addresses table_addresses(void)
{
    return (struct table_addresses){ (u32)gdt, DESCRIPTORS * 8 - 1, (u32)idt, VECTORS * 8 - 1, (u32)&tss, sizeof(tss) - 1 };
}
