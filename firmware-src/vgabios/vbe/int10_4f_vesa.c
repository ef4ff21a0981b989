/* INT 10h AH=4Fh: AL chooses the VBE function. */
#include "int10.h"
#include "vbe.h"

void int10_4f_vesa(struct frame *f)
{
	u16 answer = 0x0100;            /* AL is not 4Fh: no such function */

	if (!dispi_present())
		return;
	switch (f->a.l) {
	case 0x00: answer = vbe_00_controller_information(f); break;
	case 0x01: answer = vbe_01_mode_information(f); break;
	case 0x02: answer = vbe_02_set_mode(f); break;
	case 0x03: answer = vbe_03_get_mode(f); break;
	case 0x04: answer = vbe_04_save_restore(f); break;
	case 0x05: answer = vbe_05_window(f); break;
	case 0x06: answer = vbe_06_scan_line_length(f); break;
	case 0x07: answer = vbe_07_display_start(f); break;
	case 0x08: answer = vbe_08_dac_width(f); break;
	case 0x09: answer = vbe_09_palette(f); break;
	case 0x0a: answer = vbe_0a_protected_mode_interface(f); break;
	case 0x15: answer = vbe_15_display_identification(f); break;
	default: break;
	}
	f->a.x = answer;
}
