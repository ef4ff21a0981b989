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

u16 text_read_char(const struct screen *s, u32 page, position_t at)
{
	return far_read16(s->segment, cell_offset(s, page, at));
}

void text_scroll(const struct screen *s, u32 page, struct window w, s16 lines, u8 attribute)
{
	u32 width = w.right - w.left + 1;
	s16 height = (s16)(w.bottom - w.top + 1);
	s16 distance = lines < 0 ? (s16)-lines : lines;
	s16 moved, row;

	if (distance == 0 || distance > height)
		distance = height;
	moved = (s16)(height - distance);
	for (row = 0; row < height; row++) {
		u8 to = (u8)(lines < 0 ? w.bottom - row : w.top + row);
		u8 from = (u8)(lines < 0 ? to - distance : to + distance);
		u16 offset = cell_offset(s, page, POSITION(to, w.left));

		if (row < moved)
			far_copy(s->segment, offset, s->segment, cell_offset(s, page, POSITION(from, w.left)), (u16)(width * 2));
		else
			far_fill16(s->segment, offset, (u16)(attribute << 8 | ' '), width);
	}
}
