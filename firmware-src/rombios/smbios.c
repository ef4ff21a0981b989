/* SMBIOS 2.4 (DMTF DSP0134 2.4): entry point and structures of the types a system looks for. */
#include "cpu.h"
#include "log.h"
#include "memory.h"
#include "rom_table.h"

#define SMBIOS_ROOM 768

__attribute__((section(".tables.smbios_entry"))) static const ROM u8 entry_point[32] ALIGNED(16) = { 0 };
__attribute__((section(".tables.smbios"))) static const ROM u8 structures[SMBIOS_ROOM] ALIGNED(16) = { 0 };

static u16 count, largest, begun;

static void begin(struct rom_writer *w, u8 type, u8 length)
{
    begun = w->at;
    rom_put8(w, type);
    rom_put8(w, length);
    rom_put16(w, count);                /* handle */
}

/* The strings, each ended by a zero, and a zero after the last ("a|b" for two). */
static void end(struct rom_writer *w, const ROM char *strings)
{
    if (!*strings)
        rom_put8(w, 0);
    for (; *strings; strings++)
        rom_put8(w, *strings == '|' ? 0 : (u8)*strings);
    if (peek8(ROM_SEG, (u16)(w->at - 1)))
        rom_put8(w, 0);
    rom_put8(w, 0);
    count++;
    if (w->at - begun > largest)
        largest = (u16)(w->at - begun);
}

static void zeros(struct rom_writer *w, u32 n)
{
    while (n--)
        rom_put8(w, 0);
}

static void type0_bios(struct rom_writer *w)
{
    static const ROM char strings[] = "Domain Firmware Workbench|1.0|11/21/2026";
    begin(w, 0, 0x18);
    rom_put8(w, 1);
    rom_put8(w, 2);
    rom_put16(w, ROM_SEG);
    rom_put8(w, 3);
    rom_put8(w, 0);                     /* 64 KiB */
    rom_put32(w, 0x00018880);           /* PCI, shadowing, CD boot, selectable boot, EDD: bits 7 11 15 16 */
    rom_put32(w, 0);
    rom_put16(w, 0x0001);               /* ACPI */
    rom_put32(w, 0xFFFF0001);           /* release 1.0, no embedded controller */
    end(w, strings);
}

static void type1_system(struct rom_writer *w)
{
    static const ROM char strings[] = "Domain Firmware Workbench|PC|1.0";
    begin(w, 1, 0x1B);
    rom_put8(w, 1);
    rom_put8(w, 2);
    rom_put8(w, 3);
    rom_put8(w, 0);
    zeros(w, 16);
    rom_put8(w, 6);                     /* woken by the power switch */
    rom_put16(w, 0);
    end(w, strings);
}

static void type3_enclosure(struct rom_writer *w)
{
    static const ROM char strings[] = "Domain Firmware Workbench";
    begin(w, 3, 0x0D);
    rom_put8(w, 1);
    rom_put8(w, 1);                     /* other */
    zeros(w, 3);
    rom_put32(w, 0x03030303);           /* states safe */
    end(w, strings);
}

static void type4_processor(struct rom_writer *w)
{
    static const ROM char strings[] = "CPU 0";
    struct cpuid id = { 0, 0, 0, 0 };
    if (cpu_has_cpuid())
        id = cpu_id(1);
    begin(w, 4, 0x23);
    rom_put8(w, 1);
    rom_put8(w, 3);                     /* central processor */
    rom_put8(w, 1);                     /* family: other */
    rom_put8(w, 0);
    rom_put32(w, id.eax);
    rom_put32(w, id.edx);
    rom_put8(w, 0);
    rom_put8(w, 0);
    rom_put16(w, 0);
    rom_put16(w, 0);
    rom_put16(w, 0);
    rom_put8(w, 0x41);                  /* socket populated, processor enabled */
    rom_put8(w, 1);
    rom_put16(w, 0xFFFF);               /* no cache information */
    rom_put16(w, 0xFFFF);
    rom_put16(w, 0xFFFF);
    zeros(w, 3);
    end(w, strings);
}

static void memory_structures(struct rom_writer *w)
{
    static const ROM char none[] = "", bank[] = "DIMM 0";
    u32 kib = (ram_below_4g >> 10) + (u32)(ram_above_4g >> 10), mib = kib >> 10;
    u16 array = count;
    begin(w, 16, 0x0F);                 /* physical memory array */
    rom_put8(w, 3);                     /* on the board */
    rom_put8(w, 3);                     /* system memory */
    rom_put8(w, 3);                     /* no error correction */
    rom_put32(w, kib);
    rom_put16(w, 0xFFFE);
    rom_put16(w, 1);
    end(w, none);
    u16 device = count;
    begin(w, 17, 0x1B);                 /* memory device */
    rom_put16(w, array);
    rom_put16(w, 0xFFFE);
    rom_put16(w, 64);
    rom_put16(w, 64);
    rom_put16(w, mib < 0x7FFF ? (u16)mib : 0x7FFF);
    rom_put8(w, 9);                     /* DIMM */
    rom_put8(w, 0);
    rom_put8(w, 1);
    rom_put8(w, 0);
    rom_put8(w, 7);                     /* RAM */
    rom_put16(w, 0);
    zeros(w, 6);
    end(w, bank);
    u16 mapped = count;
    begin(w, 19, 0x0F);                 /* where the array is mapped, in KiB */
    rom_put32(w, 0);
    rom_put32(w, (ram_below_4g >> 10) - 1);
    rom_put16(w, array);
    rom_put8(w, 1);
    end(w, none);
    begin(w, 20, 0x13);                 /* and the device */
    rom_put32(w, 0);
    rom_put32(w, (ram_below_4g >> 10) - 1);
    rom_put16(w, device);
    rom_put16(w, mapped);
    rom_put8(w, 1);
    rom_put8(w, 0);
    rom_put8(w, 0);
    end(w, none);
}

static void put_entry_point(u16 table, u16 length)
{
    static const ROM char anchor[] = "_SM_", dmi[] = "_DMI_";
    u16 start = rom_offset_of(entry_point);
    struct rom_writer w = { start, start, (u16)(start + sizeof entry_point) };
    rom_put_text(&w, anchor, 4);
    rom_put8(&w, 0);
    rom_put8(&w, 0x1F);
    rom_put16(&w, 0x0402);              /* 2.4 */
    rom_put16(&w, largest);
    rom_put8(&w, 0);
    zeros(&w, 5);
    rom_put_text(&w, dmi, 5);
    rom_put8(&w, 0);
    rom_put16(&w, length);
    rom_put32(&w, (ROM_SEG << 4) + table);
    rom_put16(&w, count);
    rom_put8(&w, 0x24);
    rom_checksum((u16)(start + 16), 15, 5);
    rom_checksum(start, 0x1F, 4);
}

void smbios_setup(void)
{
    static const ROM char none[] = "";
    u16 start = rom_offset_of(structures);
    struct rom_writer w = { start, start, (u16)(start + sizeof structures) };
    type0_bios(&w);
    type1_system(&w);
    type3_enclosure(&w);
    type4_processor(&w);
    memory_structures(&w);
    begin(&w, 32, 0x0B);                /* boot status: no errors */
    zeros(&w, 7);
    end(&w, none);
    begin(&w, 127, 4);
    end(&w, none);
    put_entry_point(start, (u16)(w.at - start));
    LOG("SMBIOS at F000:%04x, %d structures, %d bytes", rom_offset_of(entry_point), count, w.at - start);
}
