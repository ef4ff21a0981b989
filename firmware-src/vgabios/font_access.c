/* Font blocks of plane 2, and where glyphs come from. */
#include "font.h"
#include "vga.h"

const u8 ROM *font_of_height(u8 height)
{
	if (height == 8)
		return font_8x8;
	return height == 14 ? font_8x14 : font_8x16;
}

void font_set_vector(u8 vector, u16 segment, u16 offset)
{
	interrupt_vectors[vector].offset = offset;
	interrupt_vectors[vector].segment = segment;
}

/* While glyphs are loaded, plane 2 lies flat at A000h: odd/even addressing is off. */
static void open_plane_2(void)
{
	out16(PORT_SEQUENCER, 0x0100);
	out16(PORT_SEQUENCER, 0x0402);
	out16(PORT_SEQUENCER, 0x0704);
	out16(PORT_SEQUENCER, 0x0300);
	out16(PORT_GRAPHICS, 0x0204);
	out16(PORT_GRAPHICS, 0x0005);
	out16(PORT_GRAPHICS, 0x0406);
}

static void close_plane_2(void)
{
	out16(PORT_SEQUENCER, 0x0100);
	out16(PORT_SEQUENCER, 0x0302);
	out16(PORT_SEQUENCER, 0x0304);
	out16(PORT_SEQUENCER, 0x0300);
	out16(PORT_GRAPHICS, 0x0004);
	out16(PORT_GRAPHICS, 0x1005);
	out16(PORT_GRAPHICS, bda.crtc_port == PORT_CRTC_COLOR ? 0x0e06 : 0x0a06);
}

void font_load(u32 segment, u32 offset, u32 count, u32 first, u32 block, u32 height)
{
	/* blocks 0-3 begin at 0, 16, 32, 48 KiB, blocks 4-7 lie 8 KiB after those; 32 bytes a glyph */
	u16 to = (u16)(((block & 3) << 14) + ((block & 4) << 11) + first * 32);

	open_plane_2();
	while (count-- > 0) {
		far_copy(0xa000, to, segment, offset, height);
		offset = (u16)(offset + height);
		to += 32;
	}
	close_plane_2();
}

struct far_pointer font_glyph(u8 character)
{
	u8 vector = VECTOR_GRAPHICS_FONT;
	struct far_pointer glyph;

	if (character >= 0x80 && bda.mode <= 6) {
		vector = VECTOR_FONT_8X8_UPPER;
		character -= 0x80;
	}
	glyph.segment = interrupt_vectors[vector].segment;
	glyph.offset = (u16)(interrupt_vectors[vector].offset + character * bda_ega.char_height);
	return glyph;
}
