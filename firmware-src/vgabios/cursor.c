/* The cursor: a position for each page in the BIOS data area, and the CRTC's for the page that shows. */
#include "screen.h"

position_t cursor_get(u8 page)
{
	return page < 8 ? bda.cursor[page] : 0;
}

void cursor_show(void)
{
	position_t at = cursor_get(bda.active_page);
	u16 cell = (u16)(bda.page_start / 2 + ROW_OF(at) * bda.columns + COLUMN_OF(at));

	indexed_write(crtc_port(), 0x0e, (u8)(cell >> 8));
	indexed_write(crtc_port(), 0x0f, (u8)cell);
}

void cursor_set(u8 page, position_t at)
{
	if (page >= 8)
		return;
	bda.cursor[page] = at;
	if (page == bda.active_page)
		cursor_show();
}

/*
 * Programs give lines of an 8-line character cell. With cursor emulation on (0040:0087 bit 0 clear) the BIOS scales
 * them to the cell in use: an underline stays an underline, a block a block.
 */
void cursor_set_shape(u8 first, u8 last)
{
	u8 height = (u8)bda_ega.char_height;
	u8 start = first & 0x1f, end = last & 0x1f;

	if (!(bda_ega.info & EGA_INFO_NO_CURSOR_EMULATION) && height > 8 && !(first & 0x20) && start < 8 && end < 8) {
		if (end == start + 1 && start >= 5)             /* underline: leaves a free line below, as the mode set */
			start = (u8)(height - 3), end = (u8)(height - 2);
		else {
			start = (u8)(start * height / 8);
			end = (u8)((end + 1) * height / 8 - 1);
		}
	}
	indexed_write(crtc_port(), 0x0a, (u8)((first & 0x60) | start));
	indexed_write(crtc_port(), 0x0b, (u8)((last & 0x60) | end));
}
