/*
 * INT 10h AH=11h: fonts. AL=0xh loads glyphs, AL=1xh also fits the screen to their height, AL=2xh chooses what the
 * graphics modes draw, AL=30h tells where fonts are.
 */
#include "int10.h"
#include "font.h"
#include "modes.h"
#include "screen.h"

/* Of the mode as it is set, whatever a font loaded since has cut off. */
static u32 mode_scan_lines(void)
{
	standard_mode_t mode = standard_mode_current();
	const struct video_parameters ROM *p;

	if (!mode)
		return 0;
	p = &video_parameters[standard_mode_parameters(mode)];
	return (p->last_row + 1) * p->char_height;
}

/* As many rows as fit; the CRTC shows just those. */
static void fit_screen(u8 height)
{
	u16 crtc = crtc_port();
	u32 rows, end;
	u8 maximum = indexed_read(crtc, 0x09);

	rows = height ? mode_scan_lines() / height : 0;
	if (rows == 0)
		return;
	indexed_write(crtc, 0x09, (u8)((maximum & 0xe0) | (height - 1)));
	if (crtc == PORT_CRTC_MONO)
		indexed_write(crtc, 0x14, (u8)((indexed_read(crtc, 0x14) & 0xe0) | (height - 1)));
	end = rows * height * (maximum & 0x80 ? 2 : 1) - 1;
	indexed_write(crtc, 0x12, (u8)end);
	bda_ega.last_row = (u8)(rows - 1);
	bda_ega.char_height = height;
	bda.page_bytes = (u16)((rows * bda.columns * 2 + 0x7ff) & ~0x7ff);
	cursor_set_shape((u8)(bda.cursor_shape >> 8), (u8)bda.cursor_shape);
}

/* AL=00h, 10h: BH = height, BL = block, CX = count, DX = first, ES:BP = glyphs; the ROM fonts take BL only */
static void load_text_font(struct frame *f, u8 function)
{
	u8 height = f->b.h;

	switch (function) {
	case 0x00: font_load(f->es, f->bp.x, f->c.x, f->d.x, f->b.l & 7, height); break;
	case 0x01: height = 14; break;
	case 0x02: height = 8; break;
	default: height = 16; break;
	}
	if (function != 0x00)
		font_load(rom_segment(), ROM_OFFSET(font_of_height(height)), 256, 0, f->b.l & 7, height);
	if (f->a.l & 0x10)
		fit_screen(height);
}

/* BL = rows: 0 as DL says, 1: 14, 2: 25, 3: 43 */
static void use_graphics_font(struct frame *f, u16 segment, u16 offset, u16 height)
{
	static ROM_TABLE u8 rows[4] = { 25, 14, 25, 43 };

	font_set_vector(VECTOR_GRAPHICS_FONT, segment, offset);
	bda_ega.char_height = height;
	bda_ega.last_row = (u8)((f->b.l == 0 ? f->d.l : rows[f->b.l & 3]) - 1);
}

static void use_rom_graphics_font(struct frame *f, u8 height)
{
	use_graphics_font(f, rom_segment(), ROM_OFFSET(font_of_height(height)), height);
}

/* The 9-dot alternates: pairs of character and glyph, ended by 0. Ours has none: the glyphs look right with 9 dots. */
static ROM_TABLE u8 no_alternates[1] = { 0 };

/* AL=30h: BH = which; out ES:BP = font, CX = height in use, DL = last row */
static void get_font_pointer(struct frame *f)
{
	const u8 ROM *font;

	switch (f->b.h) {
	case 0:
	case 1: {
		u8 vector = f->b.h ? VECTOR_GRAPHICS_FONT : VECTOR_FONT_8X8_UPPER;

		f->es = interrupt_vectors[vector].segment;
		f->bp.x = interrupt_vectors[vector].offset;
		goto sizes;
	}
	case 2: font = font_8x14; break;
	case 3: font = font_8x8; break;
	case 4: font = font_8x8 + 128 * 8; break;
	case 6: font = font_8x16; break;
	case 5:
	case 7: font = no_alternates; break;
	default: return;
	}
	f->es = rom_segment();
	f->bp.x = ROM_OFFSET(font);
sizes:
	f->c.x = bda_ega.char_height;
	f->d.l = bda_ega.last_row;
}

void int10_11_fonts(struct frame *f)
{
	switch (f->a.l) {
	case 0x00: case 0x01: case 0x02: case 0x04:
	case 0x10: case 0x11: case 0x12: case 0x14:
		load_text_font(f, f->a.l & 0x0f);
		break;
	case 0x03: indexed_write(PORT_SEQUENCER, 3, f->b.l); break;
	case 0x20: font_set_vector(VECTOR_FONT_8X8_UPPER, f->es, f->bp.x); break;
	case 0x21: use_graphics_font(f, f->es, f->bp.x, f->c.x); break;
	case 0x22: use_rom_graphics_font(f, 14); break;
	case 0x23: use_rom_graphics_font(f, 8); break;
	case 0x24: use_rom_graphics_font(f, 16); break;
	case 0x30: get_font_pointer(f); break;
	default: break;
	}
}
