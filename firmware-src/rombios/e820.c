/* Builds the system memory map that INT 15h AX=E820h tells. */
#include "e820.h"
#include "domain.h"
#include "layout.h"
#include "log.h"
#include "memory.h"
#include "post.h"

struct e820_entry e820_map[E820_MAX];
u32 e820_count;

static void remove_at(u32 i)
{
    e820_count--;
    for (; i < e820_count; i++)
        e820_map[i] = e820_map[i + 1];
}

static void insert_at(u32 i, u64 base, u64 size, u32 type)
{
    if (e820_count == E820_MAX) {
        LOG("e820: no room for %08x%08x", (u32)(base >> 32), (u32)base);
        return;
    }
    for (u32 j = e820_count++; j > i; j--)
        e820_map[j] = e820_map[j - 1];
    e820_map[i].base = base;
    e820_map[i].size = size;
    e820_map[i].type = type;
}

static void join_neighbours(void)
{
    for (u32 i = 0; i + 1 < e820_count; ) {
        struct e820_entry *e = &e820_map[i];
        if (e->type == e[1].type && e->base + e->size == e[1].base) {
            e->size += e[1].size;
            remove_at(i + 1);
        } else {
            i++;
        }
    }
}

void e820_set(u64 base, u64 size, u32 type)
{
    u64 end = base + size;
    u32 i = 0;
    if (!size)
        return;
    while (i < e820_count && e820_map[i].base + e820_map[i].size <= base)
        i++;
    if (i < e820_count && e820_map[i].base < base) {    /* keep the part before */
        struct e820_entry e = e820_map[i];
        e820_map[i].size = base - e.base;
        i++;
        if (e.base + e.size > end)
            insert_at(i, end, e.base + e.size - end, e.type);
    }
    while (i < e820_count && e820_map[i].base + e820_map[i].size <= end)
        remove_at(i);
    if (i < e820_count && e820_map[i].base < end) {     /* keep the part after */
        e820_map[i].size -= end - e820_map[i].base;
        e820_map[i].base = end;
    }
    insert_at(i, base, size, type);
    join_neighbours();
}

void e820_setup(void)
{
    if (domain_e820_copy()) {
        LOG("e820: %d entries handed over by the domain builder", e820_count);
    } else {
        e820_set(0, 0xA0000, E820_RAM);
        e820_set(0x100000, ram_below_4g - 0x100000, E820_RAM);
        e820_set(0x100000000ull, ram_above_4g, E820_RAM);
        e820_set(0xFEC00000, 0x1000, E820_RESERVED);    /* I/O APIC */
        e820_set(0xFEE00000, 0x1000, E820_RESERVED);    /* local APIC */
        e820_set(0xFFFC0000, 0x40000, E820_RESERVED);   /* ROM below 4 GiB */
    }
    e820_set(EBDA_SEG_POST << 4, EBDA_SIZE, E820_RESERVED);
    e820_set(0xF0000, 0x10000, E820_RESERVED);          /* this ROM, its tables */
    for (u32 i = 0; i < e820_count; i++) {
        struct e820_entry *e = &e820_map[i];
        LOG("e820: %08x%08x +%08x%08x type %d", (u32)(e->base >> 32), (u32)e->base, (u32)(e->size >> 32),
            (u32)e->size, e->type);
    }
}
