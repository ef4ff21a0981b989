/* INT 08h, IRQ 0: the tick count, the floppy motors, INT 1Ch. */
#include "bda.h"
#include "entry.h"
#include "handlers.h"
#include "io.h"
#include "pic.h"

#define TICKS_A_DAY 0x1800B0u

void int08_timer_irq(struct int_regs *r)
{
    (void)r;
    u32 ticks = BDA_GET(timer_ticks) + 1;
    if (ticks >= TICKS_A_DAY) {
        ticks = 0;
        BDA_SET(timer_overflow, 1);
    }
    BDA_SET(timer_ticks, ticks);

    u8 motor = BDA_GET(floppy_motor_ticks);
    if (motor) {
        BDA_SET(floppy_motor_ticks, --motor);
        if (!motor) {
            outb(0x3F2, 0x0C);
            BDA_AND(floppy_motors, 0xF0);
        }
    }
    struct call_regs user = { .ds = BDA_SEG };
    call_int(0x1C, &user);
    pic_eoi(0);
}
