/* INT 13h: which code serves which drive number. */
#include "bda.h"
#include "entry.h"
#include "handlers.h"

void int13_disk(struct int_regs *r)
{
    if (r->dl < 0x80) {
        int40_floppy(r);
    } else {
        r->ah = 0x01;
        BDA_SET(disk_status, 0x01);
        set_carry(r, 1);
    }
}
