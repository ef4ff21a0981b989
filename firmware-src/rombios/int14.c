/* INT 14h: serial ports, and their discovery in POST. */
#include "bda.h"
#include "entry.h"
#include "handlers.h"
#include "io.h"
#include "log.h"
#include "post.h"
#include "timer.h"

#define UART_IER 1
#define UART_IIR 2
#define UART_LCR 3
#define UART_MCR 4
#define UART_LSR 5
#define UART_MSR 6

static const ROM u16 divisors[] = { 1047, 768, 384, 192, 96, 48, 24, 12 };

void serial_setup(void)
{
    static const ROM u16 ports[] = { 0x3F8, 0x2F8, 0x3E8, 0x2E8 };
    u32 count = 0;
    for (u32 i = 0; i < COUNT_OF(ports); i++) {
        outb((u16)(ports[i] + UART_IER), 0x02);
        u8 ier = inb((u16)(ports[i] + UART_IER)), iir = inb((u16)(ports[i] + UART_IIR));
        outb((u16)(ports[i] + UART_IER), 0);
        if (ier != 0x02 || (iir & 0x30) != 0)
            continue;
        poke16(BDA_SEG, (u16)(count * 2), ports[i]);
        outb((u16)(ports[i] + UART_LCR), 0x83);
        outb(ports[i], 12);             /* 9,600 */
        outb((u16)(ports[i] + 1), 0);
        outb((u16)(ports[i] + UART_LCR), 0x03);
        count++;
    }
    BDA_SET(equipment, (BDA_GET(equipment) & ~0x0E00) | count << 9);
    LOG("serial ports: %d", count);
}

/* Waits until (port) & mask == mask; the limit is 40:7C in units of about 1/18 s. */
static int await(u16 port, u8 mask, u8 limit)
{
    for (u32 n = (u32)limit + 1; n; n--) {
        struct deadline d;
        deadline_start(&d, 50000);
        do {
            if ((inb(port) & mask) == mask)
                return 1;
        } while (!deadline_over(&d));
        irq_window();
    }
    return 0;
}

static void set_status(struct int_regs *r, u16 port)
{
    r->ah = inb((u16)(port + UART_LSR));
    r->al = inb((u16)(port + UART_MSR));
}

static void int14_00_initialize(struct int_regs *r, u16 port)
{
    u16 divisor = divisors[r->al >> 5];
    outb((u16)(port + UART_LCR), (u8)((r->al & 0x1F) | 0x80));
    outb(port, (u8)divisor);
    outb((u16)(port + 1), (u8)(divisor >> 8));
    outb((u16)(port + UART_LCR), r->al & 0x1F);
    outb((u16)(port + UART_IER), 0);
    set_status(r, port);
}

static void int14_01_send(struct int_regs *r, u16 port, u8 limit)
{
    outb((u16)(port + UART_MCR), 0x03);
    int sent = await((u16)(port + UART_MSR), 0x30, limit) && await((u16)(port + UART_LSR), 0x20, limit);
    if (sent)
        outb(port, r->al);
    r->ah = (u8)((inb((u16)(port + UART_LSR)) & 0x7F) | (sent ? 0 : 0x80));
}

static void int14_02_receive(struct int_regs *r, u16 port, u8 limit)
{
    outb((u16)(port + UART_MCR), 0x01);
    if (await((u16)(port + UART_LSR), 0x01, limit)) {
        r->ah = inb((u16)(port + UART_LSR)) & 0x1E;
        r->al = inb(port);
    } else {
        r->ah = 0x80 | (inb((u16)(port + UART_LSR)) & 0x7F);
    }
}

/* Extended functions: AL break, BH parity, BL stop bits, CH data bits, CL rate. */
static void int14_04_initialize_extended(struct int_regs *r, u16 port)
{
    static const ROM u8 parity[] = { 0x00, 0x08, 0x18, 0x28, 0x38 };
    static const ROM u16 rates[] = { 1047, 768, 384, 192, 96, 48, 24, 12, 6 };
    if (r->bh >= COUNT_OF(parity) || r->cl >= COUNT_OF(rates))
        return;
    u8 lcr = (u8)((r->ch & 3) | (r->bl ? 0x04 : 0) | parity[r->bh] | (r->al ? 0x40 : 0));
    outb((u16)(port + UART_LCR), lcr | 0x80);
    outb(port, (u8)rates[r->cl]);
    outb((u16)(port + 1), (u8)(rates[r->cl] >> 8));
    outb((u16)(port + UART_LCR), lcr);
    set_status(r, port);
}

static void int14_05_modem_control(struct int_regs *r, u16 port)
{
    if (r->al == 1)
        outb((u16)(port + UART_MCR), r->bl);
    r->bl = inb((u16)(port + UART_MCR));
    set_status(r, port);
}

void int14_serial(struct int_regs *r)
{
    u16 port = r->dx < 4 ? peek16(BDA_SEG, (u16)(r->dx * 2)) : 0;
    if (!port)
        return;
    u8 limit = peek8(BDA_SEG, (u16)(0x7C + r->dx));
    switch (r->ah) {
    case 0x00: int14_00_initialize(r, port); break;
    case 0x01: int14_01_send(r, port, limit); break;
    case 0x02: int14_02_receive(r, port, limit); break;
    case 0x03: set_status(r, port); break;
    case 0x04: int14_04_initialize_extended(r, port); break;
    case 0x05: int14_05_modem_control(r, port); break;
    default: break;
    }
}
