/*
 * The caller's registers as entry.S pushed them. A handler reads its arguments from here and leaves its results here.
 */
#ifndef VGABIOS_FRAME_H
#define VGABIOS_FRAME_H

#include "types.h"

union general_register {
	u32 e;
	u16 x;
	struct {
		u8 l, h;
	};
};

struct frame {
	u16 gs, fs, es, ds;
	union general_register di, si, bp, sp, b, d, c, a;
	u16 ip, cs, flags;
} PACKED;

void int10_dispatch(struct frame *f);

#endif
