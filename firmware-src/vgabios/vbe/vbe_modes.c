/* The VESA modes. Numbers up to 11Bh are VESA's, the others those that the Bochs and QEMU adapters are known by. */
#include "vbe.h"

const struct vbe_mode ROM __attribute__((section(".romtable"))) vbe_modes[] = {
	{ 0x100, 640, 400, 8 },         { 0x101, 640, 480, 8 },         { 0x102, 800, 600, 4 },
	{ 0x103, 800, 600, 8 },         { 0x104, 1024, 768, 4 },        { 0x105, 1024, 768, 8 },
	{ 0x106, 1280, 1024, 4 },       { 0x107, 1280, 1024, 8 },
	{ 0x10d, 320, 200, 15 },        { 0x10e, 320, 200, 16 },        { 0x10f, 320, 200, 24 },
	{ 0x110, 640, 480, 15 },        { 0x111, 640, 480, 16 },        { 0x112, 640, 480, 24 },
	{ 0x113, 800, 600, 15 },        { 0x114, 800, 600, 16 },        { 0x115, 800, 600, 24 },
	{ 0x116, 1024, 768, 15 },       { 0x117, 1024, 768, 16 },       { 0x118, 1024, 768, 24 },
	{ 0x119, 1280, 1024, 15 },      { 0x11a, 1280, 1024, 16 },      { 0x11b, 1280, 1024, 24 },
	{ 0x11c, 1600, 1200, 8 },       { 0x11d, 1600, 1200, 15 },      { 0x11e, 1600, 1200, 16 },
	{ 0x11f, 1600, 1200, 24 },
	{ 0x140, 320, 200, 32 },        { 0x141, 640, 400, 32 },        { 0x142, 640, 480, 32 },
	{ 0x143, 800, 600, 32 },        { 0x144, 1024, 768, 32 },       { 0x145, 1280, 1024, 32 },
	{ 0x146, 320, 200, 8 },         { 0x147, 1600, 1200, 32 },
	{ 0x148, 1152, 864, 8 },        { 0x149, 1152, 864, 15 },       { 0x14a, 1152, 864, 16 },
	{ 0x14b, 1152, 864, 24 },       { 0x14c, 1152, 864, 32 },
	{ 0x175, 1280, 768, 16 },       { 0x176, 1280, 768, 24 },       { 0x177, 1280, 768, 32 },
	{ 0x178, 1280, 800, 16 },       { 0x179, 1280, 800, 24 },       { 0x17a, 1280, 800, 32 },
	{ 0x17b, 1280, 960, 16 },       { 0x17c, 1280, 960, 24 },       { 0x17d, 1280, 960, 32 },
	{ 0x17e, 1440, 900, 16 },       { 0x17f, 1440, 900, 24 },       { 0x180, 1440, 900, 32 },
	{ 0x181, 1400, 1050, 16 },      { 0x182, 1400, 1050, 24 },      { 0x183, 1400, 1050, 32 },
	{ 0x184, 1680, 1050, 16 },      { 0x185, 1680, 1050, 24 },      { 0x186, 1680, 1050, 32 },
	{ 0x187, 1920, 1200, 16 },      { 0x188, 1920, 1200, 24 },      { 0x189, 1920, 1200, 32 },
	{ 0x18d, 1280, 720, 16 },       { 0x18e, 1280, 720, 24 },       { 0x18f, 1280, 720, 32 },
	{ 0x190, 1920, 1080, 16 },      { 0x191, 1920, 1080, 24 },      { 0x192, 1920, 1080, 32 },
};

const u16 ROM __attribute__((section(".romtable"))) vbe_mode_count = ARRAY_LENGTH(vbe_modes);

u16 vbe_line_bytes(u8 bits_per_pixel, u16 pixels)
{
	return bits_per_pixel == 4 ? pixels / 8 : (u16)(pixels * ((bits_per_pixel + 7) / 8));
}

bool vbe_mode_fits(vbe_mode_t mode, u16 banks)
{
	u32 bytes = (u32)vbe_line_bytes(mode->bits_per_pixel, mode->width) * mode->height;

	if (mode->bits_per_pixel == 4)
		bytes *= 4;
	return bytes <= (u32)banks << 16;
}

vbe_mode_t vbe_mode_find(u16 number)
{
	u32 i;

	for (i = 0; i < vbe_mode_count; i++)
		if (vbe_modes[i].number == number)
			return vbe_mode_fits(&vbe_modes[i], dispi_banks()) ? &vbe_modes[i] : 0;
	return 0;
}

vbe_mode_t vbe_mode_current(void)
{
	u16 width, height, bits, i;

	if (!dispi_enabled())
		return 0;
	width = dispi_read(DISPI_X_RESOLUTION);
	height = dispi_read(DISPI_Y_RESOLUTION);
	bits = dispi_read(DISPI_BITS_PER_PIXEL);
	for (i = 0; i < vbe_mode_count; i++)
		if (vbe_modes[i].width == width && vbe_modes[i].height == height && vbe_modes[i].bits_per_pixel == bits)
			return &vbe_modes[i];
	return 0;
}
