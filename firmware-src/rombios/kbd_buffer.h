/* The keyboard's ring buffer in the BIOS data area. */
#ifndef KBD_BUFFER_H
#define KBD_BUFFER_H
#include "types.h"

/* Returns 0 if the buffer is full. */
int kbd_buffer_put(u16 key);
/* The oldest key, or 0 with *found = 0. `take` removes it. */
u16 kbd_buffer_get(int take, int *found);
void kbd_buffer_clear(void);

#endif
