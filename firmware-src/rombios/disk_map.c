/* Which drive has which number; the fixed disk parameter tables behind INT 41h and 46h. */
#include "bda.h"
#include "disk.h"
#include "ivt.h"

u8 disk_count, cdrom_count;

struct fixed_disk_table {       /* IBM AT Technical Reference, "Fixed disk parameter table" */
    u16 cylinders;
    u8 heads;
    u8 reserved3[2];
    u16 precompensation;
    u8 ecc_burst;
    u8 control;
    u8 reserved9[3];
    u16 landing_zone;
    u8 sectors;
    u8 reserved15;
} PACKED;

static struct fixed_disk_table tables[2];

static struct ide_drive *nth(u8 kind, u32 index)
{
    for (u32 i = 0; i < IDE_MAX; i++)
        if (ide_drives[i].kind == kind && !index--)
            return &ide_drives[i];
    return 0;
}

struct ide_drive *disk_of(u8 number)
{
    return number >= 0x80 && number < CDROM_FIRST ? nth(IDE_DISK, number - 0x80u) : 0;
}

struct ide_drive *cdrom_of(u8 number)
{
    return number >= CDROM_FIRST ? nth(IDE_CDROM, number - CDROM_FIRST) : 0;
}

void disk_map_setup(void)
{
    while (nth(IDE_DISK, disk_count))
        disk_count++;
    while (nth(IDE_CDROM, cdrom_count))
        cdrom_count++;
    BDA_SET(disk_count, disk_count);
    for (u32 i = 0; i < 2; i++) {
        struct ide_drive *d = nth(IDE_DISK, i);
        if (!d)
            continue;
        struct fixed_disk_table *t = &tables[i];
        t->cylinders = d->cylinders;
        t->heads = (u8)d->heads;
        t->sectors = (u8)d->sectors;
        t->precompensation = 0xFFFF;
        t->control = d->heads > 8 ? 0x08 : 0;
        t->landing_zone = d->cylinders;
        ivt_set(i ? 0x46 : 0x41, data_segment(), data_offset(t));
    }
}

void disk_finish(struct int_regs *r, u8 status)
{
    BDA_SET(disk_status, status);
    r->ah = status;
    set_carry(r, status != DISK_OK);
}
