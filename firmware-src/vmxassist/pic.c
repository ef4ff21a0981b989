/* The 8259A pair. The hypervisor has moved its vectors behind the exceptions; the guest's ICW2 is kept from
 * the chips and remembered instead (8259A datasheet: ICW1 has D4 set, ICW2 is the next byte at A0 = 1). */
#include "port.h"
#include "layout.h"
#include "io.h"

#define ICW1 0x10

static u8 expects_icw2[2];
static u8 base[2] = { 0x08, 0x70 };     /* IBM PC/AT */
static u8 given[2];

static u32 controller_of(u16 port)
{
    return port >= 0xA0;
}

void pic_write(u16 port, u8 value)
{
    u32 n = controller_of(port);
    if (!(port & 1)) {
        if (value & ICW1)
            expects_icw2[n] = 1;
    } else if (expects_icw2[n]) {
        expects_icw2[n] = 0;
        base[n] = value & 0xF8;
        given[n] = 1;
        value = (u8)(FIRST_IRQ + 8 * n);
    }
    outb(port, value);
}

u32 pic_vector(u32 line)
{
    return base[line >> 3] + (line & 7);
}

u8 pic_given_base(u32 controller)
{
    /* Bit 0 tells a base of 0 from none. The hypervisor takes bits 3 to 7. */
    return given[controller] ? base[controller] | 1 : 0;
}

void pic_enter_real_mode(void)
{
    given[0] = given[1] = 0;
}
