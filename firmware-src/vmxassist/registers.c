/* The guest's registers, whole and in parts. */
#include "guest.h"

struct processor processor;

u32 read_reg(u32 n, u32 size)
{
    if (size == 4)
        return *reg32(n);
    if (size == 2)
        return *reg32(n) & 0xFFFF;
    return n < 4 ? *reg32(n) & 0xFF : *reg32(n - 4) >> 8 & 0xFF;
}

void write_reg(u32 n, u32 size, u32 value)
{
    u32 *r = size == 1 ? reg32(n & 3) : reg32(n);
    if (size == 4)
        *r = value;
    else if (size == 2)
        *r = (*r & 0xFFFF0000) | (value & 0xFFFF);
    else if (n < 4)
        *r = (*r & 0xFFFFFF00) | (value & 0xFF);
    else
        *r = (*r & 0xFFFF00FF) | (value & 0xFF) << 8;
}
