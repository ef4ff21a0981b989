/* ATA disks and ATAPI CD-ROM drives on the two legacy IDE channels. */
#ifndef IDE_H
#define IDE_H
#include "types.h"

enum ide_kind { IDE_NONE, IDE_DISK, IDE_CDROM };

struct ide_drive {
    u8 kind;
    u8 channel, unit;           /* 0 or 1 each */
    u8 has_lba, has_lba48;
    u8 removable;
    u16 base, control;          /* ports of the command and control blocks */
    u16 physical_cylinders, physical_heads, physical_sectors;
    u16 cylinders, heads, sectors;      /* as INT 13h tells them */
    u64 total;                  /* sectors */
    char model[41];
};

#define IDE_MAX 4
extern struct ide_drive ide_drives[IDE_MAX];

/* INT 13h status codes of disks */
#define DISK_OK            0x00
#define DISK_BAD_COMMAND   0x01
#define DISK_NOT_FOUND     0x04
#define DISK_RESET_FAILED  0x05
#define DISK_ECC           0x10
#define DISK_CONTROLLER    0x20
#define DISK_NO_MEDIUM     0x31
#define DISK_TIMEOUT       0x80
#define DISK_NOT_READY     0xAA
#define DISK_WRITE_FAULT   0xCC
#define DISK_NOT_LOCKED    0xB0
#define DISK_NOT_REMOVABLE 0xB2

#define IDE_BSY 0x80
#define IDE_DRDY 0x40
#define IDE_DF  0x20
#define IDE_DRQ 0x08
#define IDE_ERR 0x01

/* Ports relative to base */
#define IDE_DATA     0
#define IDE_ERROR    1
#define IDE_FEATURES 1
#define IDE_COUNT    2
#define IDE_LBA0     3
#define IDE_LBA1     4
#define IDE_LBA2     5
#define IDE_SELECT   6
#define IDE_STATUS   7
#define IDE_COMMAND  7

/* Reads or writes sectors at a linear address below 1 MiB. Returns an INT 13h status;
 * *count becomes the number of sectors that were transferred. */
u8 ide_transfer(const struct ide_drive *d, u64 lba, u32 *count, u32 address, int write);
/* Whether the sectors can be read, without keeping them. */
u8 ide_verify(const struct ide_drive *d, u64 lba, u32 *count);
u8 ide_reset(const struct ide_drive *d);

/* Shared by the two kinds. */
void ide_select(const struct ide_drive *d, u8 extra);
/* Waits until not busy; returns the status register, or -1 when that takes longer than `ms`. */
int ide_wait(const struct ide_drive *d, u32 ms);

/* Sends a 12-byte packet; of its data, `skip` bytes are dropped and then `bytes` stored at address. */
u8 atapi_read(const struct ide_drive *d, const u8 *packet, u32 skip, u32 bytes, u32 address);
/* 2,048-byte sectors of a CD-ROM: `skip` and `bytes` as above, from the start of sector lba. */
u8 atapi_read_sectors(const struct ide_drive *d, u32 lba, u32 skip, u32 bytes, u32 address);
/* The packet that starts with a 512-byte data-in command, waiting for the medium. */
u8 atapi_ready(const struct ide_drive *d);
/* START STOP UNIT. */
u8 atapi_eject(const struct ide_drive *d);

#endif
