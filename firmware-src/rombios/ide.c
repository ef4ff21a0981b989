/* Programmed I/O with ATA disks (ATA-6, "PIO data-in" and "PIO data-out" protocols). */
#include "ide.h"
#include "entry.h"
#include "farmem.h"
#include "io.h"
#include "scratch.h"
#include "timer.h"

#define CMD_READ          0x20
#define CMD_READ_EXT      0x24
#define CMD_WRITE         0x30
#define CMD_WRITE_EXT     0x34
#define CMD_VERIFY        0x40
#define CMD_VERIFY_EXT    0x42
#define CMD_FLUSH         0xE7
#define COMMAND_MS        30000u
#define POLLS             200   /* looks at the status before the processor halts instead */

void ide_select(const struct ide_drive *d, u8 extra)
{
    outb((u16)(d->base + IDE_SELECT), (u8)(0xA0 | d->unit << 4 | extra));
    for (u32 i = 0; i < 4; i++)         /* 400 ns */
        inb(d->control);
}

/* Halting is only safe while the drive's interrupt can end it. */
static int can_halt(const struct ide_drive *d)
{
    u8 bit = (u8)(1 << (6 + d->channel));
    return !(inb(0xA1) & bit) && !(inb(0x21) & 0x04);
}

int ide_wait(const struct ide_drive *d, u32 ms)
{
    struct deadline limit;
    deadline_start(&limit, ms * 1000);
    for (u32 polls = 0; ; polls++) {
        u8 status = inb((u16)(d->base + IDE_STATUS));
        if (!(status & IDE_BSY))
            return status;
        if (deadline_over(&limit))
            return -1;
        if (polls >= POLLS && can_halt(d))
            irq_wait();
    }
}

static u8 error_status(const struct ide_drive *d, u8 status)
{
    if (!(status & (IDE_ERR | IDE_DF)))
        return DISK_OK;
    if (status & IDE_DF)
        return DISK_WRITE_FAULT;
    u8 error = inb((u16)(d->base + IDE_ERROR));
    if (error & 0x40)
        return DISK_ECC;
    if (error & 0x10)
        return DISK_NOT_FOUND;
    return DISK_CONTROLLER;
}

/* Loads the task file and starts the command. */
static u8 start(const struct ide_drive *d, u8 command, u8 command_ext, u64 lba, u32 count)
{
    u16 base = d->base;
    int ext = d->has_lba48 && (lba + count > 0x0FFFFFFF || count > 256);
    if (ide_wait(d, COMMAND_MS) < 0)
        return DISK_TIMEOUT;
    if (d->has_lba || ext) {
        ide_select(d, (u8)(0x40 | (ext ? 0 : lba >> 24 & 15)));
    } else {
        u32 track = (u32)lba / d->physical_sectors;
        ide_select(d, (u8)(track % d->physical_heads));
        lba = ((u64)(track / d->physical_heads) << 8) | ((u32)lba % d->physical_sectors + 1);
    }
    if (ide_wait(d, COMMAND_MS) < 0)
        return DISK_TIMEOUT;
    if (ext) {
        outb((u16)(base + IDE_COUNT), (u8)(count >> 8));
        outb((u16)(base + IDE_LBA0), (u8)(lba >> 24));
        outb((u16)(base + IDE_LBA1), (u8)(lba >> 32));
        outb((u16)(base + IDE_LBA2), (u8)(lba >> 40));
    }
    outb((u16)(base + IDE_COUNT), (u8)count);
    outb((u16)(base + IDE_LBA0), (u8)lba);
    outb((u16)(base + IDE_LBA1), (u8)(lba >> 8));
    outb((u16)(base + IDE_LBA2), (u8)(lba >> 16));
    outb((u16)(base + IDE_COMMAND), ext ? command_ext : command);
    inb(d->control);
    return DISK_OK;
}

u8 ide_transfer(const struct ide_drive *d, u64 lba, u32 *count, u32 address, int write)
{
    u32 wanted = *count, done = 0;
    *count = 0;
    while (done < wanted) {
        u32 chunk = wanted - done > 256 ? 256 : wanted - done;
        u8 status = start(d, write ? CMD_WRITE : CMD_READ, write ? CMD_WRITE_EXT : CMD_READ_EXT, lba + done, chunk);
        for (u32 i = 0; status == DISK_OK && i < chunk; i++) {
            int s = ide_wait(d, COMMAND_MS);
            if (s < 0)
                return DISK_TIMEOUT;
            status = error_status(d, (u8)s);
            if (status == DISK_OK && !(s & IDE_DRQ))
                status = DISK_CONTROLLER;
            if (status != DISK_OK)
                break;
            if (write)
                outsw_far(d->base, (u16)(address >> 4), (u16)(address & 15), 256);
            else
                insw_far(d->base, (u16)(address >> 4), (u16)(address & 15), 256);
            inb(d->control);
            address += 512;
            *count = ++done;
        }
        if (status != DISK_OK)
            return status;
        irq_window();
    }
    int s = ide_wait(d, COMMAND_MS);
    return s < 0 ? DISK_TIMEOUT : error_status(d, (u8)s);
}

u8 ide_verify(const struct ide_drive *d, u64 lba, u32 *count)
{
    u32 wanted = *count, done = 0;
    *count = 0;
    while (done < wanted) {
        u32 chunk = wanted - done > 256 ? 256 : wanted - done;
        u8 status = start(d, CMD_VERIFY, CMD_VERIFY_EXT, lba + done, chunk);
        if (status != DISK_OK)
            return status;
        int s = ide_wait(d, COMMAND_MS);
        if (s < 0)
            return DISK_TIMEOUT;
        status = error_status(d, (u8)s);
        if (status != DISK_OK)
            return status;
        *count = done += chunk;
    }
    return DISK_OK;
}

u8 ide_reset(const struct ide_drive *d)
{
    outb(d->control, 0x04);             /* SRST */
    wait_us(5);
    outb(d->control, 0x00);
    wait_us(2000);
    ide_select(d, 0);
    return ide_wait(d, COMMAND_MS) < 0 ? DISK_RESET_FAILED : DISK_OK;
}
