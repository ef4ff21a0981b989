/*
 * How 16-bit C code reaches memory.
 *
 *   DS, SS  the caller's stack segment: locals, and nothing else
 *   FS      0000h: interrupt vectors and BIOS data area   -> LOWMEM objects (see bda.h)
 *   GS      CS: this ROM                                   -> ROM tables
 *   ES      scratch; every far_ helper loads it itself
 *
 * gcc's named address spaces __seg_fs and __seg_gs make LOWMEM and ROM objects ordinary C objects. A constant that
 * is not marked ROM would be looked up on the caller's stack; the linker script refuses to link one.
 */
#ifndef VGABIOS_SEGMENTS_H
#define VGABIOS_SEGMENTS_H

#include "types.h"

#define LOWMEM __seg_fs
#define ROM __seg_gs
#define ROM_TABLE const __seg_gs __attribute__((section(".romtable")))

/* A real-mode far pointer as it lies in memory: offset first. */
struct far_pointer {
	u16 offset, segment;
} PACKED;

/* Offset of a ROM object or function in this ROM's segment. */
#define ROM_OFFSET(object) ((u16)(u32)(object))

static inline u16 rom_segment(void)
{
	u16 segment;
	asm("movw %%cs, %0" : "=r"(segment));
	return segment;
}

static inline u16 stack_segment(void)
{
	u16 segment;
	asm("movw %%ss, %0" : "=r"(segment));
	return segment;
}

/*
 * Single accesses. The offset has 32 bits so that "base + constant" becomes one addressing mode; where it must wrap at
 * 64 KiB, the caller says (u16). The memory operand tells gcc the address, the ES in front of it where that is.
 */
static inline u8 far_read8(u16 segment, u32 offset)
{
	u8 value;
	asm volatile("movw %w1, %%es\n\tmovb %%es:%2, %0" : "=q"(value) : "r"(segment), "m"(*(volatile u8 *)offset));
	return value;
}

static inline u16 far_read16(u16 segment, u32 offset)
{
	u16 value;
	asm volatile("movw %w1, %%es\n\tmovw %%es:%2, %0" : "=r"(value) : "r"(segment), "m"(*(volatile u16 *)offset));
	return value;
}

static inline u32 far_read32(u16 segment, u32 offset)
{
	u32 value;
	asm volatile("movw %w1, %%es\n\tmovl %%es:%2, %0" : "=r"(value) : "r"(segment), "m"(*(volatile u32 *)offset));
	return value;
}

static inline void far_write8(u16 segment, u32 offset, u8 value)
{
	asm volatile("movw %w1, %%es\n\tmovb %2, %%es:%0" : "=m"(*(volatile u8 *)offset) : "r"(segment), "qi"(value));
}

static inline void far_write16(u16 segment, u32 offset, u16 value)
{
	asm volatile("movw %w1, %%es\n\tmovw %2, %%es:%0" : "=m"(*(volatile u16 *)offset) : "r"(segment), "ri"(value));
}

static inline void far_write32(u16 segment, u32 offset, u32 value)
{
	asm volatile("movw %w1, %%es\n\tmovl %2, %%es:%0" : "=m"(*(volatile u32 *)offset) : "r"(segment), "ri"(value));
}

/* Bulk forms, in far_memory.S: one string instruction each. They use the low 16 bits of their arguments and
 * wrap at 64 KiB as the hardware does. */
void far_fill8(u32 segment, u32 offset, u32 value, u32 count);
void far_fill16(u32 segment, u32 offset, u32 value, u32 count);
void far_copy8(u32 to_segment, u32 to_offset, u32 from_segment, u32 from_offset, u32 count);
/* By double words: not for planar memory in write mode 1, whose latches hold one byte a plane. */
void far_copy(u32 to_segment, u32 to_offset, u32 from_segment, u32 from_offset, u32 count);
/* From the last byte down, for a move to higher addresses; the offsets are those of the first bytes. */
void far_copy8_down(u32 to_segment, u32 to_offset, u32 from_segment, u32 from_offset, u32 count);

#endif
