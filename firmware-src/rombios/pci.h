/* PCI configuration space by mechanism 1 (ports CF8h, CFCh). */
#ifndef PCI_H
#define PCI_H
#include "types.h"

#define PCI_VENDOR      0x00
#define PCI_DEVICE      0x02
#define PCI_COMMAND     0x04
#define PCI_CLASS       0x0A    /* subclass, class */
#define PCI_PROG_IF     0x09
#define PCI_HEADER_TYPE 0x0E
#define PCI_BAR0        0x10
#define PCI_SUBSYSTEM   0x2C
#define PCI_ROM_BAR     0x30
#define PCI_INT_LINE    0x3C
#define PCI_INT_PIN     0x3D
#define PCI_SECONDARY_BUS 0x19

#define BDF(bus, device, function) ((u16)((bus) << 8 | (device) << 3 | (function)))

u32 pci_read32(u16 bdf, u8 reg);
u16 pci_read16(u16 bdf, u8 reg);
u8 pci_read8(u16 bdf, u8 reg);
void pci_write32(u16 bdf, u8 reg, u32 value);
void pci_write16(u16 bdf, u8 reg, u16 value);
void pci_write8(u16 bdf, u8 reg, u8 value);

/* The next existing function after bdf (start with -1), or -1. */
int pci_next(int bdf);

extern u8 pci_last_bus;

#endif
