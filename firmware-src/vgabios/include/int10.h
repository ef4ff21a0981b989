/* The INT 10h functions, a handler each: int10_AH_what it does. */
#ifndef VGABIOS_INT10_H
#define VGABIOS_INT10_H

#include "frame.h"

void int10_00_set_mode(struct frame *f);
void int10_01_set_cursor_shape(struct frame *f);
void int10_02_set_cursor_position(struct frame *f);
void int10_03_get_cursor_position(struct frame *f);
void int10_04_read_light_pen(struct frame *f);
void int10_05_select_page(struct frame *f);
void int10_06_scroll_up(struct frame *f);
void int10_07_scroll_down(struct frame *f);
void int10_08_read_character(struct frame *f);
void int10_09_write_character_and_attribute(struct frame *f);
void int10_0a_write_character(struct frame *f);
void int10_0b_set_cga_palette(struct frame *f);
void int10_0c_write_pixel(struct frame *f);
void int10_0d_read_pixel(struct frame *f);
void int10_0e_teletype(struct frame *f);
void int10_0f_get_mode(struct frame *f);
void int10_10_palette(struct frame *f);
void int10_11_fonts(struct frame *f);
void int10_12_alternate_select(struct frame *f);
void int10_13_write_string(struct frame *f);
void int10_1a_display_combination(struct frame *f);
void int10_1b_functionality_state(struct frame *f);
void int10_1c_save_restore(struct frame *f);
void int10_4f_vesa(struct frame *f);

/* What AH=0Eh and AH=13h do with one character: writes it, moves the cursor, scrolls at the bottom. */
void teletype(u8 page, u8 character, u8 attribute, bool with_attribute);
void select_page(u8 page);

#endif
