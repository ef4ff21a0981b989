/* Writing tables into the F segment. */
#include "rom_table.h"
#include "log.h"
#include "post.h"

void rom_put8(struct rom_writer *w, u8 value)
{
    if (w->at < w->end)
        poke8(ROM_SEG, w->at, value);
    w->at++;
}

void rom_put16(struct rom_writer *w, u16 value)
{
    rom_put8(w, (u8)value);
    rom_put8(w, (u8)(value >> 8));
}

void rom_put32(struct rom_writer *w, u32 value)
{
    rom_put16(w, (u16)value);
    rom_put16(w, (u16)(value >> 16));
}

/* Exactly `length` characters, padded with spaces. */
void rom_put_text(struct rom_writer *w, const ROM char *text, u32 length)
{
    for (; length && *text; length--)
        rom_put8(w, (u8)*text++);
    for (; length; length--)
        rom_put8(w, ' ');
}

void rom_checksum(u16 off, u32 length, u32 where)
{
    u8 sum = 0;
    poke8(ROM_SEG, (u16)(off + where), 0);
    for (u32 i = 0; i < length; i++)
        sum = (u8)(sum + peek8(ROM_SEG, (u16)(off + i)));
    poke8(ROM_SEG, (u16)(off + where), (u8)-sum);
}

__attribute__((section(".tables.probe"))) static const ROM u8 probe = 0x5A;

int rom_is_writable(void)
{
    u16 at = rom_offset_of(&probe);
    u8 old = peek8(ROM_SEG, at), other = old ^ 0xFF;
    poke8(ROM_SEG, at, other);
    int writable = peek8(ROM_SEG, at) == other;
    poke8(ROM_SEG, at, old);
    return writable;
}

void tables_setup(void)
{
    if (!rom_is_writable()) {
        LOG("tables: the F segment is read-only, none are offered");
        return;
    }
    pir_table_setup();
    mp_table_setup();
    acpi_tables_setup();
    smbios_setup();
    bios32_setup();
}
