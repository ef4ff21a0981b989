/* 8259 set-up and the handler of interrupts that nobody claims (IBM AT BIOS "temporary interrupt service"). */
#include "pic.h"
#include "bda.h"
#include "entry.h"
#include "handlers.h"
#include "io.h"
#include "post.h"

void pic_setup(void)
{
    outb(0x20, 0x11);           /* ICW1: cascade, edge triggered, ICW4 follows */
    outb(0xA0, 0x11);
    outb(0x21, 0x08);           /* ICW2: vectors 08h and 70h */
    outb(0xA1, 0x70);
    outb(0x21, 0x04);           /* ICW3: slave at IR2 */
    outb(0xA1, 0x02);
    outb(0x21, 0x01);           /* ICW4: 8086 mode */
    outb(0xA1, 0x01);
    outb(0x21, 0xB8);           /* timer, keyboard, cascade, floppy */
    outb(0xA1, 0xFF);
    pic_unmask(9);
}

void pic_eoi(u8 irq)
{
    if (irq >= 8)
        outb(0xA0, 0x20);
    outb(0x20, 0x20);
}

void pic_unmask(u8 irq)
{
    u16 port = irq < 8 ? 0x21 : 0xA1;
    outb(port, (u8)(inb(port) & ~(1 << (irq & 7))));
}

void pic_mask(u8 irq)
{
    u16 port = irq < 8 ? 0x21 : 0xA1;
    outb(port, (u8)(inb(port) | 1 << (irq & 7)));
}

/* Masks an interrupt line that has no handler, and notes it at 40:6B as IBM's BIOS did. */
void stray_irq(struct int_regs *r)
{
    (void)r;
    outb(0x20, 0x0B);           /* OCW3: read the in-service register */
    u8 master = inb(0x20);
    outb(0xA0, 0x0B);
    u8 slave = inb(0xA0);
    BDA_SET(stray_interrupt, 0xFF);
    if (!master)
        return;                 /* a software INT, or a spurious interrupt */
    u8 line = master & 0xFB ? master & 0xFB : slave;
    BDA_SET(stray_interrupt, line);
    if (master & 0xFB) {
        outb(0x21, inb(0x21) | (master & 0xFB));
    } else {
        outb(0xA1, inb(0xA1) | slave);
        outb(0xA0, 0x20);
    }
    outb(0x20, 0x20);
}
