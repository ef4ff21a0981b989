/* Completes the "_32_" header: its entry point is a physical address. */
#include "log.h"
#include "pci.h"
#include "rom_table.h"

extern const ROM u8 bios32_header[], bios32_last_bus[];

void bios32_setup(void)
{
    u16 at = rom_offset_of(bios32_header);
    if (peek16(ROM_SEG, (u16)(at + 6)) == 0)
        poke32(ROM_SEG, (u16)(at + 4), peek32(ROM_SEG, (u16)(at + 4)) + (ROM_SEG << 4));
    rom_checksum(at, 16, 10);
    poke8(ROM_SEG, rom_offset_of(bios32_last_bus), pci_last_bus);
    LOG("BIOS32 at F000:%04x", at);
}
