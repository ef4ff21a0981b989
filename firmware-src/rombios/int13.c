/* INT 13h: which code serves which drive number. */
#include "disk.h"
#include "eltorito.h"
#include "handlers.h"

/* While a CD-ROM image is drive 00h or 80h, the real drives of that kind move up by one. */
static void call_moved(struct int_regs *r, int_handler *handler)
{
    u8 number = r->dl, function = r->ah;
    int moved = cd_emulation.active && (number & 0x80) == (cd_emulation.drive & 0x80) && number < CDROM_FIRST;
    r->dl = (u8)(number - moved);
    handler(r);
    if (moved)                          /* 08h tells in DL how many drives there are: one more */
        r->dl = function == 0x08 ? (u8)(r->dl + 1) : number;
}

static void disk_or_cdrom(struct int_regs *r)
{
    const struct ide_drive *disk = disk_of(r->dl), *cdrom = cdrom_of(r->dl);
    if (disk) {
        int13_fixed_disk(r, disk);
    } else if (cdrom) {
        int13_cdrom(r, cdrom);
    } else if (r->ah == 0x15) {         /* no such drive is an answer, not an error */
        r->ah = 0;
        set_carry(r, 0);
    } else if (r->ah == 0x08) {
        r->dl = disk_count;
        disk_finish(r, 0x07);           /* parameter activity failed */
    } else {
        disk_finish(r, DISK_BAD_COMMAND);
    }
}

void int13_disk(struct int_regs *r)
{
    if (r->ah == 0x4B)
        int13_4b_emulation_status(r);
    else if (!int13_cd_emulation(r))
        call_moved(r, r->dl < 0x80 ? int40_floppy : disk_or_cdrom);
}
