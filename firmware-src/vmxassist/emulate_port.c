/* IN and OUT. The I/O bitmap lets only accesses to the interrupt controllers trap. */
#include "emulate.h"
#include "io.h"
#include "port.h"

static int is_pic(u32 port)
{
    return (port & ~0x81u) == 0x20;     /* 20, 21, A0, A1 */
}

int port_is_pic(u16 port, u32 size)
{
    for (u32 n = 0; n < size; n++)
        if (is_pic(port + n))
            return 1;
    return 0;
}

u32 port_read(u16 port, u32 size)
{
    if (size == 1)
        return inb(port);
    return size == 2 ? inw(port) : inl(port);
}

void port_write(u16 port, u32 size, u32 value)
{
    if (port_is_pic(port, size)) {
        for (u32 n = 0; n < size; n++) {
            u16 p = (u16)(port + n);
            u8 byte = (u8)(value >> 8 * n);
            if (is_pic(p))
                pic_write(p, byte);
            else
                outb(p, byte);
        }
    } else if (size == 1) {
        outb(port, (u8)value);
    } else if (size == 2) {
        outw(port, (u16)value);
    } else {
        outl(port, value);
    }
}

int emulate_port(const struct instruction *i)
{
    u32 op = i->opcode, size = width(i);
    if ((op & ~0xBu) != 0xE4)           /* E4-E7, EC-EF */
        return 0;
    u16 port = (u16)(op & 8 ? read_reg(EDX, 2) : i->immediate & 0xFF);
    if (op & 2)
        port_write(port, size, read_reg(EAX, size));
    else
        write_reg(EAX, size, port_read(port, size));
    return 1;
}
