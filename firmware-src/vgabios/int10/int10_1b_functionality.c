/* INT 10h AH=1Bh: BX = 0; 64 bytes about what the adapter can do and does go to ES:DI. Out AL = 1Bh. */
#include "int10.h"
#include "modes.h"
#include "save_pointers.h"

/* The static functionality table, RBIL table 00046 */
static ROM_TABLE u8 static_functionality[16] = {
	0xff, 0xe0, 0x0f,               /* modes 0-7, 0Dh-0Fh, 10h-13h */
	0, 0, 0, 0,
	0x07,                           /* 200, 350, 400 scan lines */
	2, 8,                           /* fonts shown at once, and held */
	0xff,                           /* all of: modes, gray summing, fonts, palette load, cursor emulation, palettes */
	0x0e,                           /* save and restore, blink control, display combination codes */
	0, 0,
	0x20,                           /* of the save pointers, the display combination table is used */
	0,
};

static u8 scan_line_code(standard_mode_t mode)
{
	const struct video_parameters ROM *p;

	if (!mode)
		return 3;
	p = &video_parameters[standard_mode_parameters(mode)];
	if (p->crtc[9] & 0x80 || (mode->kind != MEMORY_TEXT && p->char_height == 8))
		return 0;
	if (p->crtc[0x12] == 0x5d)
		return 1;
	return p->crtc[0x12] == 0xdf ? 3 : 2;
}

void int10_1b_functionality_state(struct frame *f)
{
	standard_mode_t mode = standard_mode_current();
	u16 segment = f->es;
	u32 to = f->di.x;
	u8 font_select = indexed_read(PORT_SEQUENCER, 3);
	u8 row = bda_ega.dcc_index;

	if (f->b.x != 0)
		return;
	far_fill8(segment, to, 0, 64);
	far_write16(segment, to, ROM_OFFSET(static_functionality));
	far_write16(segment, to + 2, rom_segment());
	far_copy8(segment, to + 0x04, 0x40, 0x49, 0x1e);           /* mode to CGA color select */
	far_write8(segment, to + 0x22, (u8)(bda_ega.last_row + 1));
	far_write16(segment, to + 0x23, bda_ega.char_height);
	if (row < DCC_ROWS) {
		far_write8(segment, to + 0x25, display_combinations.row[row].active);
		far_write8(segment, to + 0x26, display_combinations.row[row].other);
	}
	far_write16(segment, to + 0x27, mode ? mode->colors : 256);
	far_write8(segment, to + 0x29, mode ? mode->pages : 1);
	far_write8(segment, to + 0x2a, scan_line_code(mode));
	far_write8(segment, to + 0x2b, (u8)((font_select & 3) | (font_select >> 2 & 4)));
	far_write8(segment, to + 0x2c, (u8)((font_select >> 2 & 3) | (font_select >> 3 & 4)));
	/* bit 0 all modes on all displays; gray summing, mono, no palette load, cursor emulation, blink */
	far_write8(segment, to + 0x2d, (u8)(0x01 | (bda_ega.vga_flags & 0x0e) |
						 (bda_ega.info & EGA_INFO_NO_CURSOR_EMULATION ? 0 : 0x10) |
						 (bda.cga_mode_select & 0x20)));
	far_write8(segment, to + 0x31, 3);                         /* 256 KiB */
	f->a.l = 0x1b;
}
