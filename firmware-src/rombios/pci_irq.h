/* How PCI interrupt pins reach the interrupt controllers on a 440FX/PIIX3 board. */
#ifndef PCI_IRQ_H
#define PCI_IRQ_H
#include "acpi_layout.h"
#include "types.h"

#define PIRQ_LEVEL_MASK 0x0C00u /* IRQ 10 and 11 */

extern u8 acpi_pm_present;

/* PIRQA-PIRQD (0-3) of an interrupt pin (1-4) of a slot: pins rotate by one a slot. */
static inline u8 pirq_of_slot(u8 slot, u8 pin)
{
    return (u8)((slot + pin - 2) & 3);
}

/* The IRQ that a PIRQ is routed to. */
static inline u8 pirq_line(u8 pirq)
{
    return pirq & 1 ? 11 : 10;
}

#endif
