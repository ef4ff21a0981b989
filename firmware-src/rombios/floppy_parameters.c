/* The parameter tables of floppy formats, which INT 13h AH=08h and 18h hand out (PS/2 and PC Interface Technical
 * Reference, "Diskette parameter table"). The one behind INT 1Eh is in fixed_entries.S.                         */
#include "floppy.h"
#include "layout.h"

#define TABLE_BYTES 11
#define SECTORS_AT 4

/* step rate and head unload, head load and DMA, motor-off ticks, bytes 512, sectors a track, gap, data length,
 * format gap, format byte, head settle ms, motor start 1/8 s                                                   */
static const ROM u8 tables[][TABLE_BYTES] = {
    { 0xDF, 0x02, 0x25, 2, 9, 0x2A, 0xFF, 0x50, 0xF6, 0x0F, 0x08 },
    { 0xDF, 0x02, 0x25, 2, 15, 0x1B, 0xFF, 0x54, 0xF6, 0x0F, 0x08 },
    { 0xDF, 0x02, 0x25, 2, 18, 0x1B, 0xFF, 0x6C, 0xF6, 0x0F, 0x08 },
    { 0xAF, 0x02, 0x25, 2, 36, 0x1B, 0xFF, 0x54, 0xF6, 0x0F, 0x08 },
};

void floppy_give_table(struct int_regs *r, u8 sectors)
{
    for (u32 i = 0; i < COUNT_OF(tables); i++) {
        if (tables[i][SECTORS_AT] != sectors)
            continue;
        const ROM u8 *volatile table = tables[i];
        r->es = ROM_SEG;
        r->di = (u16)(u32)table;
    }
}
