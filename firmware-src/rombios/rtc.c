/* RTC set-up: the tick count since midnight comes from it. */
#include "rtc.h"
#include "bda.h"
#include "cmos.h"
#include "log.h"
#include "post.h"
#include "timer.h"

int rtc_ready(void)
{
    struct deadline d;
    deadline_start(&d, 3000);
    while (cmos_read(CMOS_STATUS_A) & 0x80)
        if (deadline_over(&d))
            return 0;
    return 1;
}

u8 rtc_binary(u8 v)
{
    if (cmos_read(CMOS_STATUS_B) & 0x04)
        return v;
    return (u8)((v >> 4) * 10 + (v & 15));
}

void rtc_setup(void)
{
    cmos_write(CMOS_STATUS_A, 0x26);            /* 32,768 Hz, 1,024 Hz periodic rate */
    cmos_write(CMOS_STATUS_B, 0x02);            /* 24 hours, BCD, no interrupts */
    cmos_read(CMOS_STATUS_C);
    cmos_read(CMOS_STATUS_D);
    if (!rtc_ready()) {
        LOG("RTC: update never ends");
        return;
    }
    u32 seconds = rtc_binary(cmos_read(CMOS_SECONDS)) + 60u * rtc_binary(cmos_read(CMOS_MINUTES)) +
        3600u * rtc_binary(cmos_read(CMOS_HOURS));
    /* 1193182 / 65536 = 18.2065 ticks a second; 182065/10000 without leaving 32 bits */
    BDA_SET(timer_ticks, seconds * 18 + seconds * 413 / 2000);
}
