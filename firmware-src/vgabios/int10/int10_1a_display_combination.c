/* INT 10h AH=1Ah: AL = 0 get, 1 set; BL = code of the active display, BH of the other one. Out AL = 1Ah. */
#include "int10.h"
#include "bda.h"
#include "save_pointers.h"

void int10_1a_display_combination(struct frame *f)
{
	u32 i;

	if (f->a.l == 0) {
		u8 row = bda_ega.dcc_index;

		f->b.x = 0xffff;        /* unknown */
		if (row < DCC_ROWS) {
			f->b.l = display_combinations.row[row].active;
			f->b.h = display_combinations.row[row].other;
		}
	} else if (f->a.l == 1) {
		bda_ega.dcc_index = 0xff;
		for (i = 0; i < DCC_ROWS; i++)
			if (display_combinations.row[i].active == f->b.l && display_combinations.row[i].other == f->b.h)
				bda_ega.dcc_index = i;
	} else {
		return;
	}
	f->a.l = 0x1a;
}
