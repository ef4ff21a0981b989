/* Access to PCI configuration space, and walking it. */
#include "pci.h"
#include "io.h"

u8 pci_last_bus;

static void address(u16 bdf, u8 reg)
{
    outl(0xCF8, 0x80000000u | (u32)bdf << 8 | (reg & 0xFC));
}

u32 pci_read32(u16 bdf, u8 reg)
{
    address(bdf, reg);
    return inl(0xCFC);
}

u16 pci_read16(u16 bdf, u8 reg)
{
    address(bdf, reg);
    return inw((u16)(0xCFC + (reg & 2)));
}

u8 pci_read8(u16 bdf, u8 reg)
{
    address(bdf, reg);
    return inb((u16)(0xCFC + (reg & 3)));
}

void pci_write32(u16 bdf, u8 reg, u32 value)
{
    address(bdf, reg);
    outl(0xCFC, value);
}

void pci_write16(u16 bdf, u8 reg, u16 value)
{
    address(bdf, reg);
    outw((u16)(0xCFC + (reg & 2)), value);
}

void pci_write8(u16 bdf, u8 reg, u8 value)
{
    address(bdf, reg);
    outb((u16)(0xCFC + (reg & 3)), value);
}

int pci_next(int bdf)
{
    for (;;) {
        if (bdf < 0)
            bdf = 0;
        else if ((bdf & 7) == 0 && !(pci_read8((u16)bdf, PCI_HEADER_TYPE) & 0x80))
            bdf += 8;                   /* a single-function device */
        else if ((bdf & 7) == 0 && pci_read16((u16)bdf, PCI_VENDOR) == 0xFFFF)
            bdf += 8;
        else
            bdf++;
        if (bdf >> 8 > pci_last_bus)
            return -1;
        u16 vendor = pci_read16((u16)bdf, PCI_VENDOR);
        if (vendor != 0xFFFF && vendor != 0)
            return bdf;
    }
}
