/* Fixed-width integers; the names say the width in bits. */
#ifndef VGABIOS_TYPES_H
#define VGABIOS_TYPES_H

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef signed short s16;
typedef _Bool bool;
#define true 1
#define false 0
#define PACKED __attribute__((packed))
#define ARRAY_LENGTH(a) (sizeof(a) / sizeof((a)[0]))

#endif
