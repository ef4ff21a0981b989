/* The interrupt vectors at 0000:0000. */
#include "entry.h"
#include "farmem.h"
#include "ivt.h"
#include "layout.h"
#include "post.h"

typedef void stub(void);
extern stub dummy_iret, entry_02, entry_05, entry_08, entry_09, entry_0e, entry_10, entry_11, entry_12,
    entry_13, entry_14, entry_15, entry_16, entry_17, entry_18, entry_19, entry_1a, entry_40, entry_70,
    entry_71, entry_74, entry_75, entry_76, entry_77, entry_irq_master, entry_irq_slave;
extern const ROM u8 floppy_parameter_table[];

struct vector {
    u8 number;
    stub *entry;
};

static const ROM struct vector vectors[] = {
    { 0x02, entry_02 }, { 0x05, entry_05 }, { 0x08, entry_08 }, { 0x09, entry_09 },
    { 0x0A, entry_irq_master }, { 0x0B, entry_irq_master }, { 0x0C, entry_irq_master },
    { 0x0D, entry_irq_master }, { 0x0E, entry_0e }, { 0x0F, entry_irq_master },
    { 0x10, entry_10 }, { 0x11, entry_11 }, { 0x12, entry_12 }, { 0x13, entry_13 },
    { 0x14, entry_14 }, { 0x15, entry_15 }, { 0x16, entry_16 }, { 0x17, entry_17 },
    { 0x18, entry_18 }, { 0x19, entry_19 }, { 0x1A, entry_1a },
    { 0x40, entry_40 }, { 0x42, entry_10 },
    { 0x70, entry_70 }, { 0x71, entry_71 }, { 0x72, entry_irq_slave }, { 0x73, entry_irq_slave },
    { 0x74, entry_74 }, { 0x75, entry_75 }, { 0x76, entry_76 }, { 0x77, entry_77 },
};

void ivt_set(u8 vector, u16 seg, u16 off)
{
    poke16(0, (u16)(vector * 4), off);
    poke16(0, (u16)(vector * 4 + 2), seg);
}

static u16 rom_offset(const void ROM *p)
{
    return (u16)(u32)p;
}

void ivt_setup(void)
{
    stub *volatile none = dummy_iret;
    for (u32 i = 0; i < 0x78; i++)
        ivt_set((u8)i, ROM_SEG, (u16)(u32)none);
    for (u32 i = 0x60; i < 0x68; i++)
        ivt_set((u8)i, 0, 0);
    for (u32 i = 0x78; i < 0x100; i++)
        ivt_set((u8)i, 0, 0);
    for (u32 i = 0; i < COUNT_OF(vectors); i++) {
        stub *volatile entry = vectors[i].entry;
        ivt_set(vectors[i].number, ROM_SEG, (u16)(u32)entry);
    }
    const ROM u8 *volatile table = floppy_parameter_table;
    ivt_set(0x1E, ROM_SEG, rom_offset(table));
    ivt_set(0x1D, ROM_SEG, 0xF0A4);
    ivt_set(0x1F, ROM_SEG, 0xFA6E);
    ivt_set(0x43, ROM_SEG, 0xFA6E);
    ivt_set(0x41, 0, 0);
    ivt_set(0x46, 0, 0);
}

void call_int(u8 vector, struct call_regs *r)
{
    r->off = peek16(0, (u16)(vector * 4));
    r->seg = peek16(0, (u16)(vector * 4 + 2));
    far_call(r);
}
