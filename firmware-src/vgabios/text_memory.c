/* Text modes: character and attribute bytes at B8000h or B0000h. */
#include "screen.h"

static u32 cell_offset(const struct screen *s, u32 page, position_t at)
{
	return page + (ROW_OF(at) * s->columns + COLUMN_OF(at)) * 2;
}

void text_write_char(const struct screen *s, u32 page, position_t at, u8 character, u8 attribute, bool with_attribute)
{
	u16 offset = cell_offset(s, page, at);

	if (with_attribute)
		far_write16(s->segment, offset, (u16)(attribute << 8 | character));
	else
		far_write8(s->segment, offset, character);
}

void text_fill(const struct screen *s, u32 page, position_t at, u8 character, u8 attribute, u32 count)
{
	far_fill16(s->segment, cell_offset(s, page, at), (u32)(attribute << 8 | character), count);
}

u16 text_read_char(const struct screen *s, u32 page, position_t at)
{
	return far_read16(s->segment, cell_offset(s, page, at));
}


void text_scroll_line(const struct screen *s, const struct scroll *c, u32 to, u32 from)
{
	u32 offset = cell_offset(s, c->page, POSITION(to, c->left));

	if (from != SCROLL_FILL)
		far_copy(s->segment, offset, s->segment, cell_offset(s, c->page, POSITION(from, c->left)), c->columns * 2);
	else
		far_fill16(s->segment, offset, (u32)(c->attribute << 8 | ' '), c->columns);
}
