/* INT 1Ah: tick count, RTC, and PCI BIOS under AH=B1h. */
#include "bda.h"
#include "cmos.h"
#include "entry.h"
#include "handlers.h"
#include "pcibios.h"
#include "rtc.h"

static void int1a_00_get_ticks(struct int_regs *r)
{
    u32 ticks = BDA_GET(timer_ticks);
    r->cx = (u16)(ticks >> 16);
    r->dx = (u16)ticks;
    r->al = BDA_GET(timer_overflow);
    BDA_SET(timer_overflow, 0);
    set_carry(r, 0);
}

static void int1a_01_set_ticks(struct int_regs *r)
{
    BDA_SET(timer_ticks, (u32)r->cx << 16 | r->dx);
    BDA_SET(timer_overflow, 0);
    r->ah = 0;
    set_carry(r, 0);
}

static void int1a_02_get_time(struct int_regs *r)
{
    if (!rtc_ready()) {
        set_carry(r, 1);
        return;
    }
    r->dh = cmos_read(CMOS_SECONDS);
    r->cl = cmos_read(CMOS_MINUTES);
    r->ch = cmos_read(CMOS_HOURS);
    r->dl = cmos_read(CMOS_STATUS_B) & 0x01;
    r->ah = 0;
    r->al = r->ch;
    set_carry(r, 0);
}

static void int1a_03_set_time(struct int_regs *r)
{
    rtc_ready();
    u8 b = cmos_read(CMOS_STATUS_B);
    cmos_write(CMOS_STATUS_B, b | 0x80);
    cmos_write(CMOS_SECONDS, r->dh);
    cmos_write(CMOS_MINUTES, r->cl);
    cmos_write(CMOS_HOURS, r->ch);
    b = (u8)((b & 0x60) | (r->dl & 0x01) | 0x02);
    cmos_write(CMOS_STATUS_B, b);
    r->ah = 0;
    r->al = b;
    set_carry(r, 0);
}

static void int1a_04_get_date(struct int_regs *r)
{
    if (!rtc_ready()) {
        set_carry(r, 1);
        return;
    }
    r->dl = cmos_read(CMOS_DAY);
    r->dh = cmos_read(CMOS_MONTH);
    r->cl = cmos_read(CMOS_YEAR);
    r->ch = cmos_read(CMOS_CENTURY);
    r->ah = 0;
    r->al = r->ch;
    set_carry(r, 0);
}

static void int1a_05_set_date(struct int_regs *r)
{
    rtc_ready();
    u8 b = cmos_read(CMOS_STATUS_B);
    cmos_write(CMOS_STATUS_B, b | 0x80);
    cmos_write(CMOS_DAY, r->dl);
    cmos_write(CMOS_MONTH, r->dh);
    cmos_write(CMOS_YEAR, r->cl);
    cmos_write(CMOS_CENTURY, r->ch);
    b &= 0x7F;
    cmos_write(CMOS_STATUS_B, b);
    r->ah = 0;
    r->al = b;
    set_carry(r, 0);
}

static void int1a_06_set_alarm(struct int_regs *r)
{
    u8 b = cmos_read(CMOS_STATUS_B);
    if (b & 0x20) {                     /* one is set already */
        set_carry(r, 1);
        return;
    }
    rtc_ready();
    cmos_write(0x01, r->dh);
    cmos_write(0x03, r->cl);
    cmos_write(0x05, r->ch);
    rtc_irq_enable();
    cmos_write(CMOS_STATUS_B, (u8)((b & 0x7F) | 0x20));
    r->ah = 0;
    set_carry(r, 0);
}

static void int1a_07_reset_alarm(struct int_regs *r)
{
    u8 b = cmos_read(CMOS_STATUS_B) & 0x57;
    cmos_write(CMOS_STATUS_B, b);
    r->ah = 0;
    r->al = b;
    set_carry(r, 0);
}

void int1a_time(struct int_regs *r)
{
    switch (r->ah) {
    case 0x00: int1a_00_get_ticks(r); break;
    case 0x01: int1a_01_set_ticks(r); break;
    case 0x02: int1a_02_get_time(r); break;
    case 0x03: int1a_03_set_time(r); break;
    case 0x04: int1a_04_get_date(r); break;
    case 0x05: int1a_05_set_date(r); break;
    case 0x06: int1a_06_set_alarm(r); break;
    case 0x07: int1a_07_reset_alarm(r); break;
    case 0xB1: int1a_b1_pci(r); break;
    default: set_carry(r, 1); break;
    }
}
