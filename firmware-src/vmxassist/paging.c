/* The page tables of a guest that clears PG and PE in one instruction: that instruction still lies behind them. */
#include "memory.h"
#include "raise.h"

#define PRESENT 1u
#define LARGE   0x80u

static u32 entry_at(u32 address)
{
    u32 entry = read_linear(address, 4);
    if (!(entry & PRESENT))
        raise_fault(VECTOR_PF, 0);
    return entry;
}

static u32 translate_pae(u32 linear)
{
    u32 table = entry_at((processor.cr3 & ~31u) + (linear >> 30) * 8) & ~0xFFFu;
    u32 directory = entry_at(table + (linear >> 21 & 511) * 8);
    if (directory & LARGE)
        return (directory & ~0x1FFFFFu) | (linear & 0x1FFFFF);
    return (entry_at((directory & ~0xFFFu) + (linear >> 12 & 511) * 8) & ~0xFFFu) | (linear & 0xFFF);
}

u32 translate(u32 linear)
{
    if (processor.cr4 & CR4_PAE)
        return translate_pae(linear);
    u32 directory = entry_at((processor.cr3 & ~0xFFFu) + (linear >> 22) * 4);
    if (processor.cr4 & CR4_PSE && directory & LARGE)
        return (directory & ~0x3FFFFFu) | (linear & 0x3FFFFF);
    return (entry_at((directory & ~0xFFFu) + (linear >> 12 & 1023) * 4) & ~0xFFFu) | (linear & 0xFFF);
}
