/*
 * INT 10h AH=13h: write the string ES:BP of CX characters from position DX of page BH. AL bit 0: the cursor ends after
 * the string; bit 1: the string holds character and attribute in turn, else BL is the attribute.
 */
#include "int10.h"
#include "screen.h"

void int10_13_write_string(struct frame *f)
{
	u8 page = f->b.h;
	position_t before = cursor_get(page);
	u16 offset = f->bp.x;
	u32 count;

	if (page >= 8 || f->a.l > 3)
		return;
	cursor_set(page, f->d.x);
	for (count = f->c.x; count > 0; count--) {
		u8 character = far_read8(f->es, offset++);
		u8 attribute = f->b.l;

		if (f->a.l & 2)
			attribute = far_read8(f->es, offset++);
		teletype(page, character, attribute, true);
	}
	if (!(f->a.l & 1))
		cursor_set(page, before);
}
