/* INT 09h, IRQ 1: scan codes become keys in the buffer and shift states. */
#include "bda.h"
#include "entry.h"
#include "handlers.h"
#include "io.h"
#include "kbc.h"
#include "kbd_buffer.h"
#include "kbd_table.h"
#include "pic.h"

/* kbd_flags0 (40:17) */
#define F0_RSHIFT 0x01
#define F0_LSHIFT 0x02
#define F0_CTRL   0x04
#define F0_ALT    0x08
#define F0_SCROLL 0x10
#define F0_NUM    0x20
#define F0_CAPS   0x40
#define F0_INSERT 0x80
/* kbd_flags1 (40:18) */
#define F1_LCTRL  0x01
#define F1_LALT   0x02
#define F1_SYSREQ 0x04
#define F1_PAUSE  0x08
/* kbd_flags2 (40:96) */
#define F2_E1     0x01
#define F2_E0     0x02
#define F2_RCTRL  0x04
#define F2_RALT   0x08

static void put_bit(int flags1, u8 bit, int on)
{
    if (flags1)
        BDA_SET(kbd_flags1, on ? BDA_GET(kbd_flags1) | bit : BDA_GET(kbd_flags1) & ~bit);
    else
        BDA_SET(kbd_flags0, on ? BDA_GET(kbd_flags0) | bit : BDA_GET(kbd_flags0) & ~bit);
}

/* Ctrl and Alt exist twice; 40:17 tells whether either is down. */
static void side_key(u8 left1, u8 right2, u8 both0, int e0, int down)
{
    if (e0)
        BDA_SET(kbd_flags2, down ? BDA_GET(kbd_flags2) | right2 : BDA_GET(kbd_flags2) & ~right2);
    else
        put_bit(1, left1, down);
    put_bit(0, both0, BDA_GET(kbd_flags1) & left1 || BDA_GET(kbd_flags2) & right2);
}

/* Caps, Num, Scroll Lock and Insert toggle when pressed; 40:18 tells whether they are down. */
static void lock_key(u8 bit, int down)
{
    if (down && !(BDA_GET(kbd_flags1) & bit))
        BDA_SET(kbd_flags0, BDA_GET(kbd_flags0) ^ bit);
    put_bit(1, bit, down);
}

static void call_break(void)
{
    struct call_regs r = { .flags = 0 };
    BDA_SET(break_flag, 0x80);
    kbd_buffer_clear();
    call_int(0x1B, &r);
    kbd_buffer_put(0);
}

static void pause(void)
{
    put_bit(1, F1_PAUSE, 1);
    pic_eoi(1);
    while (BDA_GET(kbd_flags1) & F1_PAUSE)
        irq_wait();
}

/* Returns whether the key was a shift, a lock or another key without a code. */
static int state_key(u8 scan, int e0, int down)
{
    switch (scan) {
    case 0x2A: if (!e0) put_bit(0, F0_LSHIFT, down); return 1;
    case 0x36: if (!e0) put_bit(0, F0_RSHIFT, down); return 1;
    case 0x1D: side_key(F1_LCTRL, F2_RCTRL, F0_CTRL, e0, down); return 1;
    case 0x38:
        side_key(F1_LALT, F2_RALT, F0_ALT, e0, down);
        if (!down && BDA_GET(kbd_alt_digits)) {
            u8 digits = BDA_GET(kbd_alt_digits);
            BDA_SET(kbd_alt_digits, 0);
            kbd_buffer_put(digits);
        }
        return 1;
    case 0x3A: lock_key(F0_CAPS, down); return 1;
    case 0x45:
        if (BDA_GET(kbd_flags0) & F0_CTRL && down && !e0)
            pause();
        else
            lock_key(F0_NUM, down);
        return 1;
    case 0x46:
        if (e0 || BDA_GET(kbd_flags0) & F0_CTRL) {
            if (down)
                call_break();
        } else {
            lock_key(F0_SCROLL, down);
        }
        return 1;
    case 0x54: {                        /* SysReq: Alt with Print Screen */
        struct call_regs r = { .ax = (u16)(down ? 0x8500 : 0x8501) };
        put_bit(1, F1_SYSREQ, down);
        call_int(0x15, &r);
        return 1;
    }
    }
    return 0;
}

