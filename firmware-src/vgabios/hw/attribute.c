/* The attribute controller: index and data share port 3C0h; a read of input status 1 resets the flip-flop. */
#include "vga.h"

void attribute_reset(void)
{
	in8(crtc_port() + STATUS_FROM_CRTC);
}

void attribute_show(void)
{
	attribute_reset();
	out8(PORT_ATTRIBUTE, ATTRIBUTE_VIDEO_ENABLE);
}

u8 attribute_read(u32 index)
{
	u8 value;

	attribute_reset();
	out8(PORT_ATTRIBUTE, (u8)index);
	value = in8(PORT_ATTRIBUTE_READ);
	attribute_show();
	return value;
}

void attribute_write(u32 index, u32 value)
{
	attribute_reset();
	out8(PORT_ATTRIBUTE, (u8)index);
	out8(PORT_ATTRIBUTE, (u8)value);
	attribute_show();
}
