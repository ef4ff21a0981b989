/* Drive numbers of INT 13h for disks and CD-ROM drives. */
#ifndef DISK_H
#define DISK_H
#include "entry.h"
#include "ide.h"

#define CDROM_FIRST 0xE0

extern u8 disk_count, cdrom_count;

void disk_map_setup(void);
/* The disk of number 80h + index, or the CD-ROM of E0h + index; 0 if there is none. */
struct ide_drive *disk_of(u8 number);
struct ide_drive *cdrom_of(u8 number);

/* Ends a function: AH = status, carry, 40:74. */
void disk_finish(struct int_regs *r, u8 status);

void int13_fixed_disk(struct int_regs *r, const struct ide_drive *d);
void int13_extensions(struct int_regs *r, const struct ide_drive *d);
void int13_cdrom(struct int_regs *r, const struct ide_drive *d);
/* Functions of the emulated drive while a CD-ROM is booted as a floppy or disk. Returns 0 if r is not for it. */
int int13_cd_emulation(struct int_regs *r);
/* AH=4Bh */
void int13_4b_emulation_status(struct int_regs *r);

#endif
