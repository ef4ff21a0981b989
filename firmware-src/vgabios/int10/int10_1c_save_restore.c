/* INT 10h AH=1Ch: AL = 0 size, 1 save, 2 restore; CX = parts, ES:BX = memory. Out AL = 1Ch, BX = 64-byte blocks. */
#include "int10.h"
#include "video_state.h"

void int10_1c_save_restore(struct frame *f)
{
	u16 parts = f->c.x & (STATE_HARDWARE | STATE_BIOS_DATA | STATE_DAC);

	switch (f->a.l) {
	case 0: f->b.x = (u16)((video_state_bytes(parts) + 63) / 64); break;
	case 1:
	case 2: video_state_transfer(f->es, f->b.x, parts, f->a.l == 2); break;
	default: return;
	}
	f->a.l = 0x1c;
}
