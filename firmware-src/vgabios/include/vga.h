/* The VGA's registers (IBM PS/2 Video Subsystem Technical Reference). */
#ifndef VGABIOS_VGA_H
#define VGABIOS_VGA_H

#include "bda.h"
#include "ports.h"

#define PORT_ATTRIBUTE 0x3c0            /* index and data, in turn */
#define PORT_ATTRIBUTE_READ 0x3c1
#define PORT_MISC_WRITE 0x3c2
#define PORT_VIDEO_SUBSYSTEM_ENABLE 0x3c3
#define PORT_SEQUENCER 0x3c4
#define PORT_DAC_MASK 0x3c6
#define PORT_DAC_READ_INDEX 0x3c7
#define PORT_DAC_WRITE_INDEX 0x3c8
#define PORT_DAC_DATA 0x3c9
#define PORT_MISC_READ 0x3cc
#define PORT_GRAPHICS 0x3ce
#define PORT_CRTC_COLOR 0x3d4
#define PORT_CRTC_MONO 0x3b4
#define STATUS_FROM_CRTC 6              /* input status 1 lies 6 above the CRTC's index port */

#define ATTRIBUTE_VIDEO_ENABLE 0x20     /* bit 5 of the index: the screen shows, the palette is closed to the CPU */
#define ATTRIBUTE_MODE_CONTROL 0x10
#define ATTRIBUTE_OVERSCAN 0x11
#define ATTRIBUTE_COLOR_SELECT 0x14

#define SEQUENCER_REGISTERS 5
#define CRTC_REGISTERS 25
#define ATTRIBUTE_REGISTERS 21
#define GRAPHICS_REGISTERS 9

/* Reads and writes of an index and data register pair at port and port+1. */
static inline void indexed_write(u16 port, u8 index, u8 value)
{
	out16(port, (u16)(value << 8 | index));
}

static inline u8 indexed_read(u16 port, u8 index)
{
	out8(port, index);
	return in8(port + 1);
}

static inline u16 crtc_port(void)
{
	return bda.crtc_port;
}

u8 attribute_read(u32 index);
void attribute_write(u32 index, u32 value);
/* Makes port 3C0h expect an index. */
void attribute_reset(void);
/* Ends a run of accesses: gives the palette back to the display. */
void attribute_show(void);

struct rgb {
	u8 red, green, blue;            /* 0..63 */
};

struct rgb dac_read(u32 index);
void dac_write(u32 index, struct rgb color);
/* 30 % red, 59 % green, 11 % blue, as the technical reference says. */
struct rgb dac_gray_of(struct rgb color);
/* Replaces count registers from first by their grays. */
void dac_sum_to_gray(u32 first, u32 count);

#endif
