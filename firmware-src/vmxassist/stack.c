/* Pushes and pops by SP or ESP, as SS.B says. */
#include "stack.h"
#include "memory.h"

u32 stack_mask(void)
{
    return processor.segment[SS].access & ACCESS_BIG ? 0xFFFFFFFF : 0xFFFF;
}

void move_stack(u32 bytes)
{
    u32 mask = stack_mask();
    guest.esp = (guest.esp & ~mask) | ((guest.esp + bytes) & mask);
}

void push(u32 size, u32 value)
{
    write_memory(SS, (guest.esp - size) & stack_mask(), size, value);
    move_stack(-size);
}

u32 peek_stack(u32 size, u32 depth)
{
    return read_memory(SS, (guest.esp + depth) & stack_mask(), size);
}

u32 pop(u32 size)
{
    u32 value = peek_stack(size, 0);
    move_stack(size);
    return value;
}
