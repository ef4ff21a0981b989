/* What each key puts into the keyboard buffer. */
#ifndef KBD_TABLE_H
#define KBD_TABLE_H
#include "types.h"

/* Scan code and character for INT 16h; 0: nothing. */
struct key {
    u16 plain, shift, ctrl, alt;
};

#define KEY_LAST 0x58
extern const ROM struct key key_table[KEY_LAST + 1];

struct extended_key {
    u8 scan;
    u16 plain, ctrl, alt;
};
/* Keys that send E0h first; ends with scan 0. */
extern const ROM struct extended_key extended_key_table[];

#endif
