/* The guest's stack. */
#ifndef STACK_H
#define STACK_H
#include "guest.h"

u32 stack_mask(void);
void push(u32 size, u32 value);
u32 pop(u32 size);
/* The value `depth` bytes above the top, without popping. */
u32 peek_stack(u32 size, u32 depth);
void move_stack(u32 bytes);

#endif
