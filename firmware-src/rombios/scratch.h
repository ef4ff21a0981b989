/* A sector's worth of memory for whoever needs it within one function. */
#ifndef SCRATCH_H
#define SCRATCH_H
#include "types.h"

extern u8 scratch_sector[512];

#endif
