/* VBE 4F0Ah: BL = 0; out ES:DI = table of 32-bit functions, CX = its length. */
#include "vbe.h"

extern const u8 ROM vbe_interface[], vbe_interface_end[];       /* vbe_interface.S */

u16 vbe_0a_protected_mode_interface(struct frame *f)
{
	if (f->b.l != 0)
		return VBE_FAILED;
	f->es = rom_segment();
	f->di.x = ROM_OFFSET(vbe_interface);
	f->c.x = (u16)(ROM_OFFSET(vbe_interface_end) - ROM_OFFSET(vbe_interface));
	return VBE_DONE;
}
