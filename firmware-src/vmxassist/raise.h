/* Exceptions of the instruction being emulated. */
#ifndef RAISE_H
#define RAISE_H
#include "types.h"

/* Undoes what the instruction did to registers and delivers the exception to the guest. */
NORETURN void raise_fault(u32 vector, u32 error);

#endif
