/* Copies to and from memory above 1 MiB through protected mode. */
#include "highmem.h"
#include "farmem.h"
#include "layout.h"
#include "pmode.h"

struct descriptor {
    u16 limit, base_low;
    u8 base_mid, access, flags, base_high;
};

static void describe(struct descriptor *d, u32 base, u8 access)
{
    d->limit = 0xFFFF;
    d->base_low = (u16)base;
    d->base_mid = (u8)(base >> 16);
    d->access = access;
    d->flags = 0;
    d->base_high = (u8)(base >> 24);
}

void highmem_copy(u32 to, u32 from, u32 bytes)
{
    static struct descriptor table[6];
    u32 data = (u32)data_segment() << 4;
    describe(&table[2], from, 0x93);
    describe(&table[3], to, 0x93);
    describe(&table[4], ROM_SEG << 4, 0x9B);
    describe(&table[5], data, 0x93);
    struct pmode_table gdt = { .limit = sizeof(table) - 1, .base = data + data_offset(table) };
    pmode_block_move(&gdt, bytes / 2);
}

u32 highmem_read32(u32 address)
{
    u32 value = 0;
    highmem_copy(((u32)data_segment() << 4) + data_offset(&value), address, 4);
    return *(volatile u32 *)&value;
}

void highmem_write32(u32 address, u32 value)
{
    highmem_copy(address, ((u32)data_segment() << 4) + data_offset(&value), 4);
}
