/*
 * Planar modes: four planes at A0000h, a bit of each a pixel. Between calls the graphics controller is in write mode 0,
 * read mode 0, bit mask FFh, set/reset off, all planes enabled, as the mode set leaves it; each function here puts back
 * what it changes.
 */
#include "screen.h"

#define ALL_PLANES 0x0f

static void map_mask(u8 planes)
{
	indexed_write(PORT_SEQUENCER, 2, planes);
}

static u32 line_offset(const struct screen *s, u32 page, u32 y)
{
	return page + y * s->line_bytes;
}

void planar_write_char(const struct screen *s, u32 page, position_t at, u8 character, u8 color)
{
	struct far_pointer glyph = font_glyph(character);
	u32 first = line_offset(s, page, (ROW_OF(at) * s->char_height)) + COLUMN_OF(at);
	u8 planes = color & ALL_PLANES;
	u32 line, offset;

	if (color & COLOR_XOR) {
		indexed_write(PORT_GRAPHICS, 3, 0x18);
	} else {
		map_mask(planes ^ ALL_PLANES);
		for (line = 0, offset = first; line < s->char_height; line++, offset += s->line_bytes)
			far_write8(s->segment, offset, 0);
	}
	map_mask(planes);
	for (line = 0, offset = first; line < s->char_height; line++, offset += s->line_bytes) {
		u8 row = far_read8(glyph.segment, (u16)(glyph.offset + line));

		if (color & COLOR_XOR)
			far_read8(s->segment, offset);          /* fills the latches */
		far_write8(s->segment, offset, row);
	}
	map_mask(ALL_PLANES);
	indexed_write(PORT_GRAPHICS, 3, 0);
}

u8 planar_read_char(const struct screen *s, u32 page, position_t at)
{
	u32 offset = line_offset(s, page, (ROW_OF(at) * s->char_height)) + COLUMN_OF(at);
	u32 height = s->char_height <= 16 ? s->char_height : 16;
	u8 rows[16];
	u32 line;

	indexed_write(PORT_GRAPHICS, 2, 0);
	indexed_write(PORT_GRAPHICS, 5, 0x08);  /* read mode 1: a bit is set where the pixel has the compared color, 0 */
	for (line = 0; line < height; line++, offset += s->line_bytes)
		rows[line] = (u8)~far_read8(s->segment, offset);
	indexed_write(PORT_GRAPHICS, 5, 0x00);
	return screen_match_glyph(rows, height);
}

/* Sets bytes to a color in all planes. */
static void fill(const struct screen *s, u32 offset, u32 bytes, u8 color)
{
	indexed_write(PORT_GRAPHICS, 0, color & ALL_PLANES);
	indexed_write(PORT_GRAPHICS, 1, ALL_PLANES);
	far_fill8(s->segment, offset, 0xff, bytes);
	indexed_write(PORT_GRAPHICS, 1, 0);
	indexed_write(PORT_GRAPHICS, 0, 0);
}

/* Copies bytes of all planes at once through the latches. */
static void copy(const struct screen *s, u32 to, u32 from, u32 bytes)
{
	indexed_write(PORT_GRAPHICS, 5, 0x01);
	far_copy8(s->segment, to, s->segment, from, bytes);
	indexed_write(PORT_GRAPHICS, 5, 0x00);
}

void planar_scroll_line(const struct screen *s, const struct scroll *c, u32 to, u32 from)
{
	u32 offset = line_offset(s, c->page, to) + c->left;

	if (from != SCROLL_FILL)
		copy(s, offset, line_offset(s, c->page, from) + c->left, c->columns);
	else
		fill(s, offset, c->columns, c->attribute);
}

void planar_set_pixel(const struct screen *s, u32 page, u16 x, u16 y, u8 color)
{
	u32 offset = line_offset(s, page, y) + (x >> 3);

	indexed_write(PORT_GRAPHICS, 8, (u8)(0x80 >> (x & 7)));
	indexed_write(PORT_GRAPHICS, 0, color & ALL_PLANES);
	indexed_write(PORT_GRAPHICS, 1, ALL_PLANES);
	if (color & COLOR_XOR)
		indexed_write(PORT_GRAPHICS, 3, 0x18);
	far_read8(s->segment, offset);
	far_write8(s->segment, offset, 0xff);
	indexed_write(PORT_GRAPHICS, 3, 0);
	indexed_write(PORT_GRAPHICS, 1, 0);
	indexed_write(PORT_GRAPHICS, 0, 0);
	indexed_write(PORT_GRAPHICS, 8, 0xff);
}

u8 planar_get_pixel(const struct screen *s, u32 page, u16 x, u16 y)
{
	u32 offset = line_offset(s, page, y) + (x >> 3);
	u8 bit = (u8)(0x80 >> (x & 7));
	u8 color = 0;
	u8 plane = 4;

	while (plane-- > 0) {
		indexed_write(PORT_GRAPHICS, 4, plane);
		color = (u8)(color << 1 | ((far_read8(s->segment, offset) & bit) != 0));
	}
	indexed_write(PORT_GRAPHICS, 4, 0);
	return color;
}