static u16 extended_code(u8 scan, u8 flags)
{
    for (const ROM struct extended_key *k = extended_key_table; k->scan; k++)
        if (k->scan == scan)
            return flags & F0_ALT ? k->alt : flags & F0_CTRL ? k->ctrl : k->plain;
    return 0;
}

static int is_letter(u16 key)
{
    u8 c = (u8)key;
    return c >= 'a' && c <= 'z';
}

static u16 plain_code(u8 scan, u8 flags)
{
    if (scan > KEY_LAST)
        return 0;
    const ROM struct key *k = &key_table[scan];
    int shift = (flags & (F0_LSHIFT | F0_RSHIFT)) != 0;
    if (flags & F0_ALT)
        return k->alt;
    if (flags & F0_CTRL)
        return k->ctrl;
    if (flags & F0_CAPS && is_letter(k->plain))
        shift = !shift;
    if (flags & F0_NUM && scan >= 0x47 && scan <= 0x53 && scan != 0x4A && scan != 0x4E)
        shift = !shift;
    return shift ? k->shift : k->plain;
}

/* Alt with keypad digits composes a character. */
static int alt_digit(u8 scan, u8 flags)
{
    static const ROM u8 digit[] = { 7, 8, 9, 0xFF, 4, 5, 6, 0xFF, 1, 2, 3, 0 };
    if (!(flags & F0_ALT) || scan < 0x47 || scan > 0x52 || digit[scan - 0x47] == 0xFF)
        return 0;
    BDA_SET(kbd_alt_digits, BDA_GET(kbd_alt_digits) * 10 + digit[scan - 0x47]);
    return 1;
}

static void key_down(u8 scan, int e0)
{
    u8 flags = BDA_GET(kbd_flags0);
    if (BDA_GET(kbd_flags1) & F1_PAUSE) {       /* any key ends the pause and is lost */
        put_bit(1, F1_PAUSE, 0);
        return;
    }
    if (scan == 0x53 && (flags & (F0_CTRL | F0_ALT)) == (F0_CTRL | F0_ALT)) {
        BDA_SET(reset_flag, 0x1234);
        outb(KBC_STATUS, KBC_CMD_RESET);
        for (;;)
            irq_wait();
    }
    if (e0 && scan == 0x37) {
        struct call_regs r = { .flags = 0 };
        call_int(0x05, &r);
        return;
    }
    if (!e0 && alt_digit(scan, flags))
        return;
    if (scan == 0x52 && !(flags & (F0_ALT | F0_CTRL)) && (e0 || plain_code(scan, flags) == 0x5200))
        lock_key(F0_INSERT, 1);
    u16 code = e0 ? extended_code(scan, flags) : plain_code(scan, flags);
    if (code)
        kbd_buffer_put(code);
}

static void scan_code(u8 code)
{
    u8 flags2 = BDA_GET(kbd_flags2);
    if (code == 0xE0 || code == 0xE1) {
        BDA_SET(kbd_flags2, flags2 | (code == 0xE0 ? F2_E0 : F2_E1));
        return;
    }
    if (code == 0xFA || code == 0xFE || code == 0xEE || code == 0xFF || code == 0)
        return;                         /* answers to commands, overrun */
    u8 scan = code & 0x7F;
    int down = !(code & 0x80);
    if (flags2 & F2_E1) {               /* Pause: E1 1D 45 E1 9D C5 */
        if (scan == 0x45) {
            BDA_SET(kbd_flags2, flags2 & ~F2_E1);
            if (down)
                pause();
        }
        return;
    }
    int e0 = flags2 & F2_E0;
    BDA_SET(kbd_flags2, flags2 & ~F2_E0);
    if (state_key(scan, e0, down))
        return;
    if (down)
        key_down(scan, e0);
    else if (scan == 0x52)
        put_bit(1, F0_INSERT, 0);
}

void int09_keyboard_irq(struct int_regs *r)
{
    (void)r;
    if ((inb(KBC_STATUS) & 0x21) == 0x01) {
        /* INT 15h AH=4Fh may change the code, or swallow it by clearing carry. */
        struct call_regs hook = { .ax = (u16)(0x4F00 | inb(KBC_DATA)), .flags = FLAG_CF };
        call_int(0x15, &hook);
        if (hook.flags & FLAG_CF)
            scan_code(hook.al);
    }
    pic_eoi(1);
}
