/* INT 10h AH=01h to 04h: cursor shape and position, and the light pen, which a VGA does not have. */
#include "int10.h"
#include "screen.h"

void int10_01_set_cursor_shape(struct frame *f)
{
	bda.cursor_shape = f->c.x;
	cursor_set_shape(f->c.h, f->c.l);
}

/* BH = page, DH = row, DL = column */
void int10_02_set_cursor_position(struct frame *f)
{
	cursor_set(f->b.h, f->d.x);
}

/* Out: CX = shape, DX = position of page BH */
void int10_03_get_cursor_position(struct frame *f)
{
	f->c.x = bda.cursor_shape;
	f->d.x = cursor_get(f->b.h);
}

/* Out: AH = 0, not triggered */
void int10_04_read_light_pen(struct frame *f)
{
	f->a.x = 0;
	f->b.x = 0;
	f->c.x = 0;
	f->d.x = 0;
}
