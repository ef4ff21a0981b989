/* VBE 4F05h: the window at A0000h. BH = 0 set, 1 get; BL = window, 0; DX = bank of 64 KiB. */
#include "vbe.h"

u16 vbe_05_window(struct frame *f)
{
	if (!dispi_enabled() || (dispi_read(DISPI_ENABLE) & DISPI_LINEAR))
		return VBE_INVALID_HERE;        /* VBE 3.0: fails while the linear frame buffer is in use */
	if (f->b.l != 0 || f->b.h > 1)
		return VBE_FAILED;
	if (f->b.h == 1) {
		f->d.x = dispi_read(DISPI_BANK);
		return VBE_DONE;
	}
	if (f->d.x >= dispi_banks())
		return VBE_FAILED;
	vbe_set_bank(f->d.x);
	return VBE_DONE;
}
