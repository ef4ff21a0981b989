/* INT 17h: printers, and their discovery in POST. */
#include "bda.h"
#include "entry.h"
#include "handlers.h"
#include "io.h"
#include "log.h"
#include "post.h"
#include "timer.h"

void parallel_setup(void)
{
    static const ROM u16 ports[] = { 0x3BC, 0x378, 0x278 };
    u32 count = 0;
    for (u32 i = 0; i < COUNT_OF(ports); i++) {
        outb(ports[i], 0xAA);
        if (inb(ports[i]) != 0xAA)
            continue;
        outb(ports[i], 0x55);
        if (inb(ports[i]) == 0x55)
            poke16(BDA_SEG, (u16)(8 + 2 * count++), ports[i]);
    }
    BDA_SET(equipment, (BDA_GET(equipment) & ~0xC000) | count << 14);
    LOG("parallel ports: %d", count);
}

/* Status as the BIOS tells it: busy, acknowledge and error lines are inverted on the wire. */
static u8 status(u16 port)
{
    return (inb((u16)(port + 1)) & 0xF8) ^ 0x48;
}

static void int17_00_print(struct int_regs *r, u16 port, u8 limit)
{
    struct deadline d;
    outb(port, r->al);
    for (u32 n = (u32)limit + 1; n; n--) {
        deadline_start(&d, 50000);
        while (!(status(port) & 0x80) && !deadline_over(&d))
            ;
        if (status(port) & 0x80) {
            u8 control = inb((u16)(port + 2));
            outb((u16)(port + 2), control | 0x01);      /* strobe */
            wait_us(1);
            outb((u16)(port + 2), control & ~0x01);
            r->ah = status(port);
            return;
        }
        irq_window();
    }
    r->ah = status(port) | 0x01;
}

static void int17_01_initialize(struct int_regs *r, u16 port)
{
    outb((u16)(port + 2), 0x08);        /* INIT low */
    wait_us(100);
    outb((u16)(port + 2), 0x0C);
    r->ah = status(port);
}

void int17_printer(struct int_regs *r)
{
    u16 port = r->dx < 3 ? peek16(BDA_SEG, (u16)(8 + r->dx * 2)) : 0;
    if (!port)
        return;
    switch (r->ah) {
    case 0x00: int17_00_print(r, port, peek8(BDA_SEG, (u16)(0x78 + r->dx))); break;
    case 0x01: int17_01_initialize(r, port); break;
    case 0x02: r->ah = status(port); break;
    default: break;
    }
}
