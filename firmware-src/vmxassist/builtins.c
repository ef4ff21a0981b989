/* What gcc expects of every environment. By dwords: sizes here are small and mostly whole ones. */
#include "types.h"

void *memcpy(void *to, const void *from, u32 size);
void *memset(void *to, int value, u32 size);

void *memcpy(void *to, const void *from, u32 size)
{
    void *d = to;
    u32 words = size >> 2, bytes = size & 3;
    __asm__ volatile("rep movsl" : "+D"(d), "+S"(from), "+c"(words) : : "memory");
    __asm__ volatile("rep movsb" : "+D"(d), "+S"(from), "+c"(bytes) : : "memory");
    return to;
}

void *memset(void *to, int value, u32 size)
{
    void *d = to;
    u32 words = size >> 2, bytes = size & 3;
    u32 pattern = (value & 0xFF) * 0x01010101u;
    __asm__ volatile("rep stosl" : "+D"(d), "+c"(words) : "a"(pattern) : "memory");
    __asm__ volatile("rep stosb" : "+D"(d), "+c"(bytes) : "a"(pattern) : "memory");
    return to;
}
