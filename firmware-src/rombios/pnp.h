/* The Plug and Play installation check structure. */
#ifndef PNP_H
#define PNP_H
#include "types.h"

/* Its offset in F000h. */
u16 pnp_check_offset(void);

#endif
