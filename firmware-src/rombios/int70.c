/* INT 70h, IRQ 8: the alarm (INT 4Ah) and the microsecond waits of INT 15h AH=83h and 86h. */
#include "bda.h"
#include "cmos.h"
#include "entry.h"
#include "handlers.h"
#include "pic.h"
#include "rtc.h"

#define PERIOD_US 977u          /* 1,024 Hz */

void rtc_irq_enable(void)
{
    pic_unmask(8);
    pic_unmask(2);
}

static void count_down(void)
{
    u32 left = BDA_GET(wait_microseconds);
    if (!(BDA_GET(wait_active) & 1))
        return;
    if (left > PERIOD_US) {
        BDA_SET(wait_microseconds, left - PERIOD_US);
        return;
    }
    u32 flag = BDA_GET(wait_flag_pointer);
    cmos_write(CMOS_STATUS_B, cmos_read(CMOS_STATUS_B) & ~0x40);
    BDA_SET(wait_microseconds, 0);
    BDA_SET(wait_active, 0);
    poke8((u16)(flag >> 16), (u16)flag, peek8((u16)(flag >> 16), (u16)flag) | 0x80);
}

void int70_rtc_irq(struct int_regs *r)
{
    (void)r;
    u8 enabled = cmos_read(CMOS_STATUS_B);
    u8 cause = cmos_read(CMOS_STATUS_C);
    if (cause & enabled & 0x40)
        count_down();
    if (cause & enabled & 0x20) {
        struct call_regs alarm = { .flags = 0 };
        call_int(0x4A, &alarm);
    }
    pic_eoi(8);
}
