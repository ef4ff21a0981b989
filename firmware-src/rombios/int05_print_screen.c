/* INT 05h: the text screen to the first printer (IBM AT Technical Reference, "Print screen"). The byte at 0050:0000 is
 * 1 meanwhile, which keeps the key from starting it again, then 0, or FFh after an error of the printer.            */
#include "bda.h"
#include "entry.h"
#include "handlers.h"

#define STATUS_SEG 0x0050
#define BUSY       0x01
#define FAILED     0xFF
#define PRINTER_ERRORS 0x29             /* no paper, I/O error, time-out */

static int print(u8 character)
{
    struct call_regs r = { .ax = character, .dx = 0, .flags = FLAG_IF };
    call_int(0x17, &r);
    return !(r.ah & PRINTER_ERRORS);
}

static int print_line_end(void)
{
    return print('\r') && print('\n');
}

static void set_cursor(u8 page, u16 position)
{
    struct call_regs r = { .ax = 0x0200, .bx = (u16)(page << 8), .dx = position, .flags = FLAG_IF };
    call_int(0x10, &r);
}

static int print_row(u8 page, u8 row, u8 columns)
{
    for (u8 column = 0; column < columns; column++) {
        struct call_regs r = { .ax = 0x0800, .bx = (u16)(page << 8), .flags = FLAG_IF };
        set_cursor(page, (u16)(row << 8 | column));
        call_int(0x10, &r);
        if (!print(r.al ? r.al : ' '))
            return 0;
    }
    return print_line_end();
}

void int05_print_screen(struct int_regs *r)
{
    (void)r;
    if (peek8(STATUS_SEG, 0) == BUSY)
        return;
    poke8(STATUS_SEG, 0, BUSY);
    struct call_regs mode = { .ax = 0x0F00, .flags = FLAG_IF };
    call_int(0x10, &mode);
    struct call_regs cursor = { .ax = 0x0300, .bx = (u16)(mode.bh << 8), .flags = FLAG_IF };
    call_int(0x10, &cursor);
    u8 rows = (u8)(BDA_GET(video_rows_minus_1) + 1);
    int good = print_line_end();
    for (u8 row = 0; good && row < rows; row++)
        good = print_row(mode.bh, row, mode.ah);
    set_cursor(mode.bh, cursor.dx);
    poke8(STATUS_SEG, 0, good ? 0 : FAILED);
}
