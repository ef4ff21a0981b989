/*
 * The video save pointer table at 0040:00A8 (PS/2 BIOS Interface Technical Reference): where programs find the parameter
 * table, and the display combination codes. A ROM cannot know its segment while it is linked; C000h is the VGA's.
 */
#ifndef VGABIOS_SAVE_POINTERS_H
#define VGABIOS_SAVE_POINTERS_H

#include "segments.h"

#define VGA_ROM_SEGMENT 0xc000
#define DCC_ROWS 16
#define DCC_VGA_COLOR 0x0b              /* the row "no other display, VGA with color monitor" */

struct display_combination_table {
	u8 rows, version, highest_code, reserved;
	struct {
		u8 other, active;
	} row[DCC_ROWS];
} PACKED;

struct secondary_save_pointers {
	u16 length;
	struct far_pointer display_combination, unused[5];
} PACKED;

struct save_pointers {
	struct far_pointer parameters, dynamic_area, text_font, graphics_font, secondary, unused[2];
} PACKED;

extern const struct save_pointers ROM save_pointers;
extern const struct display_combination_table ROM display_combinations;

#endif
