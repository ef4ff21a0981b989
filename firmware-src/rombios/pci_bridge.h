/* PCI-to-PCI bridges. */
#ifndef PCI_BRIDGE_H
#define PCI_BRIDGE_H
#include "types.h"

#define PCI_BUSES 8             /* bus 0 and those behind bridges */

/* Where the next I/O and memory range of a device may go. */
struct pci_room {
    u32 io, memory;
};

/* Numbers the buses behind the bridges of bus 0. */
void pci_number_buses(void);
/* Placing has come to this bus: what follows lies behind its bridge. Call it for each bus from 1 to the last one + 1. */
void pci_begin_bus(u8 bus, struct pci_room *room);
/* Opens the bridges for what was placed behind them. */
void pci_set_windows(void);
/* The function of bus 0 through which a device's interrupt pin comes, and which pin of it. */
u16 pci_root_pin(u16 bdf, u8 *pin);

#endif
