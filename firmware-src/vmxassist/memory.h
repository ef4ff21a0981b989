/* The guest's memory, by segment and offset or by linear address (which is the physical one here). */
#ifndef MEMORY_H
#define MEMORY_H
#include "guest.h"

/* Linear address of an access; raises #GP or #SS where the segment's limit or rights forbid it. */
u32 check_access(u32 segment, u32 offset, u32 size, int write);
u32 read_linear(u32 address, u32 size);
void write_linear(u32 address, u32 size, u32 value);
u32 read_memory(u32 segment, u32 offset, u32 size);
void write_memory(u32 segment, u32 offset, u32 size, u32 value);
/* Largest offset of the segment, an expand-up one. */
u32 last_offset(u32 segment);
/* Linear to physical by the page tables the guest is just leaving; raises #PF. */
u32 translate(u32 linear);

#endif
