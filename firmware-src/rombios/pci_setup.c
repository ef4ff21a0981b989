/* PCI set-up: addresses for the base address registers, interrupt lines, the chipset's own registers. */
#include "pci.h"
#include "io.h"
#include "log.h"
#include "pci_bridge.h"
#include "pci_irq.h"
#include "post.h"

#define IO_START     0xC000u
#define VIDEO_START  0xE0000000u        /* where the frame buffer of a Bochs display also lies without PCI */
#define MEMORY_START 0xF0000000u
#define MEMORY_END   0xFEC00000u        /* the I/O APIC */

static struct pci_room next;

/* Places one register; returns how many dwords it takes. */
static u32 place_bar(u16 bdf, u8 reg, u32 type_mask)
{
    u32 old = pci_read32(bdf, reg);
    pci_write32(bdf, reg, reg == PCI_ROM_BAR ? 0xFFFFF800u : 0xFFFFFFFFu);
    u32 probe = pci_read32(bdf, reg);
    pci_write32(bdf, reg, old);
    int io = reg != PCI_ROM_BAR && probe & 1;
    u32 mask = probe & (io ? ~3u : type_mask);
    if (io)
        mask |= 0xFFFF0000u;
    if (!probe || !mask)
        return 1;
    u32 size = ~mask + 1;
    u32 *free = io ? &next.io : &next.memory;
    u32 at = (*free + size - 1) & ~(size - 1);
    u32 end = io ? 0x10000u : MEMORY_END;
    u32 dwords = !io && reg != PCI_ROM_BAR && (probe & 6) == 4 ? 2 : 1;
    if (at + size > end || at < *free || at + size < at) {
        LOG("pci %04x: no room for register %02x, size %08x", bdf, reg, size);
        pci_write32(bdf, reg, 0);
        return dwords;
    }
    pci_write32(bdf, reg, at);
    if (dwords == 2)
        pci_write32(bdf, (u8)(reg + 4), 0);
    *free = at + size;
    LOG("pci %04x: %02x = %08x size %x", bdf, reg, at, size);
    return dwords;
}

static void place_device(u16 bdf)
{
    u8 header = pci_read8(bdf, PCI_HEADER_TYPE) & 0x7F;
    u32 registers = header == 0 ? 6 : header == 1 ? 2 : 0;
    pci_write16(bdf, PCI_COMMAND, pci_read16(bdf, PCI_COMMAND) & ~3);
    for (u32 i = 0; i < registers; )
        i += place_bar(bdf, (u8)(PCI_BAR0 + i * 4), ~15u);
    if (header == 0)
        place_bar(bdf, PCI_ROM_BAR, ~0x7FFu);
    pci_write16(bdf, PCI_COMMAND, pci_read16(bdf, PCI_COMMAND) | 3);
}

/* Behind a bridge a display is a device like others: its addresses must lie with those of its bus. */
static int is_video(u16 bdf)
{
    u16 class = pci_read16(bdf, PCI_CLASS);
    return bdf >> 8 == 0 && (class >> 8 == 0x03 || class == 0x0001);
}

static void place_all(int video)
{
    u8 bus = 0;
    for (int bdf = pci_next(-1); bdf >= 0; bdf = pci_next(bdf)) {
        while (!video && bus < bdf >> 8)
            pci_begin_bus(++bus, &next);
        if (is_video((u16)bdf) == video && pci_read16((u16)bdf, PCI_CLASS) != 0x0600)
            place_device((u16)bdf);
    }
    while (!video && bus <= pci_last_bus)
        pci_begin_bus(++bus, &next);
}

static void piix_setup(u16 bdf, u16 device)
{
    switch (device) {
    case 0x7000:                        /* PIIX3 ISA bridge: PIRQ routing, level-triggered lines */
    case 0x7110:
        for (u8 i = 0; i < 4; i++)
            pci_write8(bdf, (u8)(0x60 + i), pirq_line(i));
        outb(0x4D0, inb(0x4D0));
        outb(0x4D1, inb(0x4D1) | PIRQ_LEVEL_MASK >> 8);
        break;
    case 0x7010:                        /* IDE: decode both channels' legacy ports */
    case 0x7111:
        pci_write16(bdf, 0x40, 0x8000);
        pci_write16(bdf, 0x42, 0x8000);
        break;
    case 0x7113:                        /* power management: its I/O ranges, SCI on IRQ 9 */
        pci_write32(bdf, 0x40, ACPI_PM_BASE | 1);
        pci_write8(bdf, 0x80, 1);
        pci_write32(bdf, 0x90, ACPI_SMBUS_BASE | 1);
        pci_write8(bdf, 0xD2, 0x09);
        pci_write8(bdf, PCI_INT_LINE, ACPI_SCI);
        acpi_pm_present = 1;
        break;
    }
}

u8 acpi_pm_present;

static void set_interrupt_line(u16 bdf)
{
    u8 pin = pci_read8(bdf, PCI_INT_PIN);
    if (pin >= 1 && pin <= 4) {
        u16 root = pci_root_pin(bdf, &pin);
        pci_write8(bdf, PCI_INT_LINE, pirq_line(pirq_of_slot((u8)(root >> 3 & 31), pin)));
    }
}

void pci_setup(void)
{
    if (pci_read32(0, PCI_VENDOR) == 0xFFFFFFFF) {
        LOG("pci: none");
        return;
    }
    pci_number_buses();
    next.io = IO_START;
    next.memory = VIDEO_START;
    place_all(1);
    if (next.memory < MEMORY_START)
        next.memory = MEMORY_START;
    place_all(0);
    pci_set_windows();
    for (int bdf = pci_next(-1); bdf >= 0; bdf = pci_next(bdf)) {
        set_interrupt_line((u16)bdf);
        if (pci_read16((u16)bdf, PCI_VENDOR) == 0x8086)
            piix_setup((u16)bdf, pci_read16((u16)bdf, PCI_DEVICE));
    }
}
