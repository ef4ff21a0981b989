/* INT 10h AH=0Bh: the CGA's color select register, done with the VGA's attribute controller. */
#include "int10.h"
#include "vga.h"

/* BH=0: BL bits 3-0 border and background color, bit 4 intensity of the 4-color palette */
static void set_background(u8 color)
{
	u8 shown = (u8)((color & 7) | (color & 8 ? 0x10 : 0));
	u32 i;

	bda.cga_color_select = (u8)((bda.cga_color_select & 0xe0) | (color & 0x1f));
	attribute_write(ATTRIBUTE_OVERSCAN, shown);
	if (bda.mode < 4 || bda.mode == 7)
		return;
	attribute_write(0, shown);
	if (bda.mode > 6)
		return;
	for (i = 1; i < 4; i++)
		attribute_write(i, (u8)((attribute_read(i) & ~0x10) | (color & 0x10)));
}

/* BH=1: BL bit 0 chooses green, red, brown or cyan, magenta, white: the blue gun is off or on */
static void set_palette(u8 palette)
{
	u32 i;

	bda.cga_color_select = (u8)((bda.cga_color_select & ~0x20) | (palette & 1 ? 0x20 : 0));
	for (i = 1; i < 4; i++)
		attribute_write(i, (u8)((attribute_read(i) & ~1) | (palette & 1)));
}

void int10_0b_set_cga_palette(struct frame *f)
{
	if (f->b.h == 0)
		set_background(f->b.l);
	else if (f->b.h == 1)
		set_palette(f->b.l);
}
