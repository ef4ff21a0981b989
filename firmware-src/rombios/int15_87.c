/* INT 15h AH=87h, block move between any addresses, and AH=89h, the switch to protected mode.
 * The caller's table at ES:SI: null, table, source, target, BIOS code, BIOS stack.            */
#include "a20.h"
#include "farmem.h"
#include "int15.h"
#include "io.h"
#include "layout.h"
#include "pmode.h"

static void set_descriptor(u16 seg, u16 off, u32 base, u16 limit, u8 access)
{
    poke16(seg, off, limit);
    poke32(seg, (u16)(off + 2), (base & 0xFFFFFF) | (u32)access << 24);
    poke16(seg, (u16)(off + 6), (u16)(base >> 24 << 8));
}

/* Bytes that a data descriptor spans. */
static u32 descriptor_span(u16 seg, u16 off)
{
    u8 flags = peek8(seg, (u16)(off + 6));
    u32 limit = peek16(seg, off) | (u32)(flags & 15) << 16;
    if (flags & 0x80)
        return limit >= 0xFFFFF ? 0xFFFFFFFFu : (limit + 1) << 12;
    return limit + 1;
}

void int15_87_block_move(struct int_regs *r)
{
    u32 bytes = (u32)r->cx * 2;
    if (bytes > 0x10000 || descriptor_span(r->es, (u16)(r->si + 0x10)) < bytes ||
        descriptor_span(r->es, (u16)(r->si + 0x18)) < bytes) {
        int15_fail(r, 2);               /* it would fault */
        return;
    }
    u32 table = ((u32)r->es << 4) + r->si;
    set_descriptor(r->es, (u16)(r->si + 0x08), table, 0x2F, 0x93);
    set_descriptor(r->es, (u16)(r->si + 0x20), ROM_SEG << 4, 0xFFFF, 0x9B);
    set_descriptor(r->es, (u16)(r->si + 0x28), (u32)data_segment() << 4, 0xFFFF, 0x93);
    poke8(r->es, (u16)(r->si + 0x15), 0x93);
    poke8(r->es, (u16)(r->si + 0x1D), 0x93);

    struct pmode_table gdt = { .limit = 0x2F, .base = table };
    int a20 = a20_set(1);
    pmode_block_move(&gdt, bytes / 2);
    a20_set(a20);
    int15_ok(r);
    set_zero(r, 1);
}

/* BH, BL: vectors of the two interrupt controllers. ES:SI: null, table, IDT, DS, ES, SS, CS, BIOS CS. */
void int15_89_protected_mode(struct int_regs *r)
{
    u32 table = ((u32)r->es << 4) + r->si;
    a20_set(1);
    outb(0x20, 0x11);
    outb(0xA0, 0x11);
    outb(0x21, r->bh);
    outb(0xA1, r->bl);
    outb(0x21, 0x04);
    outb(0xA1, 0x02);
    outb(0x21, 0x01);
    outb(0xA1, 0x01);
    outb(0x21, 0xFF);
    outb(0xA1, 0xFF);
    set_descriptor(r->es, (u16)(r->si + 0x08), table, 0x3F, 0x93);
    set_descriptor(r->es, (u16)(r->si + 0x38), ROM_SEG << 4, 0xFFFF, 0x9B);
    struct pmode_table gdt = { .limit = 0x3F, .base = table };
    struct pmode_table idt = {
        .limit = peek16(r->es, (u16)(r->si + 0x10)),
        .base = peek32(r->es, (u16)(r->si + 0x12)) & 0xFFFFFF,
    };
    int15_ok(r);
    pmode_enter(&gdt, &idt, r);
}
