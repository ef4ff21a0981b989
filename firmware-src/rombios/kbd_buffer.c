/* The keyboard's ring buffer: words between 40:80 and 40:82, head at 40:1A, tail at 40:1C. */
#include "kbd_buffer.h"
#include "bda.h"

static u16 advance(u16 position)
{
    position += 2;
    return position >= BDA_GET(kbd_buffer_end) ? BDA_GET(kbd_buffer_start) : position;
}

int kbd_buffer_put(u16 key)
{
    u16 tail = BDA_GET(kbd_tail);
    u16 next = advance(tail);
    if (next == BDA_GET(kbd_head))
        return 0;
    poke16(BDA_SEG, tail, key);
    BDA_SET(kbd_tail, next);
    return 1;
}

u16 kbd_buffer_get(int take, int *found)
{
    u16 head = BDA_GET(kbd_head);
    *found = head != BDA_GET(kbd_tail);
    if (!*found)
        return 0;
    u16 key = peek16(BDA_SEG, head);
    if (take)
        BDA_SET(kbd_head, advance(head));
    return key;
}

void kbd_buffer_clear(void)
{
    u16 start = BDA_GET(kbd_buffer_start);
    BDA_SET(kbd_head, start);
    BDA_SET(kbd_tail, start);
}
