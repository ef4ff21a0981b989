/*
 * The video part of the BIOS data area and the interrupt vectors this ROM owns (IBM PS/2 BIOS Interface Technical
 * Reference, "BIOS Data Area"). The linker script gives each object its address; FS reaches them.
 */
#ifndef VGABIOS_BDA_H
#define VGABIOS_BDA_H

#include "segments.h"

struct bda_video {                      /* 0040:0049 */
	u8 mode;                        /* 49h  as set, without bit 7; FFh in a VESA mode */
	u16 columns;                    /* 4Ah  characters a row */
	u16 page_bytes;                 /* 4Ch  bytes of the regenerative buffer a page takes */
	u16 page_start;                 /* 4Eh  offset of the active page in that buffer */
	u16 cursor[8];                  /* 50h  row in the high byte, column in the low one, a page each */
	u16 cursor_shape;               /* 60h  first line in the high byte, last line in the low one */
	u8 active_page;                 /* 62h */
	u16 crtc_port;                  /* 63h  3D4h colour, 3B4h monochrome */
	u8 cga_mode_select;             /* 65h  what a CGA would have in port 3D8h */
	u8 cga_color_select;            /* 66h  what a CGA would have in port 3D9h */
} PACKED;

struct bda_ega {                        /* 0040:0084 */
	u8 last_row;                    /* 84h  rows on the screen minus one */
	u16 char_height;                /* 85h  scan lines a character */
	u8 info;                        /* 87h  bit 7 no clear, 6-5 memory size, 3 inactive, 1 mono, 0 no cursor emulation */
	u8 switches;                    /* 88h  feature bits and the EGA's configuration switches */
	u8 vga_flags;                   /* 89h  see VGA_FLAG_ */
	u8 dcc_index;                   /* 8Ah  row of the display combination table */
} PACKED;

/* 0040:0087 */
#define EGA_INFO_NO_CLEAR 0x80
#define EGA_INFO_256K 0x60
#define EGA_INFO_INACTIVE 0x08
#define EGA_INFO_MONO 0x02
#define EGA_INFO_NO_CURSOR_EMULATION 0x01

/* 0040:0089 */
#define VGA_FLAG_200_LINES 0x80
#define VGA_FLAG_400_LINES 0x10
#define VGA_FLAG_NO_PALETTE_LOAD 0x08
#define VGA_FLAG_MONO_MONITOR 0x04
#define VGA_FLAG_GRAY_SUMMING 0x02
#define VGA_FLAG_DISPLAY_SWITCH 0x40
#define VGA_FLAG_ACTIVE 0x01

extern struct bda_video LOWMEM bda;
extern struct bda_ega LOWMEM bda_ega;
extern u16 LOWMEM bda_equipment;                       /* 0040:0010, bits 5-4 initial video mode */
extern struct far_pointer LOWMEM bda_save_pointers;    /* 0040:00A8 */
extern struct far_pointer LOWMEM interrupt_vectors[256];

#define VECTOR_VIDEO 0x10
#define VECTOR_FONT_8X8_UPPER 0x1f
#define VECTOR_FORMER_VIDEO 0x42
#define VECTOR_GRAPHICS_FONT 0x43
#define VECTOR_VGA_INTERNAL 0x6d

#endif
