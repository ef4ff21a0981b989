/* What the DAC holds after a mode set (IBM PS/2 Video Subsystem Technical Reference, "Video DAC"). */
#include "modes.h"

/* An EGA monitor's color: bits 5-3 are red, green, blue at a third, bits 2-0 the same at two thirds. */
static struct rgb ega_color(u8 bits)
{
	return (struct rgb){
		(u8)((bits & 4 ? 0x2a : 0) + (bits & 0x20 ? 0x15 : 0)),
		(u8)((bits & 2 ? 0x2a : 0) + (bits & 0x10 ? 0x15 : 0)),
		(u8)((bits & 1 ? 0x2a : 0) + (bits & 0x08 ? 0x15 : 0)),
	};
}

/* A CGA monitor's: one intensity bit for all three, and a dark yellow that its circuit turns to brown. */
static struct rgb cga_color(u8 color, bool intense)
{
	if (color == 6 && !intense)
		return ega_color(0x14);
	return ega_color(color | (intense ? 0x38 : 0));
}

/* Grays of the 64 registers a monochrome mode can reach, in groups of eight. */
static struct rgb mono_color(u8 index)
{
	static ROM_TABLE u8 grays[4] = { 0x00, 0x2a, 0x2a, 0x3f };
	u8 gray = grays[index >> 3 & 3];

	return (struct rgb){ gray, gray, gray };
}

static ROM_TABLE u8 gray_ramp[16] = {
	0x00, 0x05, 0x08, 0x0b, 0x0e, 0x11, 0x14, 0x18, 0x1c, 0x20, 0x24, 0x28, 0x2d, 0x32, 0x38, 0x3f,
};

/* Nine hue circles: three intensities, each at three saturations; five steps from the weakest to the strongest gun. */
static ROM_TABLE u8 hue_steps[9][5] = {
	{ 0x00, 0x10, 0x1f, 0x2f, 0x3f }, { 0x1f, 0x27, 0x2f, 0x37, 0x3f }, { 0x2d, 0x31, 0x36, 0x3a, 0x3f },
	{ 0x00, 0x07, 0x0e, 0x15, 0x1c }, { 0x0e, 0x11, 0x15, 0x18, 0x1c }, { 0x14, 0x16, 0x18, 0x1a, 0x1c },
	{ 0x00, 0x04, 0x08, 0x0c, 0x10 }, { 0x08, 0x0a, 0x0c, 0x0e, 0x10 }, { 0x0b, 0x0c, 0x0d, 0x0f, 0x10 },
};

/* How strong a gun is at a hue 0..23 after its own zero: it rises over 4 hues, stays for 8, falls over 4, rests for 8. */
static u8 gun_step(u8 hue)
{
	if (hue <= 4)
		return hue;
	if (hue <= 12)
		return 4;
	return hue <= 16 ? (u8)(16 - hue) : 0;
}

static struct rgb vga_color(u8 index)
{
	const u8 ROM *steps;
	u8 hue;

	if (index < 16)
		return cga_color(index & 7, index >= 8);
	if (index < 32) {
		u8 gray = gray_ramp[index - 16];

		return (struct rgb){ gray, gray, gray };
	}
	if (index >= 248)
		return (struct rgb){ 0, 0, 0 };
	steps = hue_steps[(index - 32) / 24];
	hue = (u8)((index - 32) % 24);
	return (struct rgb){
		steps[gun_step(hue)],
		steps[gun_step((u8)((hue + 16) % 24))],
		steps[gun_step((u8)((hue + 8) % 24))],
	};
}

static struct rgb default_color(enum palette_kind kind, u8 index)
{
	if (kind == PALETTE_VGA)
		return vga_color(index);
	if (index >= 64)
		return (struct rgb){ 0, 0, 0 };
	switch (kind) {
	case PALETTE_MONO:
		return mono_color(index);
	case PALETTE_CGA:
		return cga_color(index & 7, index & 0x10);
	default:
		return ega_color(index);
	}
}

void palette_load(enum palette_kind kind)
{
	u32 index;

	out8(PORT_DAC_MASK, 0xff);
	for (index = 0; index < 256; index++) {
		struct rgb color = default_color(kind, (u8)index);

		if (bda_ega.vga_flags & VGA_FLAG_GRAY_SUMMING)
			color = dac_gray_of(color);
		dac_write(index, color);
	}
}
