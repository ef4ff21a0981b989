/* INT 10h AH=10h: palette registers and DAC. AL chooses the function. */
#include "int10.h"
#include "vga.h"

/* AL=00h: BL = register 0-15 (or 10h-14h), BH = value */
static void set_palette_register(struct frame *f)
{
	if (f->b.l < ATTRIBUTE_REGISTERS)
		attribute_write(f->b.l, f->b.h);
}

/* The lists of AL=02h and 09h: 16 palette registers, then the overscan. */
#define LIST_BYTES 17

static u32 listed_register(u32 place)
{
	return place < 16 ? place : ATTRIBUTE_OVERSCAN;
}

/* AL=02h: from ES:DX */
static void set_all_palette_registers(struct frame *f)
{
	u32 i;

	for (i = 0; i < LIST_BYTES; i++)
		attribute_write(listed_register(i), far_read8(f->es, f->d.x + i));
}

/* AL=03h: BL = 0 bright background, 1 blink */
static void set_blink(struct frame *f)
{
	u8 control = (u8)(attribute_read(ATTRIBUTE_MODE_CONTROL) & ~0x08);

	attribute_write(ATTRIBUTE_MODE_CONTROL, control | (f->b.l & 1 ? 0x08 : 0));
	bda.cga_mode_select = (u8)((bda.cga_mode_select & ~0x20) | (f->b.l & 1 ? 0x20 : 0));
}

/* AL=09h: to ES:DX */
static void get_all_palette_registers(struct frame *f)
{
	u32 i;

	for (i = 0; i < LIST_BYTES; i++)
		far_write8(f->es, f->d.x + i, attribute_read(listed_register(i)));
}

/* AL=10h: BX = register; DH, CH, CL = red, green, blue */
static void set_dac_register(struct frame *f)
{
	struct rgb color = { f->d.h, f->c.h, f->c.l };

	if (bda_ega.vga_flags & VGA_FLAG_GRAY_SUMMING)
		color = dac_gray_of(color);
	dac_write(f->b.l, color);
}

/* AL=12h: BX = first, CX = count, ES:DX = red, green, blue each */
static void set_dac_block(struct frame *f)
{
	u32 i;

	out8(PORT_DAC_WRITE_INDEX, f->b.l);
	for (i = 0; i < f->c.x * 3u; i++)
		out8(PORT_DAC_DATA, far_read8(f->es, f->d.x + i));
	if (bda_ega.vga_flags & VGA_FLAG_GRAY_SUMMING)
		dac_sum_to_gray(f->b.l, f->c.x);
}

/* AL=13h: BL=0: BH = 1 for sixteen pages of 16 registers, 0 for four of 64; BL=1: BH = page */
static void select_color_page(struct frame *f)
{
	u8 control = attribute_read(ATTRIBUTE_MODE_CONTROL);

	if (f->b.l == 0)
		attribute_write(ATTRIBUTE_MODE_CONTROL, (u8)((control & 0x7f) | f->b.h << 7));
	else if (f->b.l == 1)
		attribute_write(ATTRIBUTE_COLOR_SELECT, control & 0x80 ? f->b.h & 0x0f : (u8)(f->b.h << 2 & 0x0c));
}

/* AL=15h: BX = register; out DH, CH, CL */
static void get_dac_register(struct frame *f)
{
	struct rgb color = dac_read(f->b.l);

	f->d.h = color.red;
	f->c.h = color.green;
	f->c.l = color.blue;
}

/* AL=17h: BX = first, CX = count, to ES:DX */
static void get_dac_block(struct frame *f)
{
	u32 i;

	out8(PORT_DAC_READ_INDEX, f->b.l);
	for (i = 0; i < f->c.x * 3u; i++)
		far_write8(f->es, f->d.x + i, in8(PORT_DAC_DATA));
}

/* AL=1Ah: out BL = paging mode, BH = page */
static void get_color_page(struct frame *f)
{
	u8 page = attribute_read(ATTRIBUTE_COLOR_SELECT) & 0x0f;

	f->b.l = attribute_read(ATTRIBUTE_MODE_CONTROL) >> 7;
	f->b.h = f->b.l ? page : page >> 2;
}

void int10_10_palette(struct frame *f)
{
	switch (f->a.l) {
	case 0x00: set_palette_register(f); break;
	case 0x01: attribute_write(ATTRIBUTE_OVERSCAN, f->b.h); break;
	case 0x02: set_all_palette_registers(f); break;
	case 0x03: set_blink(f); break;
	case 0x07:
		if (f->b.l < ATTRIBUTE_REGISTERS)
			f->b.h = attribute_read(f->b.l);
		break;
	case 0x08: f->b.h = attribute_read(ATTRIBUTE_OVERSCAN); break;
	case 0x09: get_all_palette_registers(f); break;
	case 0x10: set_dac_register(f); break;
	case 0x12: set_dac_block(f); break;
	case 0x13: select_color_page(f); break;
	case 0x15: get_dac_register(f); break;
	case 0x17: get_dac_block(f); break;
	case 0x18: out8(PORT_DAC_MASK, f->b.l); break;
	case 0x19: f->b.x = in8(PORT_DAC_MASK); break;
	case 0x1a: get_color_page(f); break;
	case 0x1b: dac_sum_to_gray(f->b.l, f->c.x); break;
	default: break;
	}
}
