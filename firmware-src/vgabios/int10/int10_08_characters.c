/* INT 10h AH=08h, 09h, 0Ah: read and write characters at the cursor of page BH. The cursor stays. */
#include "int10.h"
#include "screen.h"

/* Out: AL = character, AH = attribute (text modes) */
void int10_08_read_character(struct frame *f)
{
	f->a.x = screen_read_char(f->b.h, cursor_get(f->b.h));
}

/* CX copies run on over the row's end, as in memory; in graphics modes IBM asks callers to stay within the row. */
static void write_copies(struct frame *f, bool with_attribute)
{
	position_t at = cursor_get(f->b.h);
	u32 count;

	if (with_attribute && screen_fill_text(f->b.h, at, f->a.l, f->b.l, f->c.x))
		return;
	for (count = f->c.x; count > 0; count--) {
		screen_write_char(f->b.h, at, f->a.l, f->b.l, with_attribute);
		at = (u16)(COLUMN_OF(at) + 1) < bda.columns ? at + 1 : POSITION(ROW_OF(at) + 1, 0);
		if (ROW_OF(at) > bda_ega.last_row)
			break;
	}
}

/* AL = character, BL = attribute or color, CX = count */
void int10_09_write_character_and_attribute(struct frame *f)
{
	write_copies(f, true);
}

/* The same, but text keeps its attribute. */
void int10_0a_write_character(struct frame *f)
{
	write_copies(f, false);
}
