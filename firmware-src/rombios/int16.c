/* INT 16h: the keyboard's functions. */
#include "bda.h"
#include "entry.h"
#include "handlers.h"
#include "kbc.h"
#include "kbd_buffer.h"

/* AH=00h and 01h hide what the 84-key keyboard did not have: returns 0 for keys to skip. */
static int as_84_key(u16 *key)
{
    u8 scan = (u8)(*key >> 8), c = (u8)*key;
    if (scan == 0xE0) {                 /* keypad Enter and / */
        *key = (u16)((c == '/' ? 0x3500 : 0x1C00) | c);
        return 1;
    }
    if (c == 0xE0 && scan) {            /* grey cursor keys */
        *key = (u16)(scan << 8);
        return scan <= 0x84;
    }
    if (c == 0xF0 && scan)
        return 0;
    return !(scan > 0x84 && c == 0);
}

static u16 as_101_key(u16 key)
{
    if ((u8)key == 0xF0 && key >> 8)
        return key & 0xFF00;
    return key;
}

static void read_key(struct int_regs *r, int enhanced)
{
    for (;;) {
        int found;
        u16 key = kbd_buffer_get(1, &found);
        if (!found) {
            irq_wait();
            kbd_set_leds();
            continue;
        }
        if (enhanced) {
            r->ax = as_101_key(key);
            return;
        }
        if (as_84_key(&key)) {
            r->ax = key;
            return;
        }
    }
}

static void check_key(struct int_regs *r, int enhanced)
{
    int found;
    irq_window();
    kbd_set_leds();
    for (;;) {
        u16 key = kbd_buffer_get(0, &found);
        if (!found) {
            set_zero(r, 1);
            return;
        }
        if (enhanced)
            key = as_101_key(key);
        else if (!as_84_key(&key)) {
            kbd_buffer_get(1, &found);
            continue;
        }
        r->ax = key;
        set_zero(r, 0);
        return;
    }
}

static void int16_02_shift_flags(struct int_regs *r)
{
    r->al = BDA_GET(kbd_flags0);
}

static void int16_12_extended_shift_flags(struct int_regs *r)
{
    u8 f1 = BDA_GET(kbd_flags1), f2 = BDA_GET(kbd_flags2);
    r->al = BDA_GET(kbd_flags0);
    /* left Ctrl, left Alt, right Ctrl, right Alt, then the four lock keys that are down, SysReq */
    r->ah = (u8)((f1 & 0x73) | (f2 & 0x0C) | (f1 & 0x04 ? 0x80 : 0));
}

static void int16_03_typematic(struct int_regs *r)
{
    u8 rate = r->al == 5 ? (u8)((r->bh & 3) << 5 | (r->bl & 0x1F)) : 0x2B;
    if (r->al > 5)
        return;
    if (kbd_send(0xF3))
        kbd_send(rate);
}

static void int16_05_store_key(struct int_regs *r)
{
    r->al = kbd_buffer_put(r->cx) ? 0 : 1;
}

static void int16_0a_keyboard_id(struct int_regs *r)
{
    r->bx = 0x41AB;                     /* translated set 2 of a 101-key keyboard */
}

void int16_keyboard(struct int_regs *r)
{
    switch (r->ah) {
    case 0x00: read_key(r, 0); break;
    case 0x01: check_key(r, 0); break;
    case 0x02: int16_02_shift_flags(r); break;
    case 0x03: int16_03_typematic(r); break;
    case 0x05: int16_05_store_key(r); break;
    case 0x09: r->al = 0x26; break;     /* functions: 0Ah, 03h subfunction 5, and 10h-12h */
    case 0x0A: int16_0a_keyboard_id(r); break;
    case 0x10: read_key(r, 1); break;
    case 0x11: check_key(r, 1); break;
    case 0x12: int16_12_extended_shift_flags(r); break;
    default: break;
    }
}
