/* INT 1Ah AH=B1h: PCI BIOS 2.1, real-mode entry. */
#include "entry.h"
#include "pci.h"
#include "pcibios.h"
#include "farmem.h"
#include "layout.h"
#include "pci_irq.h"
#include "pir.h"

#define PCI_OK               0x00
#define PCI_UNSUPPORTED      0x81
#define PCI_BAD_VENDOR       0x83
#define PCI_NOT_FOUND        0x86
#define PCI_BAD_REGISTER     0x87
#define PCI_SET_FAILED       0x88
#define PCI_BUFFER_TOO_SMALL 0x89

static void finish(struct int_regs *r, u8 status)
{
    r->ah = status;
    set_carry(r, status != PCI_OK);
}

static void int1a_b101_present(struct int_regs *r)
{
    if (pci_read32(0, PCI_VENDOR) == 0xFFFFFFFF) {
        finish(r, PCI_UNSUPPORTED);
        return;
    }
    r->edx = 0x20494350;                /* "PCI " */
    r->al = 0x01;                       /* configuration mechanism 1 */
    r->bx = 0x0210;
    r->cl = pci_last_bus;
    finish(r, PCI_OK);
}

static void int1a_b102_find_device(struct int_regs *r)
{
    u16 index = r->si;
    if (r->dx == 0xFFFF) {
        finish(r, PCI_BAD_VENDOR);
        return;
    }
    for (int bdf = pci_next(-1); bdf >= 0; bdf = pci_next(bdf)) {
        if (pci_read16((u16)bdf, PCI_VENDOR) == r->dx && pci_read16((u16)bdf, PCI_DEVICE) == r->cx && !index--) {
            r->bx = (u16)bdf;
            finish(r, PCI_OK);
            return;
        }
    }
    finish(r, PCI_NOT_FOUND);
}

static void int1a_b103_find_class(struct int_regs *r)
{
    u16 index = r->si;
    for (int bdf = pci_next(-1); bdf >= 0; bdf = pci_next(bdf)) {
        if (pci_read32((u16)bdf, 0x08) >> 8 == (r->ecx & 0xFFFFFF) && !index--) {
            r->bx = (u16)bdf;
            finish(r, PCI_OK);
            return;
        }
    }
    finish(r, PCI_NOT_FOUND);
}

/* AL=08h-0Dh: read byte, word, dword; write byte, word, dword of register DI of function BX. */
static void int1a_b108_access(struct int_regs *r)
{
    u8 size = (u8)(1 << ((r->al - 8) % 3));
    if (r->di > 0xFF || r->di & (size - 1)) {
        finish(r, PCI_BAD_REGISTER);
        return;
    }
    u8 reg = (u8)r->di;
    switch (r->al) {
    case 0x08: r->cl = pci_read8(r->bx, reg); break;
    case 0x09: r->cx = pci_read16(r->bx, reg); break;
    case 0x0A: r->ecx = pci_read32(r->bx, reg); break;
    case 0x0B: pci_write8(r->bx, reg, r->cl); break;
    case 0x0C: pci_write16(r->bx, reg, r->cx); break;
    case 0x0D: pci_write32(r->bx, reg, r->ecx); break;
    }
    finish(r, PCI_OK);
}

/* ES:DI: size and far address of the caller's buffer for the slots of the routing table. */
static void int1a_b10e_routing_options(struct int_regs *r)
{
    u16 room = peek16(r->es, r->di), bytes = pir_entries_bytes();
    u16 off = peek16(r->es, (u16)(r->di + 2)), seg = peek16(r->es, (u16)(r->di + 4));
    poke16(r->es, r->di, bytes);
    if (!bytes) {
        finish(r, PCI_UNSUPPORTED);
    } else if (room < bytes) {
        finish(r, PCI_BUFFER_TOO_SMALL);
    } else {
        far_copy(seg, off, ROM_SEG, pir_entries_offset(), bytes);
        r->bx = 0;                      /* no interrupts for PCI alone */
        finish(r, PCI_OK);
    }
}

/* CL: pin 0Ah-0Dh, CH: IRQ, BH and BL: bus and device. Sets the routing register and all its lines. */
static void int1a_b10f_set_interrupt(struct int_regs *r)
{
    u8 pin = (u8)(r->cl - 0x09), slot = r->bl >> 3;
    if (pin < 1 || pin > 4 || r->bh != 0 || r->ch > 15 || !(PIRQ_LEVEL_MASK >> r->ch & 1)) {
        finish(r, PCI_SET_FAILED);
        return;
    }
    u8 pirq = pirq_of_slot(slot, pin);
    pci_write8(BDF(0, 1, 0), (u8)(0x60 + pirq), r->ch);
    for (int bdf = pci_next(-1); bdf >= 0; bdf = pci_next(bdf)) {
        u8 its = pci_read8((u16)bdf, PCI_INT_PIN);
        if (its >= 1 && its <= 4 && bdf >> 8 == 0 && pirq_of_slot((u8)(bdf >> 3 & 31), its) == pirq)
            pci_write8((u16)bdf, PCI_INT_LINE, r->ch);
    }
    finish(r, PCI_OK);
}

void int1a_b1_pci(struct int_regs *r)
{
    switch (r->al & 0x7F) {
    case 0x01: int1a_b101_present(r); break;
    case 0x02: int1a_b102_find_device(r); break;
    case 0x03: int1a_b103_find_class(r); break;
    case 0x0E: int1a_b10e_routing_options(r); break;
    case 0x0F: int1a_b10f_set_interrupt(r); break;
    case 0x08: case 0x09: case 0x0A: case 0x0B: case 0x0C: case 0x0D: int1a_b108_access(r); break;
    default: finish(r, PCI_UNSUPPORTED); break;
    }
}
