/* Interrupts and exceptions of the guest. */
#ifndef INTERRUPT_H
#define INTERRUPT_H
#include "types.h"

/* INT n and its kin: EIP is behind the instruction; faults are raised. */
void software_interrupt(u32 vector);
/* An exception at EIP. */
void deliver_exception(u32 vector, u32 error);
/* An interrupt from outside, by the guest's own vector. */
void deliver_external(u32 vector);
void deliver_single_step(void);
/* A fault on the way to a handler: double fault, then shutdown. */
NORETURN void fault_while_delivering(u32 vector, u32 error);

#endif
