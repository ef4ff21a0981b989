/* MultiProcessor Specification 1.4: floating pointer and configuration table. */
#include "acpi_layout.h"
#include "cmos.h"
#include "cpu.h"
#include "log.h"
#include "pci.h"
#include "pci_irq.h"
#include "rom_table.h"

#define MAX_CPUS 16
#define MP_HEADER 44
#define MP_ROOM (MP_HEADER + MAX_CPUS * 20 + 3 * 8 + 16 * 8 + 24 * 8 + 16)

__attribute__((section(".tables.mp_pointer"))) static const ROM u8 mp_pointer[16] ALIGNED(16) = { 0 };
__attribute__((section(".tables.mp_table"))) static const ROM u8 mp_table[MP_ROOM] ALIGNED(16) = { 0 };

static u16 entries;

static void put_processors(struct rom_writer *w, u32 cpus)
{
    struct cpuid id = cpu_id(1);
    for (u32 i = 0; i < cpus; i++, entries++) {
        rom_put8(w, 0);
        rom_put8(w, (u8)i);             /* local APIC identifier */
        rom_put8(w, 0x14);              /* and its version */
        rom_put8(w, i ? 0x01 : 0x03);   /* enabled; the first is the bootstrap processor */
        rom_put32(w, id.eax & 0xFFF);
        rom_put32(w, id.edx);
        rom_put32(w, 0);
        rom_put32(w, 0);
    }
}

static void put_bus(struct rom_writer *w, u8 id, const ROM char *type)
{
    rom_put8(w, 1);
    rom_put8(w, id);
    rom_put_text(w, type, 6);
    entries++;
}

/* kind: 3 I/O interrupt, 4 local; type: 0 INT, 1 NMI, 3 ExtINT */
static void put_interrupt(struct rom_writer *w, u8 kind, u8 type, u16 flags, u8 bus, u8 source, u8 apic, u8 pin)
{
    rom_put8(w, kind);
    rom_put8(w, type);
    rom_put16(w, flags);
    rom_put8(w, bus);
    rom_put8(w, source);
    rom_put8(w, apic);
    rom_put8(w, pin);
    entries++;
}

static void put_interrupts(struct rom_writer *w, u8 ioapic)
{
    u32 room = 24;
    for (int bdf = pci_next(-1); bdf >= 0; bdf = pci_next(bdf)) {
        u8 pin = pci_read8((u16)bdf, PCI_INT_PIN), slot = (u8)(bdf >> 3 & 31);
        if (pin < 1 || pin > 4 || bdf >> 8 || !room || pci_read16((u16)bdf, PCI_CLASS) >> 8 == 0x06)
            continue;
        room--;
        put_interrupt(w, 3, 0, 0x000D, 0, (u8)(slot << 2 | (pin - 1)), ioapic, pirq_line(pirq_of_slot(slot, pin)));
    }
    for (u8 irq = 0; irq < 16; irq++) {
        if (irq == 2 || irq == 10 || irq == 11)
            continue;
        put_interrupt(w, 3, 0, irq == ACPI_SCI ? 0x000D : 0, 1, irq, ioapic, irq ? irq : 2);
    }
    put_interrupt(w, 4, 3, 0, 1, 0, 0, 0);
    put_interrupt(w, 4, 1, 0, 1, 0, 0xFF, 1);
}

static void put_pointer(u16 table)
{
    static const ROM char signature[] = "_MP_";
    u16 start = rom_offset_of(mp_pointer);
    struct rom_writer w = { start, start, (u16)(start + 16) };
    rom_put_text(&w, signature, 4);
    rom_put32(&w, (ROM_SEG << 4) + table);
    rom_put16(&w, 0x0401);              /* one paragraph, version 1.4 */
    rom_put16(&w, 0);
    rom_put32(&w, 0);
    rom_checksum(start, 16, 10);
}

void mp_table_setup(void)
{
    static const ROM char signature[] = "PCMP", oem[] = "DFW     ", product[] = "Workbench   ", pci[] = "PCI", isa[] = "ISA";
    u16 start = rom_offset_of(mp_table);
    struct rom_writer w = { start, start, (u16)(start + sizeof mp_table) };
    u32 cpus = cmos_read(CMOS_CPUS) + 1u;
    if (!cpu_has_cpuid() || cpu_id(0).eax < 1 || !(cpu_id(1).edx & CPUID1_EDX_APIC))
        return;
    if (cpus > MAX_CPUS)
        cpus = MAX_CPUS;
    rom_put_text(&w, signature, 4);
    rom_put16(&w, 0);                   /* length, below */
    rom_put16(&w, 0x0004);              /* revision 1.4, checksum below */
    rom_put_text(&w, oem, 8);
    rom_put_text(&w, product, 12);
    rom_put32(&w, 0);
    rom_put16(&w, 0);
    rom_put16(&w, 0);                   /* entries, below */
    rom_put32(&w, LAPIC_ADDRESS);
    rom_put32(&w, 0);
    put_processors(&w, cpus);
    put_bus(&w, 0, pci);
    put_bus(&w, 1, isa);
    rom_put8(&w, 2);                    /* the I/O APIC */
    rom_put8(&w, (u8)cpus);
    rom_put8(&w, 0x11);
    rom_put8(&w, 1);
    rom_put32(&w, IOAPIC_ADDRESS);
    entries++;
    put_interrupts(&w, (u8)cpus);
    poke16(ROM_SEG, (u16)(start + 4), (u16)(w.at - start));
    poke16(ROM_SEG, (u16)(start + 34), entries);
    rom_checksum(start, (u32)(w.at - start), 7);
    put_pointer(start);
    LOG("MP table at F000:%04x, %d entries", start, entries);
}
