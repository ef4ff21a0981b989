/* Instructions the processor runs for the monitor at level 3, with registers of their own. */
#ifndef THUNK_H
#define THUNK_H
#include "types.h"

struct thunk {
    u32 edi, esi, ebp, esp, ebx, edx, ecx, eax, eflags;
};
extern struct thunk thunk;

/* Guest's registers and flags into the thunk and back. */
void thunk_load(void);
void thunk_store(void);
/* Flags alone, those that instructions compute. */
void thunk_store_flags(void);

void thunk_begin(void);
void thunk_byte(u8 byte);
void thunk_long(u32 value);
/* Runs what was written; raises the fault the instruction had. */
void thunk_execute(void);

#endif
