/* Integer types of the firmware and the attributes its sources use. */
#ifndef TYPES_H
#define TYPES_H

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef signed char s8;
typedef short s16;
typedef int s32;

#define PACKED __attribute__((packed))
#define NORETURN __attribute__((noreturn))
#define ALIGNED(n) __attribute__((aligned(n)))

/* An object in the ROM, read through GS (which holds the code segment while C runs):
 *     static const ROM char text[] = "...";                                         */
#define ROM __seg_gs
/* A place in any segment, read through FS after fs_set(). See farmem.h. */
#define FAR __seg_fs

#define COUNT_OF(a) (sizeof(a) / sizeof((a)[0]))
#define offset_of(type, field) __builtin_offsetof(type, field)

#endif
