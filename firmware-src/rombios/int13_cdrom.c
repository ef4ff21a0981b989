/* INT 13h for CD-ROM drives without emulation: drive numbers from E0h. */
#include "disk.h"

void int13_cdrom(struct int_regs *r, const struct ide_drive *d)
{
    switch (r->ah) {
    case 0x00: case 0x09: case 0x0C: case 0x0D: case 0x10: case 0x11: case 0x14:
        disk_finish(r, DISK_OK);
        break;
    case 0x15:
        r->ah = 2;                      /* removable, with change line */
        set_carry(r, 0);
        break;
    case 0x41: case 0x42: case 0x43: case 0x44: case 0x45: case 0x46: case 0x47: case 0x48: case 0x49:
        int13_extensions(r, d);
        break;
    default:
        disk_finish(r, DISK_BAD_COMMAND);
        break;
    }
}
