/* Memory above 1 MiB. */
#ifndef HIGHMEM_H
#define HIGHMEM_H
#include "types.h"

/* Copies between physical addresses; `bytes` even, at most 65,536. */
void highmem_copy(u32 to, u32 from, u32 bytes);

/* A dword of memory or of a device's registers. */
u32 highmem_read32(u32 address);
void highmem_write32(u32 address, u32 value);

#endif
