/* The BIOS data area as programs expect it after POST. */
#include "bda.h"
#include "layout.h"
#include "post.h"

extern u8 ebda_kib;

/* The first byte of the extended BIOS data area tells its size in KiB. */
__attribute__((section(".ebda_head"))) u8 ebda_kib;

void bda_setup(void)
{
    u16 reset_flag = BDA_GET(reset_flag);
    far_fill(BDA_SEG, 0, 0, 0x67);
    far_fill(BDA_SEG, 0x6C, 0, 0x100 - 0x6C);
    BDA_SET(reset_flag, reset_flag);
    ebda_kib = EBDA_KIB;
    BDA_SET(ebda_segment, EBDA_SEG_POST);
    BDA_SET(base_memory_kib, 640 - EBDA_KIB);
    BDA_SET(kbd_head, 0x1E);
    BDA_SET(kbd_tail, 0x1E);
    BDA_SET(kbd_buffer_start, 0x1E);
    BDA_SET(kbd_buffer_end, 0x3E);
    for (u32 i = 0; i < 4; i++) {
        poke8(BDA_SEG, (u16)(0x78 + i), 0x14);
        poke8(BDA_SEG, (u16)(0x7C + i), 0x0A);
    }
}
