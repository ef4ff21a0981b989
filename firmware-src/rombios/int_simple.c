/* The interrupts that answer from the BIOS data area, and those that only acknowledge. */
#include "bda.h"
#include "entry.h"
#include "handlers.h"
#include "io.h"
#include "log.h"
#include "pic.h"

void int02_nmi(struct int_regs *r)
{
    LOG("NMI at %04x:%04x, port 61h = %02x", r->cs, r->ip, inb(0x61));
}

void int11_equipment(struct int_regs *r)
{
    r->ax = BDA_GET(equipment);
}

void int12_memory_size(struct int_regs *r)
{
    r->ax = BDA_GET(base_memory_kib);
}

/* IRQ 13: the coprocessor's error goes to NMI's vector, for programs written for the PC. */
void int75_fpu_irq(struct int_regs *r)
{
    (void)r;
    outb(0xF0, 0);
    pic_eoi(13);
    struct call_regs nmi = { .flags = 0 };
    call_int(0x02, &nmi);
}

void int76_ide_irq(struct int_regs *r)
{
    (void)r;
    BDA_SET(disk_interrupt, 0xFF);
    pic_eoi(14);
}

void int77_ide_irq(struct int_regs *r)
{
    (void)r;
    pic_eoi(15);
}
