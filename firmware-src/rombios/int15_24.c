/* INT 15h AH=24h: the A20 gate. Two outputs are ORed to it (82371SB datasheet, "A20M#"): the keyboard
 * controller's, which is set after its self-test, and system control port A's (92h), which is quicker.  */
#include "a20.h"
#include "farmem.h"
#include "int15.h"
#include "io.h"
#include "kbc.h"

#define OUTPUT_PORT_A20_LOW 0xDD        /* reset line and interrupts stay as they are after the self-test */

int a20_set(int on)
{
    u8 old = inb(0x92);
    outb(0x92, (u8)((old & ~3) | (on ? 2 : 0)));
    return old >> 1 & 1;
}

/* Whichever output it is that counts: a word that nobody uses, the intra-application area's, and the one 1 MiB above it. */
static int a20_is_open(void)
{
    u16 low = peek16(0, 0x4F0), high = peek16(0xFFFF, 0x500);
    poke16(0, 0x4F0, (u16)~low);
    int open = peek16(0xFFFF, 0x500) == high;
    poke16(0, 0x4F0, low);
    return open;
}

static void a20_close(void)
{
    a20_set(0);
    if (a20_is_open() && kbc_command(KBC_CMD_WRITE_OUTPUT))
        kbc_send(OUTPUT_PORT_A20_LOW);
}

void int15_24_a20(struct int_regs *r)
{
    switch (r->al) {
    case 0: a20_close(); break;
    case 1: a20_set(1); break;
    case 2: r->al = (u8)a20_is_open(); break;
    case 3: r->bx = 3; break;           /* keyboard controller and port 92h */
    default:
        int15_fail(r, INT15_UNSUPPORTED);
        return;
    }
    int15_ok(r);
}
