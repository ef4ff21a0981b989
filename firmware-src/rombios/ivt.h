/* The interrupt vector table. */
#ifndef IVT_H
#define IVT_H
#include "types.h"

void ivt_set(u8 vector, u16 seg, u16 off);

#endif
