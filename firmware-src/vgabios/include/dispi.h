/* The Bochs display interface: index at port 1CEh, data at port 1CFh, both 16 bits wide (Bochs, "VBE DISPI"). */
#ifndef VGABIOS_DISPI_H
#define VGABIOS_DISPI_H

#include "ports.h"
#include "segments.h"

#define PORT_DISPI_INDEX 0x1ce
#define PORT_DISPI_DATA 0x1cf

enum dispi_register {
	DISPI_ID,                       /* B0C0h to B0C5h */
	DISPI_X_RESOLUTION,
	DISPI_Y_RESOLUTION,
	DISPI_BITS_PER_PIXEL,
	DISPI_ENABLE,
	DISPI_BANK,                     /* which 64 KiB lie at A0000h */
	DISPI_VIRTUAL_WIDTH,            /* pixels */
	DISPI_VIRTUAL_HEIGHT,
	DISPI_X_OFFSET,
	DISPI_Y_OFFSET,
	DISPI_MEMORY_64K,               /* from B0C5h on */
};

#define DISPI_ENABLED 0x01
#define DISPI_8_BIT_DAC 0x20
#define DISPI_LINEAR 0x40
#define DISPI_KEEP_MEMORY 0x80

static inline u16 dispi_read(enum dispi_register index)
{
	out16(PORT_DISPI_INDEX, index);
	return in16(PORT_DISPI_DATA);
}

static inline void dispi_write(enum dispi_register index, u16 value)
{
	out16(PORT_DISPI_INDEX, index);
	out16(PORT_DISPI_DATA, value);
}

bool dispi_present(void);
bool dispi_enabled(void);
/* Display memory in 64 KiB banks. */
u16 dispi_banks(void);
/* Physical address of the linear frame buffer: base address register 0 of the PCI device, E0000000h without one. */
u32 dispi_frame_buffer(void);

#define DISPI_STATE_REGISTERS 9
#define DISPI_STATE_BYTES (DISPI_STATE_REGISTERS * 2)
void dispi_save(u16 segment, u32 offset);
void dispi_restore(u16 segment, u32 offset);

#endif
