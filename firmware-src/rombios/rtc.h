/* The RTC's clock, read and written as the BCD (or binary) values it holds. */
#ifndef RTC_H
#define RTC_H
#include "types.h"

/* Waits until no update is in progress (up to 2.3 ms); returns 0 if it never ends. */
int rtc_ready(void);
u8 rtc_binary(u8 register_value);
/* Opens IRQ 8 and the cascade. */
void rtc_irq_enable(void);

#endif
