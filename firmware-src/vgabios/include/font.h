/* The glyphs: made from the text files in ../fonts by ../tools/font_compiler.c, 256 characters of code page 437 each. */
#ifndef VGABIOS_FONT_H
#define VGABIOS_FONT_H

#include "frame.h"
#include "segments.h"

extern const u8 ROM font_8x8[256 * 8];
extern const u8 ROM font_8x14[256 * 14];
extern const u8 ROM font_8x16[256 * 16];

/* The ROM font of a height: 8, 14, or else 16. */
const u8 ROM *font_of_height(u8 height);
/* Copies glyphs into one of the eight font blocks of plane 2. */
void font_load(u32 segment, u32 offset, u32 count, u32 first, u32 block, u32 height);
/* Where the graphics modes take a character from: vectors 43h and, in modes 4 to 6, 1Fh for the upper half. */
struct far_pointer font_glyph(u8 character);
void font_set_vector(u8 vector, u16 segment, u16 offset);

#endif
