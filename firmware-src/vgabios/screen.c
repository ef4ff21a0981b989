/* Sends each screen operation to the file of the memory kind in use. */
#include "screen.h"
#include "vbe.h"

void screen_current(struct screen *s)
{
	standard_mode_t mode = standard_mode_current();

	if (!mode) {
		vbe_describe_screen(s);
		return;
	}
	s->kind = mode->kind;
	s->bits_per_pixel = mode->bits_per_pixel;
	s->bytes_per_pixel = 1;
	s->vesa = false;
	s->segment = mode->segment;
	s->columns = bda.columns;
	s->char_height = bda_ega.char_height;
	s->line_bytes = s->columns;
	if (s->kind == MEMORY_CGA)
		s->line_bytes = 80;
	else if (s->kind == MEMORY_LINEAR)
		s->line_bytes = 320;
}

u32 screen_page_offset(u32 page)
{
	return page * bda.page_bytes;
}

void screen_write_char(u8 page, position_t at, u8 character, u8 attribute, bool with_attribute)
{
	struct screen s;

	screen_current(&s);
	switch (s.kind) {
	case MEMORY_TEXT:
		text_write_char(&s, screen_page_offset(page), at, character, attribute, with_attribute);
		break;
	case MEMORY_CGA:
		cga_write_char(&s, at, character, attribute);
		break;
	case MEMORY_PLANAR:
		planar_write_char(&s, screen_page_offset(page), at, character, attribute);
		break;
	default:
		linear_write_char(&s, at, character, attribute);
	}
}

bool screen_fill_text(u8 page, position_t at, u8 character, u8 attribute, u32 count)
{
	struct screen s;

	screen_current(&s);
	if (s.kind != MEMORY_TEXT)
		return false;
	text_fill(&s, screen_page_offset(page), at, character, attribute, count);
	return true;
}

u16 screen_read_char(u8 page, position_t at)
{
	struct screen s;

	screen_current(&s);
	switch (s.kind) {
	case MEMORY_TEXT:
		return text_read_char(&s, screen_page_offset(page), at);
	case MEMORY_CGA:
		return cga_read_char(&s, at);
	case MEMORY_PLANAR:
		return planar_read_char(&s, screen_page_offset(page), at);
	default:
		return linear_read_char(&s, at);
	}
}

static void scroll_line(const struct screen *s, const struct scroll *c, u32 to, u32 from)
{
	switch (s->kind) {
	case MEMORY_TEXT: text_scroll_line(s, c, to, from); break;
	case MEMORY_CGA: cga_scroll_line(s, c, to, from); break;
	case MEMORY_PLANAR: planar_scroll_line(s, c, to, from); break;
	default: linear_scroll_line(s, c, to, from); break;
	}
}

void screen_scroll(u8 page, struct window w, s16 lines, u8 attribute)
{
	struct screen s;
	struct scroll c;
	u32 unit, height, distance, line, to;

	screen_current(&s);
	if (w.bottom > bda_ega.last_row)
		w.bottom = bda_ega.last_row;
	if (w.right >= s.columns)
		w.right = (u8)(s.columns - 1);
	if (w.top > w.bottom || w.left > w.right)
		return;
	c.page = screen_page_offset(page);
	c.left = w.left;
	c.columns = (u8)(w.right - w.left + 1);
	c.attribute = attribute;
	unit = s.kind == MEMORY_TEXT ? 1 : s.char_height;
	height = (u32)(w.bottom - w.top + 1) * unit;
	distance = (u32)(lines < 0 ? -lines : lines) * unit;
	if (distance == 0 || distance > height)
		distance = height;
	to = lines < 0 ? (w.bottom + 1) * unit - 1 : w.top * unit;
	for (line = 0; line < height; line++) {
		u32 from = lines < 0 ? to - distance : to + distance;

		scroll_line(&s, &c, to, line < height - distance ? from : SCROLL_FILL);
		to = lines < 0 ? to - 1 : to + 1;
	}
}

void screen_set_pixel(u8 page, u16 x, u16 y, u8 color)
{
	struct screen s;

	screen_current(&s);
	if (s.kind == MEMORY_CGA)
		cga_set_pixel(&s, x, y, color);
	else if (s.kind == MEMORY_PLANAR)
		planar_set_pixel(&s, screen_page_offset(page), x, y, color);
	else if (s.kind != MEMORY_TEXT)
		linear_set_pixel(&s, x, y, color);
}

u8 screen_get_pixel(u8 page, u16 x, u16 y)
{
	struct screen s;

	screen_current(&s);
	if (s.kind == MEMORY_CGA)
		return cga_get_pixel(&s, x, y);
	if (s.kind == MEMORY_PLANAR)
		return planar_get_pixel(&s, screen_page_offset(page), x, y);
	return s.kind == MEMORY_TEXT ? 0 : linear_get_pixel(&s, x, y);
}

u8 screen_match_glyph(const u8 *rows, u16 height)
{
	u32 character;

	for (character = 0; character < 256; character++) {
		struct far_pointer glyph = font_glyph((u8)character);
		u32 line = 0;

		while (line < height && far_read8(glyph.segment, (u16)(glyph.offset + line)) == rows[line])
			line++;
		if (line == height)
			return (u8)character;
	}
	return 0;
}
