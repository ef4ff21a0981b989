/* INT 10h AH=06h and 07h: scroll a window of the active page. AL = lines, 0 clears; BH = attribute; CX, DX = corners. */
#include "int10.h"
#include "screen.h"

static void scroll(struct frame *f, s16 lines)
{
	struct window w = { f->c.h, f->c.l, f->d.h, f->d.l };

	screen_scroll(bda.active_page, w, lines, f->b.h);
}

void int10_06_scroll_up(struct frame *f)
{
	scroll(f, f->a.l);
}

void int10_07_scroll_down(struct frame *f)
{
	scroll(f, (s16)-f->a.l);
}
