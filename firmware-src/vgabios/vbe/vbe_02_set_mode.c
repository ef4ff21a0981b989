/* VBE 4F02h and 4F03h: set and get the mode. BX = number, bit 14 linear frame buffer, bit 15 keep the memory. */
#include "vbe.h"

#define CHAR_HEIGHT 16
#define CRTC_INFORMATION 0x0800         /* BX bit 11: refresh timings in ES:DI, which this adapter has no use for */

/* Text functions work in VESA modes too, with 8x16 characters. */
static void store_mode(vbe_mode_t mode, bool keep_memory)
{
	bda.mode = MODE_VESA;
	bda.columns = mode->width / 8;
	bda.page_bytes = 0;                     /* one page */
	bda_ega.last_row = (u8)(mode->height / CHAR_HEIGHT - 1);
	bda_ega.char_height = CHAR_HEIGHT;
	bda_ega.info = (u8)((bda_ega.info & ~EGA_INFO_NO_CLEAR) | (keep_memory ? EGA_INFO_NO_CLEAR : 0));
	font_set_vector(VECTOR_GRAPHICS_FONT, rom_segment(), ROM_OFFSET(font_8x16));
}

u16 vbe_02_set_mode(struct frame *f)
{
	u16 number = f->b.x & VBE_MODE_NUMBER;
	bool keep_memory = f->b.x & VBE_MODE_KEEP_MEMORY;
	vbe_mode_t mode;

	if (number < 0x100) {
		if (!standard_mode_find((u8)number))
			return VBE_FAILED;
		set_standard_mode((u8)number, keep_memory);
		return VBE_DONE;
	}
	mode = vbe_mode_find(number);
	if (!mode || (f->b.x & ~(VBE_MODE_NUMBER | VBE_MODE_LINEAR | VBE_MODE_KEEP_MEMORY | CRTC_INFORMATION)))
		return VBE_FAILED;
	if (mode->bits_per_pixel == 4 && (f->b.x & VBE_MODE_LINEAR))
		return VBE_FAILED;
	/* the standard mode gives the palette and the attribute and graphics controllers their values */
	set_standard_mode(mode->bits_per_pixel == 4 ? 0x12 : 0x13, true);
	dispi_write(DISPI_X_RESOLUTION, mode->width);
	dispi_write(DISPI_Y_RESOLUTION, mode->height);
	dispi_write(DISPI_BITS_PER_PIXEL, mode->bits_per_pixel);
	dispi_write(DISPI_BANK, 0);
	dispi_write(DISPI_ENABLE, DISPI_ENABLED | (f->b.x & VBE_MODE_LINEAR ? DISPI_LINEAR : 0) |
				  (keep_memory ? DISPI_KEEP_MEMORY : 0));
	store_mode(mode, keep_memory);
	return VBE_DONE;
}

u16 vbe_03_get_mode(struct frame *f)
{
	vbe_mode_t mode = vbe_mode_current();
	u16 enable;

	if (!mode) {
		f->b.x = bda.mode | (bda_ega.info & EGA_INFO_NO_CLEAR ? VBE_MODE_KEEP_MEMORY : 0);
		return VBE_DONE;
	}
	enable = dispi_read(DISPI_ENABLE);
	f->b.x = (u16)(mode->number | (enable & DISPI_LINEAR ? VBE_MODE_LINEAR : 0) |
		       (bda_ega.info & EGA_INFO_NO_CLEAR ? VBE_MODE_KEEP_MEMORY : 0));
	return VBE_DONE;
}
