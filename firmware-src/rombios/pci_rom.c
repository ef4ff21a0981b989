/* The image behind an expansion ROM register lies above 1 MiB: it is fetched by INT 15h AH=87h's
 * block move, 512 bytes at a time (PCI Local Bus Specification 2.1, 6.3). */
#include "pci_rom.h"
#include "farmem.h"
#include "highmem.h"
#include "log.h"
#include "pci.h"

#define ROM_ENABLE 1u
#define COMMAND_MEMORY 2

/* Whether the image at seg:0, of that size, says that it is for the PC. */
static int is_pc_image(u16 bdf, u16 seg, u32 bytes)
{
    u16 pcir = peek16(seg, 0x18);
    if (pcir + 24u > bytes || peek32(seg, pcir) != 0x52494350) {        /* PCIR */
        LOG("pci %04x: ROM without PCIR header", bdf);
        return 0;
    }
    return peek8(seg, (u16)(pcir + 0x14)) == 0;                 /* code type 0: PC-AT */
}

u32 pci_rom_copy(u16 bdf, u16 seg, u32 room)
{
    u32 bar = pci_read32(bdf, PCI_ROM_BAR) & ~0x7FFu;
    u16 command = pci_read16(bdf, PCI_COMMAND);
    u32 bytes = 0;
    if (!bar || (pci_read8(bdf, PCI_HEADER_TYPE) & 0x7F) != 0 || room < 512)
        return 0;
    pci_write32(bdf, PCI_ROM_BAR, bar | ROM_ENABLE);
    pci_write16(bdf, PCI_COMMAND, command | COMMAND_MEMORY);
    highmem_copy((u32)seg << 4, bar, 512);
    if (peek16(seg, 0) == 0xAA55)
        bytes = (u32)peek8(seg, 2) * 512;
    if (bytes <= room)
        for (u32 done = 512; done < bytes; done += 512)
            highmem_copy(((u32)seg << 4) + done, bar + done, 512);
    pci_write32(bdf, PCI_ROM_BAR, bar);
    pci_write16(bdf, PCI_COMMAND, command);
    if (bytes > room || (bytes && is_pc_image(bdf, seg, bytes)))
        return bytes;
    poke16(seg, 0, 0);
    return 0;
}
