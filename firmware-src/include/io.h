/* Port input and output. */
#ifndef IO_H
#define IO_H
#include "types.h"

static inline u8 inb(u16 port)
{
    u8 v;
    __asm__ volatile("inb %1, %0" : "=a"(v) : "Nd"(port));
    return v;
}

static inline u16 inw(u16 port)
{
    u16 v;
    __asm__ volatile("inw %1, %0" : "=a"(v) : "Nd"(port));
    return v;
}

static inline u32 inl(u16 port)
{
    u32 v;
    __asm__ volatile("inl %1, %0" : "=a"(v) : "Nd"(port));
    return v;
}

static inline void outb(u16 port, u8 v)
{
    __asm__ volatile("outb %0, %1" : : "a"(v), "Nd"(port));
}

static inline void outw(u16 port, u16 v)
{
    __asm__ volatile("outw %0, %1" : : "a"(v), "Nd"(port));
}

static inline void outl(u16 port, u32 v)
{
    __asm__ volatile("outl %0, %1" : : "a"(v), "Nd"(port));
}

/* Reads `count` words from a port to seg:off. The range must not pass the segment's end. */
static inline void insw_far(u16 port, u16 seg, u16 off, u16 count)
{
    u32 edi = off, ecx = count;
    __asm__ volatile("pushw %%es\n\tmovw %w3, %%es\n\tcld\n\trep insw\n\tpopw %%es"
                     : "+D"(edi), "+c"(ecx) : "d"(port), "a"(seg) : "memory");
}

/* Writes `count` words from seg:off to a port. */
static inline void outsw_far(u16 port, u16 seg, u16 off, u16 count)
{
    u32 esi = off, ecx = count;
    __asm__ volatile("pushw %%ds\n\tmovw %w3, %%ds\n\tcld\n\trep outsw\n\tpopw %%ds"
                     : "+S"(esi), "+c"(ecx) : "d"(port), "a"(seg) : "memory");
}

#endif
