/* VBE 4F04h: DL = 0 size in 64-byte blocks to BX, 1 save to, 2 restore from ES:BX; CX = parts. */
#include "vbe.h"
#include "video_state.h"

u16 vbe_04_save_restore(struct frame *f)
{
	u16 parts = f->c.x & (STATE_HARDWARE | STATE_BIOS_DATA | STATE_DAC | STATE_SVGA);

	switch (f->d.l) {
	case 0: f->b.x = (u16)((video_state_bytes(parts) + 63) / 64); break;
	case 1:
	case 2: video_state_transfer(f->es, f->b.x, parts, f->d.l == 2); break;
	default: return VBE_FAILED;
	}
	return VBE_DONE;
}
