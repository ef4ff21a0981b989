/* INT 10h AH=12h: BL chooses the function. Those that were done answer AL = 12h. */
#include "int10.h"
#include "vga.h"

#define DONE 0x12

/* BL=10h: out BH = 0 color, BL = 3 (256 KiB), CH = feature bits, CL = switches */
static void get_configuration(struct frame *f)
{
	f->b.h = bda_ega.info & EGA_INFO_MONO ? 1 : 0;
	f->b.l = bda_ega.info >> 5 & 3;
	f->c.h = bda_ega.switches >> 4;
	f->c.l = bda_ega.switches & 0x0f;
}

/* BL=30h: AL = 0: 200, 1: 350, 2: 400 lines from the next text mode set on */
static void select_scan_lines(struct frame *f)
{
	u8 flags = (u8)(bda_ega.vga_flags & ~(VGA_FLAG_200_LINES | VGA_FLAG_400_LINES));

	if (f->a.l > 2)
		return;
	if (f->a.l == 0)
		flags |= VGA_FLAG_200_LINES;
	else if (f->a.l == 2)
		flags |= VGA_FLAG_400_LINES;
	bda_ega.vga_flags = flags;
	/* the EGA's switches: enhanced monitor with 350 lines or more, else a CGA's */
	bda_ega.switches = (u8)((bda_ega.switches & 0xf0) | (f->a.l == 0 ? 8 : 9));
	f->a.l = DONE;
}

static void set_vga_flag(struct frame *f, u8 flag, bool set)
{
	bda_ega.vga_flags = (u8)(set ? bda_ega.vga_flags | flag : bda_ega.vga_flags & ~flag);
	f->a.l = DONE;
}

/* BL=32h: AL = 0: the CPU reaches the display memory */
static void enable_memory(struct frame *f)
{
	u8 misc = in8(PORT_MISC_READ);

	out8(PORT_MISC_WRITE, (u8)(f->a.l ? misc & ~2 : misc | 2));
	f->a.l = DONE;
}

/* BL=34h: AL = 0: cursor emulation on */
static void enable_cursor_emulation(struct frame *f)
{
	bda_ega.info = (u8)((bda_ega.info & ~EGA_INFO_NO_CURSOR_EMULATION) | (f->a.l & 1));
	f->a.l = DONE;
}

/* BL=36h: AL = 0: the screen is refreshed */
static void enable_refresh(struct frame *f)
{
	u8 clocking = indexed_read(PORT_SEQUENCER, 1);

	indexed_write(PORT_SEQUENCER, 1, (u8)(f->a.l ? clocking | 0x20 : clocking & ~0x20));
	f->a.l = DONE;
}

void int10_12_alternate_select(struct frame *f)
{
	switch (f->b.l) {
	case 0x10: get_configuration(f); break;
	case 0x20: break;               /* the ROM BIOS prints screens of any number of rows */
	case 0x30: select_scan_lines(f); break;
	case 0x31: set_vga_flag(f, VGA_FLAG_NO_PALETTE_LOAD, f->a.l & 1); break;
	case 0x32: enable_memory(f); break;
	case 0x33: set_vga_flag(f, VGA_FLAG_GRAY_SUMMING, !(f->a.l & 1)); break;
	case 0x34: enable_cursor_emulation(f); break;
	case 0x35: f->a.l = DONE; break;        /* one display: nothing to switch */
	case 0x36: enable_refresh(f); break;
	default: break;
	}
}
