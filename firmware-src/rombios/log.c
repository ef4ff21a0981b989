/* Formatting of messages for the debug console (port E9h) and the screen (INT 10h AH=0Eh). */
#include "log.h"
#include "entry.h"
#include <stdarg.h>

typedef void sink(char c);

static void e9_char(char c)
{
    outb(0xE9, (u8)c);
}

void screen_char(char c)
{
    struct call_regs r = { .ax = (u16)(0x0E00 | (u8)c), .bx = 0x0007 };
    if (c == '\n') {
        struct call_regs cr = { .ax = 0x0E0D, .bx = 0x0007 };
        call_int(0x10, &cr);
    }
    call_int(0x10, &r);
}

static void both_char(char c)
{
    e9_char(c);
    screen_char(c);
}

static void put_number(sink *put, u32 value, u32 base, int width, char pad)
{
    char digits[12];
    int n = 0;
    do {
        u32 d = value % base;
        digits[n++] = (char)(d < 10 ? '0' + d : 'A' + d - 10);
        value /= base;
    } while (value);
    while (width-- > n)
        put(pad);
    while (n)
        put(digits[--n]);
}

static void format_to(sink *put, const ROM char *f, va_list args)
{
    for (char c; (c = *f++) != 0; ) {
        if (c != '%') {
            put(c);
            continue;
        }
        char pad = ' ';
        int width = 0;
        c = *f++;
        if (c == '0') {
            pad = '0';
            c = *f++;
        }
        for (; c >= '0' && c <= '9'; c = *f++)
            width = width * 10 + c - '0';
        if (c == 's') {
            const ROM char *s = va_arg(args, const ROM char *);
            while (*s)
                put(*s++);
        } else if (c == 'S') {
            const char *s = va_arg(args, const char *);
            while (*s)
                put(*s++);
        } else if (c == 'c') {
            put((char)va_arg(args, int));
        } else if (c == 'x') {
            put_number(put, va_arg(args, u32), 16, width, pad);
        } else {
            put_number(put, va_arg(args, u32), 10, width, pad);
        }
    }
}

void log_print(const ROM char *format, ...)
{
    va_list args;
    va_start(args, format);
    format_to(e9_char, format, args);
    va_end(args);
}

void screen_print(const ROM char *format, ...)
{
    va_list args;
    va_start(args, format);
    format_to(both_char, format, args);
    va_end(args);
}
