/* How much RAM there is. */
#ifndef MEMORY_H
#define MEMORY_H
#include "types.h"

extern u32 ram_below_4g;        /* bytes: end of RAM below 4 GiB */
extern u64 ram_above_4g;        /* bytes above 4 GiB */

#endif
