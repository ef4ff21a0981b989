/* Writing the tables that POST leaves in the F segment (which is shadow RAM until the boot). */
#ifndef ROM_TABLE_H
#define ROM_TABLE_H
#include "farmem.h"
#include "layout.h"

/* A place in F000h where the next byte goes. */
struct rom_writer {
    u16 start, at, end;
};

void rom_put8(struct rom_writer *w, u8 value);
void rom_put16(struct rom_writer *w, u16 value);
void rom_put32(struct rom_writer *w, u32 value);
void rom_put_text(struct rom_writer *w, const ROM char *text, u32 length);

/* The offset of an object in the ROM. */
static inline u16 rom_offset_of(const void ROM *p)
{
    const void ROM *volatile q = p;
    return (u16)(u32)q;
}

/* Makes the bytes at off..off+length-1 sum to zero by the byte at off+where. */
void rom_checksum(u16 off, u32 length, u32 where);
/* Whether POST can write to the F segment. */
int rom_is_writable(void);

void acpi_tables_setup(void);
void mp_table_setup(void);
void pir_table_setup(void);
void smbios_setup(void);
void bios32_setup(void);

#endif
