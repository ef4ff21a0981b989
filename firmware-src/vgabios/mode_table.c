/* The standard modes (IBM PS/2 Video Subsystem Technical Reference, "Modes of operation"). */
#include "modes.h"

static ROM_TABLE struct standard_mode standard_modes[] = {
	/* number  memory        bits  row   palette        segment colors pages */
	{ 0x00, MEMORY_TEXT,   4, 0x17, PALETTE_EGA,  0xb800,  16, 8 },
	{ 0x01, MEMORY_TEXT,   4, 0x17, PALETTE_EGA,  0xb800,  16, 8 },
	{ 0x02, MEMORY_TEXT,   4, 0x18, PALETTE_EGA,  0xb800,  16, 8 },
	{ 0x03, MEMORY_TEXT,   4, 0x18, PALETTE_EGA,  0xb800,  16, 8 },
	{ 0x04, MEMORY_CGA,    2, 0x04, PALETTE_CGA,  0xb800,   4, 1 },
	{ 0x05, MEMORY_CGA,    2, 0x05, PALETTE_CGA,  0xb800,   4, 1 },
	{ 0x06, MEMORY_CGA,    1, 0x06, PALETTE_CGA,  0xb800,   2, 1 },
	{ 0x07, MEMORY_TEXT,   1, 0x19, PALETTE_MONO, 0xb000,   0, 8 },
	{ 0x0d, MEMORY_PLANAR, 4, 0x0d, PALETTE_CGA,  0xa000,  16, 8 },
	{ 0x0e, MEMORY_PLANAR, 4, 0x0e, PALETTE_CGA,  0xa000,  16, 4 },
	{ 0x0f, MEMORY_PLANAR, 1, 0x11, PALETTE_MONO, 0xa000,   0, 2 },
	{ 0x10, MEMORY_PLANAR, 4, 0x12, PALETTE_EGA,  0xa000,  16, 2 },
	{ 0x11, MEMORY_PLANAR, 1, 0x1a, PALETTE_EGA,  0xa000,   2, 1 },
	{ 0x12, MEMORY_PLANAR, 4, 0x1b, PALETTE_EGA,  0xa000,  16, 1 },
	{ 0x13, MEMORY_LINEAR, 8, 0x1c, PALETTE_VGA,  0xa000, 256, 1 },
};

standard_mode_t standard_mode_find(u8 number)
{
	standard_mode_t mode = standard_modes;

	for (; mode < standard_modes + ARRAY_LENGTH(standard_modes); mode++)
		if (mode->number == number)
			return mode;
	return 0;
}

standard_mode_t standard_mode_current(void)
{
	return standard_mode_find(bda.mode);
}

u8 standard_mode_parameters(standard_mode_t mode)
{
	u8 flags = bda_ega.vga_flags;
	u8 number = mode->number;

	if (mode->kind != MEMORY_TEXT || (flags & VGA_FLAG_400_LINES))
		return mode->parameters;
	if (number == 7)
		return 0x07;
	return flags & VGA_FLAG_200_LINES ? number : 0x13 + number;
}
