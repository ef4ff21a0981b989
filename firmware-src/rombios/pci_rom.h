/* PCI expansion ROMs. */
#ifndef PCI_ROM_H
#define PCI_ROM_H
#include "types.h"

/* Copies the device's PC-AT image to seg:0 if it has one; returns its size, 0 for none. One of more than `room` bytes is not
 * copied. */
u32 pci_rom_copy(u16 bdf, u16 seg, u32 room);

#endif
