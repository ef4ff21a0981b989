/* $PIR: the PCI interrupt routing table (PCI IRQ Routing Table Specification 1.0), one entry a slot. */
#include "log.h"
#include "pci.h"
#include "pci_irq.h"
#include "pir.h"
#include "rom_table.h"

#define MAX_SLOTS 20
#define PIR_HEADER 32
#define PIR_ENTRY 16

__attribute__((section(".tables.pir"))) static const ROM u8 pir[PIR_HEADER + MAX_SLOTS * PIR_ENTRY] ALIGNED(16) = { 0 };

u16 pir_entries_offset(void)
{
    return (u16)(rom_offset_of(pir) + PIR_HEADER);
}

u16 pir_entries_bytes(void)
{
    u16 size = peek16(ROM_SEG, (u16)(rom_offset_of(pir) + 6));
    return size ? (u16)(size - PIR_HEADER) : 0;
}

static void put_slot(struct rom_writer *w, u8 slot)
{
    rom_put8(w, 0);                     /* bus */
    rom_put8(w, (u8)(slot << 3));
    for (u8 pin = 1; pin <= 4; pin++) {
        rom_put8(w, (u8)(0x60 + pirq_of_slot(slot, pin)));      /* the PIIX3 register that routes it */
        rom_put16(w, PIRQ_LEVEL_MASK);
    }
    rom_put8(w, 0);                     /* on the board */
    rom_put8(w, 0);
}

void pir_table_setup(void)
{
    static const ROM char signature[] = "$PIR";
    u16 start = rom_offset_of(pir);
    struct rom_writer w = { start, start, (u16)(start + sizeof pir) };
    int slot = 0;
    if (pci_next(-1) < 0)
        return;
    rom_put_text(&w, signature, 4);
    rom_put16(&w, 0x0100);
    rom_put16(&w, 0);                   /* size, below */
    rom_put16(&w, BDF(0, 1, 0) << 8);   /* router: bus 0, device 1 function 0 */
    rom_put16(&w, 0);                   /* no interrupts for PCI alone */
    rom_put32(&w, 0x70008086);          /* PIIX3 */
    rom_put32(&w, 0);
    for (u32 i = 0; i < 12; i++)
        rom_put8(&w, 0);
    for (int bdf = pci_next(-1); bdf >= 0; bdf = pci_next(bdf)) {
        if (bdf >> 3 == slot || bdf >> 8)
            continue;
        slot = bdf >> 3;
        if (w.at + PIR_ENTRY <= w.end)
            put_slot(&w, (u8)slot);
    }
    poke16(ROM_SEG, (u16)(start + 6), (u16)(w.at - start));
    rom_checksum(start, (u32)(w.at - start), 31);
    LOG("$PIR at F000:%04x", start);
}
