/* PCI-to-PCI bridges (PCI-to-PCI Bridge Architecture Specification 1.1). Buses are numbered depth first, so those behind a
 * bridge follow one another; devices are placed bus by bus, so what lies behind a bridge is one range.                   */
#include "pci_bridge.h"
#include "log.h"
#include "pci.h"

#define BRIDGE_BUSES       0x18         /* primary, secondary, subordinate */
#define BRIDGE_SUBORDINATE 0x1A
#define BRIDGE_IO          0x1C         /* base, limit: address bits 15-12 */
#define BRIDGE_MEMORY      0x20         /* base, limit: address bits 31-20 */
#define BRIDGE_PREFETCH    0x24
#define CLOSED_IO          0x00F0u      /* base above limit */
#define CLOSED_MEMORY      0x0000FFF0u
#define IO_UNIT            0x1000u
#define MEMORY_UNIT        0x100000u

static u16 bridge_of[PCI_BUSES];
static struct pci_room start_of[PCI_BUSES + 1];

static int is_bridge(u16 bdf)
{
    return (pci_read8(bdf, PCI_HEADER_TYPE) & 0x7F) == 1;
}

static void number_behind(u8 bus)
{
    for (int bdf = pci_next((bus << 8) - 1); bdf >= 0 && bdf >> 8 == bus; bdf = pci_next(bdf)) {
        if (!is_bridge((u16)bdf))
            continue;
        if (pci_last_bus + 1 >= PCI_BUSES) {
            LOG("pci %04x: no bus number left", (u16)bdf);
            continue;
        }
        u8 secondary = ++pci_last_bus;
        bridge_of[secondary] = (u16)bdf;
        pci_write32((u16)bdf, BRIDGE_BUSES, 0x00FF0000u | (u32)secondary << 8 | bus);
        number_behind(secondary);
        pci_write8((u16)bdf, BRIDGE_SUBORDINATE, pci_last_bus);
        LOG("pci %04x: bridge to buses %d-%d", (u16)bdf, secondary, pci_last_bus);
    }
}

void pci_number_buses(void)
{
    number_behind(0);
}

void pci_begin_bus(u8 bus, struct pci_room *room)
{
    room->io = (room->io + IO_UNIT - 1) & ~(IO_UNIT - 1);
    room->memory = (room->memory + MEMORY_UNIT - 1) & ~(MEMORY_UNIT - 1);
    start_of[bus] = *room;
}

void pci_set_windows(void)
{
    for (u8 bus = 1; bus <= pci_last_bus; bus++) {
        u16 bridge = bridge_of[bus];
        const struct pci_room *from = &start_of[bus], *to = &start_of[pci_read8(bridge, BRIDGE_SUBORDINATE) + 1];
        u32 io = from->io >> 8 | (to->io - 1) >> 8 << 8, memory = from->memory >> 16 | ((to->memory - 1) & 0xFFF00000);
        pci_write16(bridge, BRIDGE_IO, (u16)(from->io == to->io ? CLOSED_IO : io & 0xF0F0));
        pci_write32(bridge, BRIDGE_MEMORY, from->memory == to->memory ? CLOSED_MEMORY : memory);
        pci_write32(bridge, BRIDGE_PREFETCH, CLOSED_MEMORY);
        pci_write16(bridge, PCI_COMMAND, pci_read16(bridge, PCI_COMMAND) | 7);
    }
}

/* Pins rotate by one a slot at each bridge (the specification's 9.1). */
u16 pci_root_pin(u16 bdf, u8 *pin)
{
    while (bdf >> 8) {
        *pin = (u8)(((bdf >> 3 & 31) + *pin - 1) % 4 + 1);
        bdf = bridge_of[bdf >> 8];
    }
    return bdf;
}
