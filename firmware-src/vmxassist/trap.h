/* What the trap entry points leave on the stack. */
#ifndef TRAP_H
#define TRAP_H
#include "guest.h"

/* A trap of the monitor itself: no stack switch, so no ESP and SS. */
struct monitor_frame {
    u32 gpr[8], vector, error, eip, cs, eflags;
};

void monitor_trap(struct monitor_frame *frame);
NORETURN void guest_trap(void);
NORETURN void panic_in_monitor(const struct monitor_frame *frame);
/* Takes over what native code changed. */
void leave_native(void);

#endif
