/*
 * VBE 4F06h: logical scan line length. BL = 0 set in pixels (CX), 1 get, 2 set in bytes (CX), 3 get the longest.
 * Out BX = bytes, CX = pixels, DX = lines that fit the memory.
 */
#include "vbe.h"

enum { SET_PIXELS, GET, SET_BYTES, GET_LONGEST };

static u32 plane_memory(u8 bits)
{
	u32 memory = (u32)dispi_banks() << 16;

	return bits == 4 ? memory >> 2 : memory;
}

static void answer(struct frame *f, u8 bits, u16 pixels)
{
	u32 lines;

	f->c.x = pixels;
	f->b.x = vbe_line_bytes(bits, pixels);
	lines = f->b.x ? plane_memory(bits) / f->b.x : 0;
	f->d.x = lines > 0xffff ? 0xffff : (u16)lines;
}

u16 vbe_06_scan_line_length(struct frame *f)
{
	u8 bits = (u8)dispi_read(DISPI_BITS_PER_PIXEL);
	u8 bytes_per_pixel = (u8)((bits + 7) / 8);
	u16 height = dispi_read(DISPI_Y_RESOLUTION);
	u32 pixels = f->c.x, longest, by_memory;

	if (!dispi_enabled())
		return VBE_INVALID_HERE;
	/* a line's bytes have 16 bits, its pixels must leave room for every line of the screen */
	longest = bits == 4 ? 0x7ff8 : 0xffffu / bytes_per_pixel & ~7u;
	by_memory = plane_memory(bits) / height;
	by_memory = (bits == 4 ? by_memory * 8 : by_memory / bytes_per_pixel) & ~7u;
	if (longest > by_memory)
		longest = by_memory;

	switch (f->b.l) {
	case SET_BYTES:
		pixels = bits == 4 ? pixels * 8 : (pixels + bytes_per_pixel - 1) / bytes_per_pixel;
		__attribute__((fallthrough));
	case SET_PIXELS:
		pixels = (pixels + 7) & ~7u;
		if (pixels > longest || pixels < dispi_read(DISPI_X_RESOLUTION))
			return 0x024f;          /* not on this hardware */
		dispi_write(DISPI_VIRTUAL_WIDTH, (u16)pixels);
		answer(f, bits, dispi_read(DISPI_VIRTUAL_WIDTH));
		return VBE_DONE;
	case GET:
		answer(f, bits, dispi_read(DISPI_VIRTUAL_WIDTH));
		return VBE_DONE;
	case GET_LONGEST:
		answer(f, bits, (u16)longest);
		return VBE_DONE;
	default:
		return VBE_FAILED;
	}
}
