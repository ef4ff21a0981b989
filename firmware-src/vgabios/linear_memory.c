/*
 * Mode 13h and the VESA modes of 8 to 32 bits a pixel. Mode 13h lies within A0000h-AFFFFh; VESA modes are reached
 * through that window a bank at a time.
 */
#include "screen.h"
#include "vbe.h"

#define NO_BANK 0xffff

/* A place in display memory, with the bank that holds it made visible. */
static u16 open(const struct screen *s, u32 address, u16 *bank)
{
	if (s->vesa && *bank != (u16)(address >> 16)) {
		*bank = (u16)(address >> 16);
		vbe_set_bank(*bank);
	}
	return (u16)address;
}

static u32 pixel_address(const struct screen *s, u32 x, u32 y)
{
	return y * s->line_bytes + x * s->bytes_per_pixel;
}

/* The 16 text colors as pixels; in 8-bit modes a color is the pixel. */
static u32 pixel_of(const struct screen *s, u8 color)
{
	u32 level, red, green, blue;

	if (s->bits_per_pixel == 8)
		return color;
	level = color & 8 ? 0xff : 0xaa;
	red = color & 4 ? level : 0;
	green = color & 2 ? level : 0;
	blue = color & 1 ? level : 0;
	if (s->bits_per_pixel == 15)
		return (red >> 3) << 10 | (green >> 3) << 5 | blue >> 3;
	if (s->bits_per_pixel == 16)
		return (red >> 3) << 11 | (green >> 2) << 5 | blue >> 3;
	return red << 16 | green << 8 | blue;
}

static void write_pixel(const struct screen *s, u32 address, u32 pixel, u16 *bank)
{
	u32 i;

	for (i = 0; i < s->bytes_per_pixel; i++, address++, pixel >>= 8) {
		u16 offset = open(s, address, bank);

		far_write8(s->segment, offset, (u8)pixel);
	}
}

static u32 read_pixel(const struct screen *s, u32 address, u16 *bank)
{
	u32 pixel = 0;
	u32 i;

	for (i = 0; i < s->bytes_per_pixel; i++, address++) {
		u16 offset = open(s, address, bank);

		pixel |= (u32)far_read8(s->segment, offset) << (8 * i);
	}
	return pixel;
}

void linear_write_char(const struct screen *s, position_t at, u8 character, u8 color)
{
	struct far_pointer glyph = font_glyph(character);
	u32 address = pixel_address(s, COLUMN_OF(at) * 8, ROW_OF(at) * s->char_height);
	u32 ink = pixel_of(s, color);
	u32 line;
	u16 bank = NO_BANK;

	for (line = 0; line < s->char_height; line++, address += s->line_bytes) {
		u8 row = far_read8(glyph.segment, (u16)(glyph.offset + line));
		u32 to = address;
		u8 bit;

		for (bit = 0x80; bit; bit >>= 1, to += s->bytes_per_pixel)
			write_pixel(s, to, row & bit ? ink : 0, &bank);
	}
}

u8 linear_read_char(const struct screen *s, position_t at)
{
	u32 address = pixel_address(s, COLUMN_OF(at) * 8, ROW_OF(at) * s->char_height);
	u32 height = s->char_height <= 16 ? s->char_height : 16;
	u32 line;
	u16 bank = NO_BANK;
	u8 rows[16];

	for (line = 0; line < height; line++, address += s->line_bytes) {
		u32 from = address;
		u8 row = 0, i;

		for (i = 0; i < 8; i++, from += s->bytes_per_pixel)
			row = (u8)(row << 1 | (read_pixel(s, from, &bank) != 0));
		rows[line] = row;
	}
	return screen_match_glyph(rows, height);
}

/* How many of count bytes from address on lie in the same bank. */
static u16 within_bank(u32 address, u32 count)
{
	u32 left = 0x10000 - (address & 0xffff);

	return left < count ? left : count;
}

/* Through a buffer on the stack, as both ends may lie in different banks; mode 13h needs none. */
static void copy_line(const struct screen *s, u32 to, u32 from, u32 bytes, u16 *bank)
{
	u32 buffer[16];

	if (!s->vesa) {
		far_copy(s->segment, (u16)to, s->segment, (u16)from, bytes);
		return;
	}
	while (bytes > 0) {
		u32 piece = bytes < sizeof buffer ? bytes : sizeof buffer;
		u16 offset;

		piece = within_bank(from, within_bank(to, piece));
		offset = open(s, from, bank);
		far_copy(stack_segment(), (u16)(u32)buffer, s->segment, offset, piece);
		offset = open(s, to, bank);
		far_copy(s->segment, offset, stack_segment(), (u16)(u32)buffer, piece);
		to += piece;
		from += piece;
		bytes -= piece;
	}
}

static void fill_line(const struct screen *s, u32 to, u32 pixels, u32 pixel, u16 *bank)
{
	for (; pixels > 0; pixels--, to += s->bytes_per_pixel)
		write_pixel(s, to, pixel, bank);
}

void linear_scroll_line(const struct screen *s, const struct scroll *c, u32 to, u32 from)
{
	u32 pixels = c->columns * 8;
	u32 address = pixel_address(s, c->left * 8, to);
	u16 bank = NO_BANK;

	if (from != SCROLL_FILL)
		copy_line(s, address, pixel_address(s, c->left * 8, from), pixels * s->bytes_per_pixel, &bank);
	else
		fill_line(s, address, pixels, pixel_of(s, c->attribute), &bank);
}

void linear_set_pixel(const struct screen *s, u16 x, u16 y, u8 color)
{
	u16 bank = NO_BANK;

	write_pixel(s, pixel_address(s, x, y), pixel_of(s, color), &bank);
}

u8 linear_get_pixel(const struct screen *s, u16 x, u16 y)
{
	u16 bank = NO_BANK;

	return (u8)read_pixel(s, pixel_address(s, x, y), &bank);
}
