/* VBE 4F08h and 4F09h: bits of a DAC color, and the palette as VBE wants it: blue, green, red, unused. */
#include "vbe.h"

static bool palette_mode(void)
{
	return !dispi_enabled() || dispi_read(DISPI_BITS_PER_PIXEL) <= 8;
}

/* BL = 0 set BH bits, 1 get; out BH = bits */
u16 vbe_08_dac_width(struct frame *f)
{
	u16 enable = dispi_read(DISPI_ENABLE);

	if (!palette_mode() || !(enable & DISPI_ENABLED))
		return VBE_INVALID_HERE;
	if (f->b.l > 1)
		return VBE_FAILED;
	if (f->b.l == 0) {
		if (f->b.h < 6)
			return VBE_FAILED;
		enable = (u16)(f->b.h >= 8 ? enable | DISPI_8_BIT_DAC : enable & ~DISPI_8_BIT_DAC);
		dispi_write(DISPI_ENABLE, enable | DISPI_KEEP_MEMORY);
	}
	f->b.h = dispi_read(DISPI_ENABLE) & DISPI_8_BIT_DAC ? 8 : 6;
	return VBE_DONE;
}

static void set_palette(struct frame *f)
{
	u32 i, from = f->di.x;

	for (i = 0; i < f->c.x; i++, from += 4)
		dac_write((u8)(f->d.x + i), (struct rgb){
			far_read8(f->es, from + 2), far_read8(f->es, from + 1), far_read8(f->es, from) });
}

static void get_palette(struct frame *f)
{
	u32 i, to = f->di.x;

	for (i = 0; i < f->c.x; i++, to += 4) {
		struct rgb color = dac_read((u8)(f->d.x + i));

		far_write8(f->es, to, color.blue);
		far_write8(f->es, to + 1, color.green);
		far_write8(f->es, to + 2, color.red);
		far_write8(f->es, to + 3, 0);
	}
}

/* BL = 0 (80h: in the vertical retrace) set, 1 get; CX = count, DX = first, ES:DI = colors */
u16 vbe_09_palette(struct frame *f)
{
	if (!palette_mode())
		return VBE_INVALID_HERE;
	if (f->c.x > 256 || f->d.x > 255 || f->c.x + f->d.x > 256)
		return VBE_FAILED;
	switch (f->b.l) {
	case 0x80:
		while (!(in8(crtc_port() + STATUS_FROM_CRTC) & 8))
			;
		__attribute__((fallthrough));
	case 0x00: set_palette(f); return VBE_DONE;
	case 0x01: get_palette(f); return VBE_DONE;
	case 0x02:
	case 0x03: return 0x024f;               /* no secondary palette */
	default: return VBE_FAILED;
	}
}
