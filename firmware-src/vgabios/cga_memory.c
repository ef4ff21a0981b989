/* Modes 4, 5 and 6: 1 or 2 bits a pixel, odd scan lines 2000h after the even ones. */
#include "screen.h"

static u32 line_offset(u32 y)
{
	return (y & 1 ? 0x2000 : 0) + (y >> 1) * 80;
}

/* One glyph row as it lies in memory: the leftmost pixel is in the first byte's high bits. */
static u16 spread_row(u8 row, u8 color)
{
	u16 pixels = 0;
	u8 bit;

	for (bit = 0x80; bit; bit >>= 1)
		pixels = (u16)(pixels << 2 | (row & bit ? color & 3 : 0));
	return (u16)(pixels << 8 | pixels >> 8);
}

void cga_write_char(const struct screen *s, position_t at, u8 character, u8 color)
{
	struct far_pointer glyph = font_glyph(character);
	u32 y = ROW_OF(at) * 8;
	u32 line;

	for (line = 0; line < 8; line++) {
		u8 row = far_read8(glyph.segment, (u16)(glyph.offset + line));
		u32 offset = line_offset((u16)(y + line)) + COLUMN_OF(at) * s->bits_per_pixel;

		if (s->bits_per_pixel == 1) {
			u8 pixels = color & 1 ? row : 0;

			if (color & COLOR_XOR)
				pixels ^= far_read8(s->segment, offset);
			far_write8(s->segment, offset, pixels);
		} else {
			u16 pixels = spread_row(row, color);

			if (color & COLOR_XOR)
				pixels ^= far_read16(s->segment, offset);
			far_write16(s->segment, offset, pixels);
		}
	}
}

u8 cga_read_char(const struct screen *s, position_t at)
{
	u8 rows[8];
	u32 line;

	for (line = 0; line < 8; line++) {
		u32 offset = line_offset((u16)(ROW_OF(at) * 8 + line)) + COLUMN_OF(at) * s->bits_per_pixel;

		rows[line] = far_read8(s->segment, offset);
		if (s->bits_per_pixel == 2) {
			u32 pixels = rows[line] << 8 | far_read8(s->segment, (u16)(offset + 1));
			u16 pair;

			for (pair = 0xc000; pair; pair >>= 2)
				rows[line] = (u8)(rows[line] << 1 | ((pixels & pair) != 0));
		}
	}
	return screen_match_glyph(rows, 8);
}

void cga_scroll_line(const struct screen *s, const struct scroll *c, u32 to, u32 from)
{
	u32 bits = s->bits_per_pixel;
	u32 left = c->left * bits;
	u32 bytes = c->columns * bits;

	if (from != SCROLL_FILL)
		far_copy(s->segment, line_offset(to) + left, s->segment, line_offset(from) + left, bytes);
	else    /* the color in each pixel of a byte */
		far_fill8(s->segment, line_offset(to) + left, bits == 2 ? (c->attribute & 3) * 0x55 : (c->attribute & 1) * 0xff,
			  bytes);
}

/* Where a pixel lies: the offset of its byte, the place of its lowest bit there. */
static u32 pixel_offset(const struct screen *s, u32 x, u32 y, u32 *shift)
{
	u32 bit = x * s->bits_per_pixel;

	*shift = 8 - s->bits_per_pixel - (bit & 7);
	return line_offset(y) + (bit >> 3);
}

void cga_set_pixel(const struct screen *s, u16 x, u16 y, u8 color)
{
	u32 shift, offset = pixel_offset(s, x, y, &shift);
	u32 mask = ((1u << s->bits_per_pixel) - 1) << shift;
	u32 pixel = (u32)color << shift & mask;
	u32 old = far_read8(s->segment, offset);

	far_write8(s->segment, offset, (u8)(color & COLOR_XOR ? old ^ pixel : (old & ~mask) | pixel));
}

u8 cga_get_pixel(const struct screen *s, u16 x, u16 y)
{
	u32 shift, offset = pixel_offset(s, x, y, &shift);

	return (u8)(far_read8(s->segment, offset) >> shift & ((1u << s->bits_per_pixel) - 1));
}
