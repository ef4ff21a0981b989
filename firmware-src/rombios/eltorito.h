/* Booting from CD-ROM by the El Torito specification 1.0. */
#ifndef ELTORITO_H
#define ELTORITO_H
#include "types.h"

struct ide_drive;

/* What 4Bh tells of the running emulation, and where it is on the disc. */
struct cd_emulation {
    u8 active;
    u8 media;                   /* 0 none, 1-3 floppy of 1.2, 1.44, 2.88 MB, 4 disk */
    u8 drive;                   /* 00h, 80h, or E0h + index */
    u16 cylinders, heads, sectors;
    u32 lba;                    /* of the image, in 2,048-byte sectors */
    u16 load_segment, load_sectors;
    const struct ide_drive *cdrom;
};

extern struct cd_emulation cd_emulation;

/* Loads the default boot image of the disc. Returns 1 and the address and drive number to start with. */
int eltorito_load(const struct ide_drive *d, u8 number, u16 *seg, u8 *boot_drive);
/* The image is no drive any more, the real ones have their numbers back. */
void eltorito_end_emulation(void);

#endif
