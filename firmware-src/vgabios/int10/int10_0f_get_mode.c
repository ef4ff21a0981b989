/* INT 10h AH=0Fh: out AL = mode with the no-clear bit, AH = columns, BH = active page. */
#include "int10.h"
#include "bda.h"

void int10_0f_get_mode(struct frame *f)
{
	f->a.l = bda.mode | (bda_ega.info & EGA_INFO_NO_CLEAR);
	f->a.h = (u8)bda.columns;
	f->b.h = bda.active_page;
}
