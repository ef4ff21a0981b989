/* PCI BIOS 2.1. */
#ifndef PCIBIOS_H
#define PCIBIOS_H

struct int_regs;
void int1a_b1_pci(struct int_regs *r);

#endif
