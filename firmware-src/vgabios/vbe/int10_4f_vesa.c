/* INT 10h AH=4Fh: AL chooses the VBE function. */
#include "int10.h"
#include "vbe.h"

#define NO_SUCH_FUNCTION 0x0100         /* AL is not 4Fh */

typedef u16 (*handler_t)(struct frame *f);

static ROM_TABLE handler_t handlers[0x16] = {
	[0x00] = vbe_00_controller_information,
	[0x01] = vbe_01_mode_information,
	[0x02] = vbe_02_set_mode,
	[0x03] = vbe_03_get_mode,
	[0x04] = vbe_04_save_restore,
	[0x05] = vbe_05_window,
	[0x06] = vbe_06_scan_line_length,
	[0x07] = vbe_07_display_start,
	[0x08] = vbe_08_dac_width,
	[0x09] = vbe_09_palette,
	[0x0a] = vbe_0a_protected_mode_interface,
	[0x15] = vbe_15_display_identification,
};

void int10_4f_vesa(struct frame *f)
{
	u32 function = f->a.l;

	if (!dispi_present())
		return;
	if (function < ARRAY_LENGTH(handlers) && handlers[function])
		f->a.x = handlers[function](f);
	else
		f->a.x = NO_SUCH_FUNCTION;
}
