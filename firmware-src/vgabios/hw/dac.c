/* The digital-to-analogue converter: 256 registers of three times 6 bits. */
#include "vga.h"

struct rgb dac_read(u32 index)
{
	struct rgb color;

	out8(PORT_DAC_READ_INDEX, (u8)index);
	color.red = in8(PORT_DAC_DATA);
	color.green = in8(PORT_DAC_DATA);
	color.blue = in8(PORT_DAC_DATA);
	return color;
}

void dac_write(u32 index, struct rgb color)
{
	out8(PORT_DAC_WRITE_INDEX, (u8)index);
	out8(PORT_DAC_DATA, color.red);
	out8(PORT_DAC_DATA, color.green);
	out8(PORT_DAC_DATA, color.blue);
}

struct rgb dac_gray_of(struct rgb color)
{
	u8 gray = (u8)((77 * color.red + 151 * color.green + 28 * color.blue + 128) >> 8);

	if (gray > 63)
		gray = 63;
	return (struct rgb){ gray, gray, gray };
}

void dac_sum_to_gray(u32 first, u32 count)
{
	while (count-- > 0) {
		dac_write(first, dac_gray_of(dac_read(first)));
		first++;
	}
}
