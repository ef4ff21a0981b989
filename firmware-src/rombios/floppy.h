/* Floppy drives and the media in them. */
#ifndef FLOPPY_H
#define FLOPPY_H
#include "entry.h"
#include "types.h"

struct floppy_kind {            /* a drive type as CMOS 10h numbers it */
    u8 last_cylinder, sectors;
    u8 change_line;
    u8 rates[3];                /* data rates (as port 3F7h takes them) to try; 0xFF ends */
    u8 rate_sectors[3];         /* sectors a track at each */
};

extern u8 floppy_count;

/* The drive's kind, or 0 when there is no such drive. */
const ROM struct floppy_kind *floppy_kind_of(u8 drive);
u8 floppy_cmos_type(u8 drive);
/* Motor on, head calibrated, medium known and its rate set. Returns an INT 13h status. */
u8 floppy_ready(u8 drive);
u8 floppy_last_sector(u8 drive);
/* The cylinder's number for the drive: doubled for 40-track media in an 80-track drive. */
u8 floppy_step(u8 drive, u8 cylinder);
int floppy_changed(u8 drive);
/* ES:DI: the parameter table of the format with so many sectors a track; unchanged when there is none. */
void floppy_give_table(struct int_regs *r, u8 sectors);
void floppy_forget_medium(u8 drive);
void floppy_set_rate(u8 drive, u8 rate, int double_step);

#endif
