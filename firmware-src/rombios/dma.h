/* The 8237 DMA controllers. */
#ifndef DMA_H
#define DMA_H
#include "types.h"

/* Prepares channel 2 for a transfer at a physical address below 16 MiB that stays in one 64 KiB page. */
void dma_floppy(u32 address, u16 bytes, int to_memory);

#endif
