/* The hypervisor keeps CR0.NE set, so an x87 error is exception 16. A guest with NE clear expects what a PC does
 * with FERR#: interrupt line 13 (SDM volume 3, 2.5; IBM PC/AT, coprocessor). Without this it would be INT 10h. */
#include "numeric.h"
#include "interrupt.h"
#include "io.h"
#include "port.h"

#define MASTER_MASK 0x21
#define SLAVE_MASK  0xA1
#define CASCADE     (1 << 2)
#define LINE13      (1 << 5)

void numeric_error_as_interrupt(void)
{
    if ((inb(MASTER_MASK) & CASCADE) || (inb(SLAVE_MASK) & LINE13))
        __asm__ volatile("fnclex");     /* nobody listens; the instruction is tried again without the error */
    else
        deliver_external(pic_vector(13));
}
