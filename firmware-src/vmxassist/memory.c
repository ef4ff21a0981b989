/* Accesses with the guest's segments: limits and rights as the processor checks them (SDM volume 3, 5.3). */
#include "memory.h"
#include "raise.h"

u32 last_offset(u32 segment)
{
    return processor.segment[segment].limit;
}

static int inside(const struct segment *s, u32 offset, u32 last)
{
    if (last < offset)
        return 0;
    if ((s->access & (ACCESS_CODE | ACCESS_DOWN)) == ACCESS_DOWN)
        return offset > s->limit && last <= (s->access & ACCESS_BIG ? 0xFFFFFFFF : 0xFFFF);
    return last <= s->limit;
}

u32 check_access(u32 segment, u32 offset, u32 size, int write)
{
    const struct segment *s = &processor.segment[segment];
    int forbidden = (s->access & ACCESS_NULL) != 0;
    if (protected_view()) {
        u32 type = s->access & (ACCESS_CODE | ACCESS_WRITABLE);
        forbidden |= write ? type != ACCESS_WRITABLE : type == ACCESS_CODE;
    }
    if (forbidden || !inside(s, offset, offset + size - 1))
        raise_fault(segment == SS ? VECTOR_SS : VECTOR_GP, 0);
    return s->base + offset;
}

u32 read_linear(u32 address, u32 size)
{
    if (size == 1)
        return *(volatile u8 *)address;
    return size == 2 ? *(volatile u16 *)address : *(volatile u32 *)address;
}

void write_linear(u32 address, u32 size, u32 value)
{
    if (size == 1)
        *(volatile u8 *)address = (u8)value;
    else if (size == 2)
        *(volatile u16 *)address = (u16)value;
    else
        *(volatile u32 *)address = value;
}

u32 read_memory(u32 segment, u32 offset, u32 size)
{
    return read_linear(check_access(segment, offset, size, 0), size);
}

void write_memory(u32 segment, u32 offset, u32 size, u32 value)
{
    write_linear(check_access(segment, offset, size, 1), size, value);
}
