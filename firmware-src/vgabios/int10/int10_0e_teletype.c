/* INT 10h AH=0Eh where the assembly path does not reach: graphics modes, and the bell. AL = character, BL = color. */
#include "int10.h"
#include "screen.h"

/* Counter 2 of the 8254 drives the speaker through port 61h: about 900 Hz for an eighth of a second. */
static void bell(void)
{
	u8 control = in8(0x61);
	u16 refresh_edges = 8000;       /* port 61h bit 4 turns over every 15 us */
	u32 tries = 200000;             /* for a machine without that bit */
	u8 last = control;

	out8(0x43, 0xb6);
	out8(0x42, 0x33);
	out8(0x42, 0x05);
	out8(0x61, control | 3);
	while (refresh_edges > 0 && --tries > 0) {
		u8 now = in8(0x61);

		if ((now ^ last) & 0x10)
			refresh_edges--;
		last = now;
	}
	out8(0x61, control);
}

static void advance(u8 page, position_t at, u8 attribute, bool with_attribute)
{
	struct window all = { 0, 0, 0xff, 0xff };

	if (COLUMN_OF(at) >= bda.columns)
		at = POSITION(ROW_OF(at) + 1, 0);
	if (ROW_OF(at) > bda_ega.last_row) {
		at = POSITION(bda_ega.last_row, COLUMN_OF(at));
		if (!with_attribute) {
			standard_mode_t mode = standard_mode_current();

			attribute = mode && mode->kind == MEMORY_TEXT ? (u8)(screen_read_char(page, at) >> 8) : 0;
		}
		screen_scroll(page, all, 1, attribute);
	}
	cursor_set(page, at);
}

void teletype(u8 page, u8 character, u8 attribute, bool with_attribute)
{
	position_t at = cursor_get(page);

	switch (character) {
	case '\a':
		bell();
		return;
	case '\b':
		if (COLUMN_OF(at) > 0)
			at--;
		break;
	case '\r':
		at = POSITION(ROW_OF(at), 0);
		break;
	case '\n':
		at = POSITION(ROW_OF(at) + 1, COLUMN_OF(at));
		break;
	default:
		screen_write_char(page, at, character, attribute, with_attribute);
		at++;
	}
	advance(page, at, attribute, with_attribute);
}

void int10_0e_teletype(struct frame *f)
{
	teletype(bda.active_page, f->a.l, f->b.l, false);
}
