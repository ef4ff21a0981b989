/* Time from the 8254: the tick interrupt and short waits. */
#ifndef TIMER_H
#define TIMER_H
#include "types.h"

#define PIT_HZ 1193182u

/* A moment in the future on the counter of PIT channel 0; works with interrupts disabled. */
struct deadline {
    u32 left;       /* PIT clocks */
    u16 last;       /* counter when last looked at */
};

void deadline_start(struct deadline *d, u32 microseconds);
/* Whether the time is over. Must be called at least every 54 ms to keep count. */
int deadline_over(struct deadline *d);
void wait_us(u32 microseconds);
/* Halts, with interrupts enabled, for a number of timer ticks (55 ms each). */
void wait_ticks(u32 ticks);

#endif
