/* 8254 set-up and waiting. Channel 0 runs in mode 2, so that its count falls by one a clock. */
#include "timer.h"
#include "bda.h"
#include "entry.h"
#include "io.h"
#include "post.h"

void timer_setup(void)
{
    outb(0x43, 0x34);           /* channel 0, low and high byte, mode 2: 18.2 interrupts a second */
    outb(0x40, 0);
    outb(0x40, 0);
    outb(0x43, 0x54);           /* channel 1, mode 2, 18 clocks: the refresh toggle at port 61h */
    outb(0x41, 18);
}

static u16 pit_count(void)
{
    outb(0x43, 0x00);           /* latch channel 0 */
    u8 low = inb(0x40);
    return (u16)(low | inb(0x40) << 8);
}

void deadline_start(struct deadline *d, u32 microseconds)
{
    /* 1.193182 clocks a microsecond, rounded up, without overflow up to an hour */
    d->left = microseconds + microseconds / 5 + 1;
    d->last = pit_count();
}

int deadline_over(struct deadline *d)
{
    u16 now = pit_count();
    u16 passed = (u16)(d->last - now);
    d->last = now;
    if (passed >= d->left) {
        d->left = 0;
        return 1;
    }
    d->left -= passed;
    return 0;
}

void wait_us(u32 microseconds)
{
    struct deadline d;
    deadline_start(&d, microseconds);
    while (!deadline_over(&d))
        ;
}

void wait_ticks(u32 ticks)
{
    u32 start = BDA_GET(timer_ticks);
    for (;;) {
        u32 now = BDA_GET(timer_ticks);
        if (now < start)        /* midnight */
            start = 0;
        if (now - start >= ticks)
            return;
        irq_wait();
    }
}
