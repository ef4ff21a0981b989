/* ATAPI packets to CD-ROM drives (ATA-6 "PACKET command protocol"; SCSI-3 MMC). */
#include "farmem.h"
#include "ide.h"
#include "entry.h"
#include "io.h"
#include "timer.h"

#define CMD_PACKET 0xA0
#define PACKET_MS  30000u

/* Takes one data block of `length` bytes from the drive. */
static void take_block(const struct ide_drive *d, u32 length, u32 *skip, u32 *bytes, u32 *address)
{
    for (; length && *skip; length -= 2, *skip -= 2)
        inw(d->base);
    u32 n = length < *bytes ? length : *bytes;
    insw_far(d->base, (u16)(*address >> 4), (u16)(*address & 15), (u16)(n / 2));
    *address += n;
    *bytes -= n;
    for (length -= n; length; length -= 2)
        inw(d->base);
}

u8 atapi_read(const struct ide_drive *d, const u8 *packet, u32 skip, u32 bytes, u32 address)
{
    u16 base = d->base;
    ide_select(d, 0);
    if (ide_wait(d, PACKET_MS) < 0)
        return DISK_TIMEOUT;
    outb((u16)(base + IDE_FEATURES), 0);
    outb((u16)(base + IDE_LBA1), 0x00); /* at most 2,048 bytes a block */
    outb((u16)(base + IDE_LBA2), 0x08);
    outb((u16)(base + IDE_COMMAND), CMD_PACKET);
    inb(d->control);
    int s = ide_wait(d, PACKET_MS);
    if (s < 0)
        return DISK_TIMEOUT;
    if (s & IDE_ERR || !(s & IDE_DRQ))
        return DISK_CONTROLLER;
    outsw_far(base, data_segment(), data_offset(packet), 6);
    inb(d->control);
    for (;;) {
        s = ide_wait(d, PACKET_MS);
        if (s < 0)
            return DISK_TIMEOUT;
        if (s & IDE_ERR)
            return DISK_NOT_READY;
        if (!(s & IDE_DRQ))
            break;
        u32 length = inb((u16)(base + IDE_LBA1)) | (u32)inb((u16)(base + IDE_LBA2)) << 8;
        take_block(d, length, &skip, &bytes, &address);
        inb(d->control);
        irq_window();
    }
    return bytes ? DISK_NOT_FOUND : DISK_OK;
}

u8 atapi_read_sectors(const struct ide_drive *d, u32 lba, u32 skip, u32 bytes, u32 address)
{
    u32 count = (skip + bytes + 2047) / 2048;
    u8 packet[12] = { 0x28, 0, (u8)(lba >> 24), (u8)(lba >> 16), (u8)(lba >> 8), (u8)lba, 0,
                      (u8)(count >> 8), (u8)count };   /* READ (10) */
    return atapi_read(d, packet, skip, bytes, address);
}

/* REQUEST SENSE; returns key << 8 | additional code, or -1. */
static int sense(const struct ide_drive *d)
{
    u8 data[18] = { 0 };
    u8 packet[12] = { 0x03, 0, 0, 0, sizeof data };
    if (atapi_read(d, packet, 0, sizeof data, ((u32)data_segment() << 4) + data_offset(data)) != DISK_OK)
        return -1;
    return (data[2] & 15) << 8 | data[12];
}

u8 atapi_ready(const struct ide_drive *d)
{
    u8 packet[12] = { 0x00 };           /* TEST UNIT READY */
    for (u32 i = 0; i < 100; i++) {
        u8 status = atapi_read(d, packet, 0, 0, 0);
        if (status != DISK_NOT_READY)
            return status;
        int s = sense(d);
        if ((s & 0xFF) == 0x3A)
            return DISK_NO_MEDIUM;
        if (s >> 8 != 2 && s >> 8 != 6) /* neither becoming ready nor attention */
            return DISK_NOT_READY;
        if (s >> 8 == 2)
            wait_ticks(1);
    }
    return DISK_NOT_READY;
}

u8 atapi_eject(const struct ide_drive *d)
{
    u8 packet[12] = { 0x1B, 0, 0, 0, 0x02 };
    return atapi_read(d, packet, 0, 0, 0);
}
