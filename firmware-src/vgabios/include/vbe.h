/* VESA BIOS Extension 3.0 on the DISPI adapter: INT 10h AH=4Fh. AL = function; out AX = 004Fh done, 014Fh failed. */
#ifndef VGABIOS_VBE_H
#define VGABIOS_VBE_H

#include "dispi.h"
#include "frame.h"
#include "screen.h"

#define VBE_DONE 0x004f
#define VBE_FAILED 0x014f
#define VBE_INVALID_HERE 0x034f         /* not in this mode */

#define VBE_MODE_NUMBER 0x01ff
#define VBE_MODE_LINEAR 0x4000
#define VBE_MODE_KEEP_MEMORY 0x8000

struct vbe_mode {
	u16 number, width, height;
	u8 bits_per_pixel;
} PACKED;

typedef const struct vbe_mode ROM *vbe_mode_t;

extern const struct vbe_mode ROM vbe_modes[];
extern const u16 ROM vbe_mode_count;

/* The mode of a number, if the adapter has memory for it; else 0. */
vbe_mode_t vbe_mode_find(u16 number);
bool vbe_mode_fits(vbe_mode_t mode, u16 banks);
/* The mode the DISPI registers are in; 0 if none of ours or if a standard mode is set. */
vbe_mode_t vbe_mode_current(void);
/* Bytes of a line of pixels. */
u16 vbe_line_bytes(u8 bits_per_pixel, u16 pixels);
void vbe_set_bank(u16 bank);
/* Switches the DISPI registers off before a standard mode is set. */
void vbe_leave(void);
void vbe_describe_screen(struct screen *s);

/* Each answers what AX shall be. */
u16 vbe_00_controller_information(struct frame *f);
u16 vbe_01_mode_information(struct frame *f);
u16 vbe_02_set_mode(struct frame *f);
u16 vbe_03_get_mode(struct frame *f);
u16 vbe_04_save_restore(struct frame *f);
u16 vbe_05_window(struct frame *f);
u16 vbe_06_scan_line_length(struct frame *f);
u16 vbe_07_display_start(struct frame *f);
u16 vbe_08_dac_width(struct frame *f);
u16 vbe_09_palette(struct frame *f);
u16 vbe_0a_protected_mode_interface(struct frame *f);
u16 vbe_15_display_identification(struct frame *f);

#endif
