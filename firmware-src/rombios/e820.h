/* The system memory map. Sorted by base, without overlaps. */
#ifndef E820_H
#define E820_H
#include "types.h"

struct e820_entry {
    u64 base, size;
    u32 type;
} PACKED;

#define E820_RAM 1
#define E820_RESERVED 2
#define E820_MAX 32

extern struct e820_entry e820_map[E820_MAX];
extern u32 e820_count;

/* Gives base..base+size the type, whatever it was before. */
void e820_set(u64 base, u64 size, u32 type);

#endif
