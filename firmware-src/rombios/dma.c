/* 8237 set-up: both controllers enabled, channel 4 cascades the first one. */
#include "dma.h"
#include "io.h"
#include "post.h"

void dma_setup(void)
{
    outb(0x0D, 0);              /* master clear */
    outb(0xDA, 0);
    outb(0xD6, 0xC0);           /* channel 4: cascade */
    outb(0xD4, 0x00);           /* unmask channel 4 */
}

void dma_floppy(u32 address, u16 bytes, int to_memory)
{
    outb(0x0A, 0x06);           /* mask channel 2 */
    outb(0x0C, 0);              /* byte pointer */
    outb(0x0B, to_memory ? 0x46 : 0x4A);
    outb(0x04, (u8)address);
    outb(0x04, (u8)(address >> 8));
    outb(0x81, (u8)(address >> 16));
    outb(0x05, (u8)(bytes - 1));
    outb(0x05, (u8)((bytes - 1) >> 8));
    outb(0x0A, 0x02);
}
