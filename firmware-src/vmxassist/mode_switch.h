/* Changes of the guest's control registers, and with them of its mode. */
#ifndef MODE_SWITCH_H
#define MODE_SWITCH_H
#include "types.h"

void set_cr0(u32 value);
void set_cr4(u32 value);

#endif
