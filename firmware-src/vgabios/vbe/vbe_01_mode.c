/* VBE 4F01h: information about mode CX to ES:DI, 256 bytes (VBE 3.0, "ModeInfoBlock"). */
#include "vbe.h"

extern const u8 ROM vbe_window_call[];  /* vbe_window_call.S */

enum { PLANAR = 3, PACKED_PIXEL = 4, DIRECT_COLOR = 6 };

/* Supported, extended information, text output, color, graphics; the linear frame buffer is bit 7. */
#define ATTRIBUTES 0x1f
#define ATTRIBUTE_LINEAR 0x80

/* Width and position of red, green, blue and the unused bits */
static ROM_TABLE u8 masks_15[8] = { 5, 10, 5, 5, 5, 0, 1, 15 };
static ROM_TABLE u8 masks_16[8] = { 5, 11, 6, 5, 5, 0, 0, 0 };
static ROM_TABLE u8 masks_24[8] = { 8, 16, 8, 8, 8, 0, 0, 0 };
static ROM_TABLE u8 masks_32[8] = { 8, 16, 8, 8, 8, 0, 8, 24 };

static const u8 ROM *color_masks(u8 bits)
{
	switch (bits) {
	case 15: return masks_15;
	case 16: return masks_16;
	case 24: return masks_24;
	case 32: return masks_32;
	default: return 0;
	}
}

/* Pages after the first that fit the display memory; the field has one byte. */
static u8 image_pages(vbe_mode_t mode)
{
	u32 bytes = (u32)vbe_line_bytes(mode->bits_per_pixel, mode->width) * mode->height;
	u32 memory = (u32)dispi_banks() << 16;
	u16 pages = 0;

	if (mode->bits_per_pixel == 4)
		memory >>= 2;
	for (memory -= bytes; memory >= bytes && pages < 255; memory -= bytes)
		pages++;
	return (u8)pages;
}

/* Offsets 2 to 11, the same in every mode */
struct window_fields {
	u8 attributes_a, attributes_b;          /* window A: there, readable, writable; no window B */
	u16 granularity, size;                  /* KiB */
	u16 segment_a, segment_b;
} PACKED;

static ROM_TABLE struct window_fields window_fields = { 0x07, 0x00, 64, 64, 0xa000, 0 };

static void write_window_fields(u16 segment, u32 to)
{
	far_copy8(segment, to + 2, rom_segment(), ROM_OFFSET(&window_fields), sizeof window_fields);
	far_write16(segment, to + 12, ROM_OFFSET(vbe_window_call));
	far_write16(segment, to + 14, rom_segment());
}

static void write_masks(u16 segment, u32 to, u8 bits)
{
	const u8 ROM *masks = color_masks(bits);
	u32 i;

	for (i = 0; masks && i < 8; i++) {
		far_write8(segment, to + 31 + i, masks[i]);
		far_write8(segment, to + 54 + i, masks[i]);
	}
	if (bits == 32)
		far_write8(segment, to + 39, 0x02);        /* the unused byte of a pixel is the program's */
}

u16 vbe_01_mode_information(struct frame *f)
{
	vbe_mode_t mode = vbe_mode_find(f->c.x & VBE_MODE_NUMBER);
	u16 segment = f->es;
	u32 to = f->di.x;
	u16 line_bytes;
	u8 bits, pages;

	if (!mode)
		return VBE_FAILED;
	bits = mode->bits_per_pixel;
	line_bytes = vbe_line_bytes(bits, mode->width);
	pages = image_pages(mode);
	far_fill8(segment, to, 0, 256);
	far_write16(segment, to, ATTRIBUTES | (bits >= 8 ? ATTRIBUTE_LINEAR : 0));
	write_window_fields(segment, to);
	far_write16(segment, to + 16, line_bytes);
	far_write16(segment, to + 18, mode->width);
	far_write16(segment, to + 20, mode->height);
	far_write8(segment, to + 22, 8);                   /* character cell */
	far_write8(segment, to + 23, 16);
	far_write8(segment, to + 24, bits == 4 ? 4 : 1);
	far_write8(segment, to + 25, bits);
	far_write8(segment, to + 26, 1);                   /* memory banks: not that kind of banks */
	far_write8(segment, to + 27, bits == 4 ? PLANAR : bits == 8 ? PACKED_PIXEL : DIRECT_COLOR);
	far_write8(segment, to + 29, pages);
	far_write8(segment, to + 30, 1);
	if (bits >= 8) {
		far_write32(segment, to + 40, dispi_frame_buffer());
		far_write16(segment, to + 50, line_bytes);
		far_write8(segment, to + 53, pages);
	}
	far_write8(segment, to + 52, pages);
	write_masks(segment, to, bits);
	far_write32(segment, to + 62, 230000000);          /* highest pixel clock, Hz */
	return VBE_DONE;
}
