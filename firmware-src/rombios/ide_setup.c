/* Which drives are on the IDE channels, and what geometry INT 13h tells of the disks. */
#include "bda.h"
#include "disk.h"
#include "ide.h"
#include "io.h"
#include "ivt.h"
#include "log.h"
#include "pic.h"
#include "post.h"
#include "scratch.h"
#include "timer.h"

#define CMD_IDENTIFY        0xEC
#define CMD_IDENTIFY_PACKET 0xA1
#define RESET_MS            31000u

struct ide_drive ide_drives[IDE_MAX];

static u16 word(u32 i)
{
    return (u16)(scratch_sector[i * 2] | scratch_sector[i * 2 + 1] << 8);
}

static int identify(const struct ide_drive *d)
{
    ide_select(d, 0);
    outb((u16)(d->base + IDE_COMMAND), d->kind == IDE_CDROM ? CMD_IDENTIFY_PACKET : CMD_IDENTIFY);
    inb(d->control);
    int s = ide_wait(d, 1000);
    if (s < 0 || s & IDE_ERR || !(s & IDE_DRQ))
        return 0;
    insw_far(d->base, data_segment(), data_offset(scratch_sector), 256);
    inb((u16)(d->base + IDE_STATUS));
    return 1;
}

/* Words 27-46: the model, two characters a word, high byte first, padded by spaces. */
static void take_model(struct ide_drive *d)
{
    u32 n = 40;
    for (u32 i = 0; i < 40; i++)
        d->model[i] = (char)scratch_sector[54 + (i ^ 1)];
    while (n && d->model[n - 1] == ' ')
        n--;
    d->model[n] = 0;
}

/* Disks of more than 1,024 cylinders get more heads instead ("LBA-assisted translation"). */
static void choose_geometry(struct ide_drive *d)
{
    if (d->physical_cylinders <= 1024 && d->physical_heads && d->physical_sectors &&
        d->total <= (u64)((u32)d->physical_cylinders * d->physical_heads * d->physical_sectors)) {
        d->cylinders = d->physical_cylinders;
        d->heads = d->physical_heads;
        d->sectors = d->physical_sectors;
        return;
    }
    u32 total = d->total > 0xFFFFFFFFu ? 0xFFFFFFFFu : (u32)d->total;
    u32 tracks = total / 63, heads = 16;
    while (heads < 128 && tracks > heads * 1024)
        heads *= 2;
    if (tracks > heads * 1024)
        heads = 255;
    u32 cylinders = tracks / heads;
    d->sectors = 63;
    d->heads = (u16)heads;
    d->cylinders = (u16)(cylinders > 1024 ? 1024 : cylinders);
}

static void take_disk(struct ide_drive *d)
{
    d->physical_cylinders = word(1);
    d->physical_heads = word(3);
    d->physical_sectors = word(6);
    d->has_lba = word(49) >> 9 & 1;
    d->has_lba48 = word(83) >> 10 & 1;
    if (d->has_lba48)
        d->total = word(100) | (u32)word(101) << 16 | (u64)word(102) << 32;
    else if (d->has_lba)
        d->total = word(60) | (u32)word(61) << 16;
    else
        d->total = (u32)d->physical_cylinders * d->physical_heads * d->physical_sectors;
    choose_geometry(d);
}

static int present(const struct ide_drive *d)
{
    ide_select(d, 0);
    u8 status = inb((u16)(d->base + IDE_STATUS));
    if (status == 0xFF)                 /* nothing drives the bus */
        return 0;
    if (ide_wait(d, RESET_MS) < 0)      /* a drive in reset takes no register writes */
        return 0;
    outb((u16)(d->base + IDE_COUNT), 0x55);
    outb((u16)(d->base + IDE_LBA0), 0xAA);
    return inb((u16)(d->base + IDE_COUNT)) == 0x55 && inb((u16)(d->base + IDE_LBA0)) == 0xAA;
}

static void look_at(struct ide_drive *d)
{
    if (!present(d))
        return;
    d->kind = IDE_DISK;
    if (inb((u16)(d->base + IDE_LBA1)) == 0x14 && inb((u16)(d->base + IDE_LBA2)) == 0xEB)
        d->kind = IDE_CDROM;
    if (!identify(d)) {
        d->kind = IDE_NONE;
        return;
    }
    take_model(d);
    d->removable = word(0) >> 7 & 1;
    if (d->kind == IDE_DISK)
        take_disk(d);
    LOG("ide %d.%d: \"%S\" %d MiB, %d/%d/%d", d->channel, d->unit, d->model, (u32)(d->total >> 11), d->cylinders,
        d->heads, d->sectors);
}

static void set_up_channel(u32 channel, u16 base, u16 control)
{
    outb(control, 0x04);                /* software reset of both drives */
    wait_us(5);
    outb(control, 0x00);
    wait_us(2000);                      /* ATA-6, 9.2: before BSY tells the truth */
    for (u32 unit = 0; unit < 2; unit++) {
        struct ide_drive *d = &ide_drives[channel * 2 + unit];
        d->channel = (u8)channel;
        d->unit = (u8)unit;
        d->base = base;
        d->control = control;
        look_at(d);
    }
}

void ide_setup(void)
{
    pic_unmask(14);
    pic_unmask(15);
    set_up_channel(0, 0x1F0, 0x3F6);
    set_up_channel(1, 0x170, 0x376);
    disk_map_setup();
}
