/* INT 10h AH=00h: set video mode. AL = mode; bit 7 keeps the display memory as it is. */
#include "int10.h"
#include "screen.h"
#include "vbe.h"

static void load_indexed(u16 port, u32 first, const u8 ROM *values, u32 count)
{
	for (; count > 0; count--)
		indexed_write(port, (u8)first++, *values++);
}

static void load_registers(const struct video_parameters ROM *p)
{
	u16 crtc = p->misc_output & 1 ? PORT_CRTC_COLOR : PORT_CRTC_MONO;
	u32 i;

	bda.crtc_port = crtc;
	indexed_write(PORT_SEQUENCER, 0, 1);            /* hold the sequencer while the clock changes */
	indexed_write(PORT_SEQUENCER, 1, p->sequencer[0] | 0x20);
	load_indexed(PORT_SEQUENCER, 2, p->sequencer + 1, 3);
	out8(PORT_MISC_WRITE, p->misc_output);
	indexed_write(PORT_SEQUENCER, 0, 3);
	indexed_write(crtc, 0x11, 0);                   /* bit 7 protected registers 0 to 7 */
	load_indexed(crtc, 0, p->crtc, CRTC_REGISTERS);
	load_indexed(PORT_GRAPHICS, 0, p->graphics, GRAPHICS_REGISTERS);
	attribute_reset();
	for (i = 0; i < 20; i++) {
		out8(PORT_ATTRIBUTE, i);
		out8(PORT_ATTRIBUTE, p->attribute[i]);
	}
	out8(PORT_ATTRIBUTE, ATTRIBUTE_COLOR_SELECT);
	out8(PORT_ATTRIBUTE, 0);
}

static void clear_memory(standard_mode_t mode)
{
	if (mode->kind == MEMORY_TEXT)
		far_fill16(mode->segment, 0, 0x0720, 0x4000);
	else if (mode->kind == MEMORY_CGA)
		far_fill16(mode->segment, 0, 0, 0x4000);
	else
		far_fill16(mode->segment, 0, 0, 0x8000);
}

/* What a CGA's mode and color select registers would hold; programs read it from 0040:0065. */
static void store_cga_registers(u8 number)
{
	static ROM_TABLE u8 mode_select[8] = { 0x2c, 0x28, 0x2d, 0x29, 0x2a, 0x2e, 0x1e, 0x29 };

	bda.cga_mode_select = number < 8 ? mode_select[number] : 0x29;
	bda.cga_color_select = number == 6 ? 0x3f : 0x30;
}

static void store_mode(standard_mode_t mode, const struct video_parameters ROM *p, bool keep_memory)
{
	u32 page;

	bda.mode = mode->number;
	bda.columns = p->columns;
	bda.page_bytes = p->page_bytes;
	bda.page_start = 0;
	for (page = 0; page < 8; page++)
		bda.cursor[page] = 0;
	/* the shape as a program of 8-line cells sees it */
	bda.cursor_shape = mode->kind != MEMORY_TEXT ? 0 : bda.crtc_port == PORT_CRTC_MONO ? 0x0b0c : 0x0607;
	bda.active_page = 0;
	store_cga_registers(mode->number);
	bda_ega.last_row = p->last_row;
	bda_ega.char_height = p->char_height;
	bda_ega.info = (u8)((bda_ega.info & (EGA_INFO_NO_CURSOR_EMULATION | EGA_INFO_INACTIVE)) | EGA_INFO_256K |
			    (keep_memory ? EGA_INFO_NO_CLEAR : 0));
}

void set_standard_mode(u8 number, bool keep_memory)
{
	standard_mode_t mode = standard_mode_find(number);
	const struct video_parameters ROM *p;

	if (!mode)
		return;
	p = &video_parameters[standard_mode_parameters(mode)];
	vbe_leave();
	load_registers(p);
	if (!(bda_ega.vga_flags & VGA_FLAG_NO_PALETTE_LOAD))
		palette_load(mode->palette);
	store_mode(mode, p, keep_memory);
	if (!keep_memory)
		clear_memory(mode);
	if (mode->kind == MEMORY_TEXT)
		font_load(rom_segment(), ROM_OFFSET(font_of_height(p->char_height)), 256, 0, 0, p->char_height);
	font_set_vector(VECTOR_GRAPHICS_FONT, rom_segment(), ROM_OFFSET(font_of_height(p->char_height)));
	font_set_vector(VECTOR_FONT_8X8_UPPER, rom_segment(), ROM_OFFSET(font_8x8 + 128 * 8));
	indexed_write(PORT_SEQUENCER, 1, p->sequencer[0]);
	attribute_show();
}

void int10_00_set_mode(struct frame *f)
{
	u8 number = f->a.l & 0x7f;

	set_standard_mode(number, f->a.l & 0x80);
	/* "Returns AL": what was in the video mode register, which clones keep (RBIL 10/00, note for Phoenix) */
	f->a.l = number > 7 ? 0x20 : number == 6 ? 0x3f : 0x30;
}
