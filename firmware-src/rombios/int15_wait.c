/* INT 15h AH=83h and 86h: waiting for a number of microseconds by the RTC's periodic interrupt. */
#include "bda.h"
#include "cmos.h"
#include "int15.h"
#include "rtc.h"

static int wait_start(u32 microseconds, u16 flag_seg, u16 flag_off)
{
    if (BDA_GET(wait_active) & 1)
        return 0;
    BDA_SET(wait_active, 1);
    BDA_SET(wait_microseconds, microseconds);
    BDA_SET(wait_flag_pointer, (u32)flag_seg << 16 | flag_off);
    cmos_read(CMOS_STATUS_C);
    rtc_irq_enable();
    cmos_write(CMOS_STATUS_B, cmos_read(CMOS_STATUS_B) | 0x40);
    return 1;
}

static void wait_cancel(void)
{
    cmos_write(CMOS_STATUS_B, cmos_read(CMOS_STATUS_B) & ~0x40);
    BDA_SET(wait_active, 0);
}

/* AL=0: set bit 7 of ES:BX after CX:DX microseconds; AL=1: cancel. */
void int15_83_event_wait(struct int_regs *r)
{
    if (r->al == 1) {
        wait_cancel();
        int15_ok(r);
    } else if (r->al == 0 && wait_start((u32)r->cx << 16 | r->dx, r->es, r->bx)) {
        r->al = cmos_read(CMOS_STATUS_B);
        int15_ok(r);
    } else {
        int15_fail(r, r->al ? INT15_UNSUPPORTED : 0x00);
    }
}

void int15_86_wait(struct int_regs *r)
{
    static u8 over;
    over = 0;
    if (!wait_start((u32)r->cx << 16 | r->dx, data_segment(), data_offset(&over))) {
        int15_fail(r, 0x83);
        return;
    }
    while (!(*(volatile u8 *)&over & 0x80))
        irq_wait();
    int15_ok(r);
}
