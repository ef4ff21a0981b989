/* INT 10h AH=0Ch and 0Dh: BH = page, CX = column, DX = row. */
#include "int10.h"
#include "screen.h"

/* AL = color; bit 7 asks for XOR in modes of up to 16 colors */
void int10_0c_write_pixel(struct frame *f)
{
	screen_set_pixel(f->b.h, f->c.x, f->d.x, f->a.l);
}

/* Out: AL = color */
void int10_0d_read_pixel(struct frame *f)
{
	f->a.l = screen_get_pixel(f->b.h, f->c.x, f->d.x);
}
