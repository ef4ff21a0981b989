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

void cga_scroll(const struct screen *s, struct window w, s16 lines, u8 color)
{
	u32 left = w.left * s->bits_per_pixel;
	u32 bytes = (w.right - w.left + 1) * s->bits_per_pixel;
	u8 fill = s->bits_per_pixel == 2 ? (u8)((color & 3) * 0x55) : (color & 1 ? 0xff : 0);
	s16 height = (s16)((w.bottom - w.top + 1) * 8);
	s16 distance = (s16)((lines < 0 ? -lines : lines) * 8);
	s16 line;

	if (distance == 0 || distance > height)
		distance = height;
	for (line = 0; line < height; line++) {
		u32 to = lines < 0 ? w.bottom * 8 + 7 - line : w.top * 8 + line;
		u32 from = lines < 0 ? to - distance : to + distance;
		u32 offset = line_offset(to) + left;

		if (line < height - distance)
			far_copy(s->segment, offset, s->segment, line_offset(from) + left, bytes);
		else
			far_fill8(s->segment, offset, fill, bytes);
	}
}

void cga_set_pixel(const struct screen *s, u16 x, u16 y, u8 color)
{
	u8 bits = s->bits_per_pixel;
	u8 shift = (u8)(bits == 2 ? 6 - (x & 3) * 2 : 7 - (x & 7));
	u8 mask = (u8)(((1 << bits) - 1) << shift);
	u32 offset = line_offset(y) + (bits == 2 ? x >> 2 : x >> 3);
	u8 old = far_read8(s->segment, offset);
	u8 pixel = (u8)(color << shift) & mask;

	far_write8(s->segment, offset, color & COLOR_XOR ? old ^ pixel : (u8)((old & ~mask) | pixel));
}

u8 cga_get_pixel(const struct screen *s, u16 x, u16 y)
{
	u8 bits = s->bits_per_pixel;
	u8 shift = (u8)(bits == 2 ? 6 - (x & 3) * 2 : 7 - (x & 7));
	u32 offset = line_offset(y) + (bits == 2 ? x >> 2 : x >> 3);

	return (u8)(far_read8(s->segment, offset) >> shift & ((1 << bits) - 1));
}
