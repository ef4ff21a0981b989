/* Completes the "_32_" header: its entry point is a physical address. */
#include "log.h"
#include "rom_table.h"

extern const ROM u8 bios32_header[];

void bios32_setup(void)
{
    u16 at = rom_offset_of(bios32_header);
    if (peek16(ROM_SEG, (u16)(at + 6)) == 0)
        poke32(ROM_SEG, (u16)(at + 4), peek32(ROM_SEG, (u16)(at + 4)) + (ROM_SEG << 4));
    rom_checksum(at, 16, 10);
    LOG("BIOS32 at F000:%04x", at);
}
