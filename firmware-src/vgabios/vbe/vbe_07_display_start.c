/* VBE 4F07h: BL = 0 (or 80h, at the vertical retrace) set, 1 get; CX = first pixel of a line, DX = first line. */
#include "vbe.h"

u16 vbe_07_display_start(struct frame *f)
{
	if (!dispi_enabled())
		return VBE_INVALID_HERE;
	switch (f->b.l) {
	case 0x80:
		while (!(in8(crtc_port() + STATUS_FROM_CRTC) & 8))
			;
		__attribute__((fallthrough));
	case 0x00:
		dispi_write(DISPI_X_OFFSET, f->c.x);
		dispi_write(DISPI_Y_OFFSET, f->d.x);
		if (dispi_read(DISPI_X_OFFSET) != f->c.x || dispi_read(DISPI_Y_OFFSET) != f->d.x)
			return VBE_FAILED;
		return VBE_DONE;
	case 0x01:
		f->b.h = 0;
		f->c.x = dispi_read(DISPI_X_OFFSET);
		f->d.x = dispi_read(DISPI_Y_OFFSET);
		return VBE_DONE;
	default:
		return VBE_FAILED;
	}
}
