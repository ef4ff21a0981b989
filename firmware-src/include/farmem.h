/* Memory outside the firmware's own data segment: any seg:off of real mode.
 *
 * C code runs with DS = ES = SS = the firmware's own segment, so an ordinary pointer can only
 * reach the firmware's variables and stack. Everything else goes through FS, which belongs to
 * nobody: each helper below loads it anew, nothing may rely on its value from before.        */
#ifndef FARMEM_H
#define FARMEM_H
#include "types.h"

static inline void fs_set(u16 seg)
{
    __asm__ volatile("movw %0, %%fs" : : "rm"(seg) : "memory");
}

static inline u8 peek8(u16 seg, u16 off)
{
    fs_set(seg);
    return *(const volatile u8 FAR *)(u32)off;
}

static inline u16 peek16(u16 seg, u16 off)
{
    fs_set(seg);
    return *(const volatile u16 FAR *)(u32)off;
}

static inline u32 peek32(u16 seg, u16 off)
{
    fs_set(seg);
    return *(const volatile u32 FAR *)(u32)off;
}

static inline void poke8(u16 seg, u16 off, u8 v)
{
    fs_set(seg);
    *(volatile u8 FAR *)(u32)off = v;
}

static inline void poke16(u16 seg, u16 off, u16 v)
{
    fs_set(seg);
    *(volatile u16 FAR *)(u32)off = v;
}

static inline void poke32(u16 seg, u16 off, u32 v)
{
    fs_set(seg);
    *(volatile u32 FAR *)(u32)off = v;
}

/* Copies `count` bytes between segments, upwards. */
static inline void far_copy(u16 dseg, u16 doff, u16 sseg, u16 soff, u16 count)
{
    u32 edi = doff, esi = soff, ecx = count;
    __asm__ volatile("pushw %%ds\n\tpushw %%es\n\tmovw %w3, %%es\n\tmovw %w4, %%ds\n\tcld\n\t"
                     "rep movsb\n\tpopw %%es\n\tpopw %%ds"
                     : "+D"(edi), "+S"(esi), "+c"(ecx) : "a"(dseg), "d"(sseg) : "memory");
}

static inline void far_fill(u16 seg, u16 off, u8 value, u16 count)
{
    u32 edi = off, ecx = count;
    __asm__ volatile("pushw %%es\n\tmovw %w2, %%es\n\tcld\n\trep stosb\n\tpopw %%es"
                     : "+D"(edi), "+c"(ecx) : "d"(seg), "a"(value) : "memory");
}

/* The segment in which the firmware's variables (and the addresses of locals) lie. */
static inline u16 data_segment(void)
{
    u16 v;
    __asm__("movw %%ds, %0" : "=r"(v));
    return v;
}

/* An ordinary pointer's offset in data_segment(). */
static inline u16 data_offset(const volatile void *p)
{
    return (u16)(u32)p;
}

#endif
