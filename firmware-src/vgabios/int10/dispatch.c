/* INT 10h: AH chooses the handler. A function this ROM does not have changes nothing. */
#include "int10.h"
#include "segments.h"

typedef void (*handler_t)(struct frame *f);

static ROM_TABLE handler_t handlers[0x1d] = {
	[0x00] = int10_00_set_mode,
	[0x01] = int10_01_set_cursor_shape,
	[0x02] = int10_02_set_cursor_position,
	[0x03] = int10_03_get_cursor_position,
	[0x04] = int10_04_read_light_pen,
	[0x05] = int10_05_select_page,
	[0x06] = int10_06_scroll_up,
	[0x07] = int10_07_scroll_down,
	[0x08] = int10_08_read_character,
	[0x09] = int10_09_write_character_and_attribute,
	[0x0a] = int10_0a_write_character,
	[0x0b] = int10_0b_set_cga_palette,
	[0x0c] = int10_0c_write_pixel,
	[0x0d] = int10_0d_read_pixel,
	[0x0e] = int10_0e_teletype,
	[0x0f] = int10_0f_get_mode,
	[0x10] = int10_10_palette,
	[0x11] = int10_11_fonts,
	[0x12] = int10_12_alternate_select,
	[0x13] = int10_13_write_string,
	[0x1a] = int10_1a_display_combination,
	[0x1b] = int10_1b_functionality_state,
	[0x1c] = int10_1c_save_restore,
};

void int10_dispatch(struct frame *f)
{
	u32 function = f->a.h;

	if (function == 0x4f)
		int10_4f_vesa(f);
	else if (function < ARRAY_LENGTH(handlers) && handlers[function])
		handlers[function](f);
}
