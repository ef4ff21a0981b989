/* INT 15h AH=24h: the A20 gate, by system control port A (92h). */
#include "a20.h"
#include "int15.h"
#include "io.h"

int a20_set(int on)
{
    u8 old = inb(0x92);
    outb(0x92, (u8)((old & ~3) | (on ? 2 : 0)));
    return old >> 1 & 1;
}


void int15_24_a20(struct int_regs *r)
{
    switch (r->al) {
    case 0:
    case 1:
        a20_set(r->al);
        break;
    case 2:
        r->al = inb(0x92) >> 1 & 1;
        break;
    case 3:
        r->bx = 3;                      /* keyboard controller and port 92h */
        break;
    default:
        int15_fail(r, INT15_UNSUPPORTED);
        return;
    }
    int15_ok(r);
}
