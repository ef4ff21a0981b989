/* The modes this ROM can set, and the video parameter table their register values come from. */
#ifndef VGABIOS_MODES_H
#define VGABIOS_MODES_H

#include "vga.h"

enum memory_kind {
	MEMORY_TEXT,                    /* character, attribute */
	MEMORY_CGA,                     /* 1 or 2 bits a pixel, odd lines 2000h after the even ones */
	MEMORY_PLANAR,                  /* a bit of each of four planes a pixel */
	MEMORY_LINEAR,                  /* one byte a pixel */
	MEMORY_DIRECT,                  /* VESA: two, three or four bytes a pixel */
};

enum palette_kind { PALETTE_MONO, PALETTE_CGA, PALETTE_EGA, PALETTE_VGA };

#define MODE_VESA 0xff                  /* what 0040:0049 holds while a VESA mode is set */

struct standard_mode {
	u8 number;
	u8 kind;                        /* enum memory_kind */
	u8 bits_per_pixel;
	u8 parameters;                  /* row of video_parameters; modes 0-3 and 7 choose by scan lines */
	u8 palette;                     /* enum palette_kind */
	u16 segment;
	u16 colors;                     /* 0: monochrome */
	u8 pages;
};

/* One row of the video parameter table (PS/2 BIOS reference, "Video Save Pointer Table"): 64 bytes. */
struct video_parameters {
	u8 columns, last_row, char_height;
	u16 page_bytes;
	u8 sequencer[4];                /* registers 1 to 4 */
	u8 misc_output;
	u8 crtc[CRTC_REGISTERS];
	u8 attribute[20];
	u8 graphics[GRAPHICS_REGISTERS];
} PACKED;

#define VIDEO_PARAMETER_ROWS 29
extern const struct video_parameters ROM video_parameters[VIDEO_PARAMETER_ROWS];

typedef const struct standard_mode ROM *standard_mode_t;

/* The mode's row, or 0 if the number is none of a VGA's. */
standard_mode_t standard_mode_find(u8 number);
/* The row of the mode that 0040:0049 names; 0 in a VESA mode. */
standard_mode_t standard_mode_current(void);
/* Which row of video_parameters a mode uses now (INT 10h AH=12h BL=30h selects scan lines for text). */
u8 standard_mode_parameters(standard_mode_t mode);

/* INT 10h AH=00h without its return value: sets a standard mode. */
void set_standard_mode(u8 number, bool keep_memory);
void palette_load(enum palette_kind kind);

#endif
