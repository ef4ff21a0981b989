/*
 * Characters and pixels in whatever mode is set. screen.c hands each call to the file of the memory kind:
 * text_memory.c, cga_memory.c, planar_memory.c, linear_memory.c.
 */
#ifndef VGABIOS_SCREEN_H
#define VGABIOS_SCREEN_H

#include "font.h"
#include "modes.h"

struct screen {
	u8 kind;                        /* enum memory_kind */
	u8 bytes_per_pixel;             /* MEMORY_LINEAR, MEMORY_DIRECT */
	u8 bits_per_pixel;
	bool vesa;                      /* memory beyond 64 KiB is reached by banks */
	u16 segment;
	u16 line_bytes;                 /* from a scan line to the next; of the same parity in MEMORY_CGA */
	u16 char_height;
	u16 columns;
};

/* A character position: row in the high byte, column in the low one, as DX has it in INT 10h. */
typedef u16 position_t;
#define POSITION(row, column) ((position_t)((row) << 8 | (column)))
#define ROW_OF(position) ((u8)((position) >> 8))
#define COLUMN_OF(position) ((u8)(position))

struct window {
	u8 top, left, bottom, right;
};

/* A scroll as the memory kinds see it: they move or clear one line of the window (in text modes: one row). */
struct scroll {
	u32 page;                       /* offset of the page */
	u8 left, columns;               /* of characters */
	u8 attribute;
};
#define SCROLL_FILL 0xffffffffu         /* instead of the line to move from */

/* In the graphics modes bit 7 of a color asks for XOR. */
#define COLOR_XOR 0x80

void screen_current(struct screen *s);
/* Offset of a page in the mode's segment. */
u32 screen_page_offset(u32 page);

void screen_write_char(u8 page, position_t at, u8 character, u8 attribute, bool with_attribute);
/* In a text mode writes count copies by one string instruction; false in other modes. Programs clear the screen so. */
bool screen_fill_text(u8 page, position_t at, u8 character, u8 attribute, u32 count);
/* Character in the low byte, attribute in the high one (0 in graphics modes, and 00h where no glyph matches). */
u16 screen_read_char(u8 page, position_t at);
/* Moves the window's rows up by lines (down if lines is negative); 0 clears all of it. */
void screen_scroll(u8 page, struct window w, s16 lines, u8 attribute);
void screen_set_pixel(u8 page, u16 x, u16 y, u8 color);
u8 screen_get_pixel(u8 page, u16 x, u16 y);
/* Finds the character whose glyph has these rows; 0 if none. */
u8 screen_match_glyph(const u8 *rows, u16 height);

void cursor_set(u8 page, position_t at);
position_t cursor_get(u8 page);
/* Writes the CRTC's cursor location from the active page's position. */
void cursor_show(void);
/* Start and end lines as INT 10h AH=01h takes them. */
void cursor_set_shape(u8 first, u8 last);

void text_write_char(const struct screen *s, u32 page, position_t at, u8 character, u8 attribute, bool with_attribute);
void text_fill(const struct screen *s, u32 page, position_t at, u8 character, u8 attribute, u32 count);
u16 text_read_char(const struct screen *s, u32 page, position_t at);
void text_scroll_line(const struct screen *s, const struct scroll *c, u32 to, u32 from);

void cga_write_char(const struct screen *s, position_t at, u8 character, u8 color);
u8 cga_read_char(const struct screen *s, position_t at);
void cga_scroll_line(const struct screen *s, const struct scroll *c, u32 to, u32 from);
void cga_set_pixel(const struct screen *s, u16 x, u16 y, u8 color);
u8 cga_get_pixel(const struct screen *s, u16 x, u16 y);

void planar_write_char(const struct screen *s, u32 page, position_t at, u8 character, u8 color);
u8 planar_read_char(const struct screen *s, u32 page, position_t at);
void planar_scroll_line(const struct screen *s, const struct scroll *c, u32 to, u32 from);
void planar_set_pixel(const struct screen *s, u32 page, u16 x, u16 y, u8 color);
u8 planar_get_pixel(const struct screen *s, u32 page, u16 x, u16 y);

void linear_write_char(const struct screen *s, position_t at, u8 character, u8 color);
u8 linear_read_char(const struct screen *s, position_t at);
void linear_scroll_line(const struct screen *s, const struct scroll *c, u32 to, u32 from);
void linear_set_pixel(const struct screen *s, u16 x, u16 y, u8 color);
u8 linear_get_pixel(const struct screen *s, u16 x, u16 y);

#endif
