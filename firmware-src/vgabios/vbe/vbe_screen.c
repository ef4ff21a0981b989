/* How the character and pixel functions see a VESA mode. */
#include "vbe.h"

void vbe_leave(void)
{
	if (dispi_enabled()) {
		dispi_write(DISPI_BANK, 0);
		dispi_write(DISPI_ENABLE, 0);
	}
}

void vbe_set_bank(u16 bank)
{
	dispi_write(DISPI_BANK, bank);
}

void vbe_describe_screen(struct screen *s)
{
	u32 bits = dispi_read(DISPI_BITS_PER_PIXEL);

	s->bits_per_pixel = (u8)bits;
	s->bytes_per_pixel = (u8)((bits + 7) / 8);
	s->kind = bits == 4 ? MEMORY_PLANAR : bits == 8 ? MEMORY_LINEAR : MEMORY_DIRECT;
	s->vesa = true;
	s->segment = 0xa000;
	s->line_bytes = vbe_line_bytes((u8)bits, dispi_read(DISPI_VIRTUAL_WIDTH));
	s->char_height = bda_ega.char_height;
	s->columns = bda.columns;
}
