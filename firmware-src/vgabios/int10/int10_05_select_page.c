/* INT 10h AH=05h: AL = page to show. */
#include "int10.h"
#include "screen.h"

void select_page(u8 page)
{
	standard_mode_t mode = standard_mode_current();
	u16 start;

	if (!mode || page >= mode->pages)
		return;
	start = screen_page_offset(page);
	bda.page_start = start;
	bda.active_page = page;
	if (mode->kind == MEMORY_TEXT || mode->kind == MEMORY_CGA)
		start /= 2;             /* the CRTC counts words there */
	indexed_write(crtc_port(), 0x0c, (u8)(start >> 8));
	indexed_write(crtc_port(), 0x0d, (u8)start);
	cursor_show();
}

void int10_05_select_page(struct frame *f)
{
	select_page(f->a.l);
}
