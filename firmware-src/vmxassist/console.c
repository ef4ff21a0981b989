/* Messages on port E9h; in a panic on the screen too. */
#include "console.h"
#include "io.h"
#include "monitor.h"

#define DEBUG_PORT  0xE9
#define TEXT_MEMORY 0xB8000
#define COLUMNS     80
#define ROWS        25
#define ATTRIBUTE   0x4F                /* white on red */

static u32 on_screen, column, row;

void console_take_screen(void)
{
    on_screen = 1;
    for (u32 n = 0; n < ROWS * COLUMNS; n++)
        *(volatile u16 *)(TEXT_MEMORY + 2 * n) = ATTRIBUTE << 8 | ' ';
}

static void put_on_screen(char c)
{
    if (c == '\n' || column == COLUMNS) {
        column = 0;
        row++;
    }
    if (c != '\n' && row < ROWS)
        *(volatile u16 *)(TEXT_MEMORY + 2 * (row * COLUMNS + column++)) = (u16)(ATTRIBUTE << 8 | (u8)c);
}

static void put(char c)
{
    outb(DEBUG_PORT, (u8)c);
    if (on_screen)
        put_on_screen(c);
}

void print(const char *text)
{
    while (*text)
        put(*text++);
}

void print_hex(u32 value, u32 digits)
{
    while (digits-- > 0)
        put("0123456789ABCDEF"[value >> 4 * digits & 15]);
}
