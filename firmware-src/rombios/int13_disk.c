/* INT 13h for disks by cylinder, head and sector. */
#include "bda.h"
#include "disk.h"

/* CX and DH as a sector number; returns 0 for an address outside the disk. */
static int chs_to_lba(const struct int_regs *r, const struct ide_drive *d, u32 *lba)
{
    u32 cylinder = r->ch | (u32)(r->cl & 0xC0) << 2, sector = r->cl & 0x3F;
    if (!sector || sector > d->sectors || r->dh >= d->heads || cylinder >= d->cylinders)
        return 0;
    *lba = (cylinder * d->heads + r->dh) * d->sectors + sector - 1;
    return 1;
}

static void int13_02_03_sectors(struct int_regs *r, const struct ide_drive *d, int write)
{
    u32 lba, count = r->al;
    if (!count || count > 128 || !chs_to_lba(r, d, &lba)) {
        r->al = 0;
        disk_finish(r, DISK_BAD_COMMAND);
        return;
    }
    u8 status = ide_transfer(d, lba, &count, ((u32)r->es << 4) + r->bx, write);
    r->al = (u8)count;
    disk_finish(r, status);
}

static void int13_04_verify_sectors(struct int_regs *r, const struct ide_drive *d)
{
    u32 lba, count = r->al;
    if (!count || !chs_to_lba(r, d, &lba)) {
        disk_finish(r, DISK_BAD_COMMAND);
        return;
    }
    u8 status = ide_verify(d, lba, &count);
    r->al = (u8)count;
    disk_finish(r, status);
}

static void int13_08_disk_parameters(struct int_regs *r, const struct ide_drive *d)
{
    u32 last = d->cylinders - 1u;
    r->al = 0;
    r->bl = 0;
    r->ch = (u8)last;
    r->cl = (u8)((last >> 2 & 0xC0) | d->sectors);
    r->dh = (u8)(d->heads - 1);
    r->dl = disk_count;
    disk_finish(r, DISK_OK);
}

static void int13_0c_seek(struct int_regs *r, const struct ide_drive *d)
{
    u32 lba;
    disk_finish(r, chs_to_lba(r, d, &lba) ? DISK_OK : DISK_BAD_COMMAND);
}

static void int13_10_ready(struct int_regs *r, const struct ide_drive *d)
{
    ide_select(d, 0);
    int s = ide_wait(d, 10);
    disk_finish(r, s >= 0 && s & IDE_DRDY ? DISK_OK : DISK_NOT_READY);
}

static void int13_15_disk_type(struct int_regs *r, const struct ide_drive *d)
{
    u32 sectors = (u32)d->cylinders * d->heads * d->sectors;
    BDA_SET(disk_status, 0);
    r->ah = 3;
    r->cx = (u16)(sectors >> 16);
    r->dx = (u16)sectors;
    set_carry(r, 0);
}

void int13_fixed_disk(struct int_regs *r, const struct ide_drive *d)
{
    switch (r->ah) {
    case 0x00:
    case 0x0D: disk_finish(r, ide_reset(d)); break;
    case 0x01: {
        u8 last = BDA_GET(disk_status);
        disk_finish(r, DISK_OK);
        r->ah = last;
        set_carry(r, last != 0);
        break;
    }
    case 0x02: int13_02_03_sectors(r, d, 0); break;
    case 0x03: int13_02_03_sectors(r, d, 1); break;
    case 0x04: int13_04_verify_sectors(r, d); break;
    case 0x08: int13_08_disk_parameters(r, d); break;
    case 0x09:                                  /* initialise drive parameters */
    case 0x11:                                  /* recalibrate */
    case 0x14: disk_finish(r, DISK_OK); break;  /* controller diagnostic */
    case 0x0C: int13_0c_seek(r, d); break;
    case 0x10: int13_10_ready(r, d); break;
    case 0x15: int13_15_disk_type(r, d); break;
    case 0x41: case 0x42: case 0x43: case 0x44: case 0x45: case 0x46: case 0x47: case 0x48: case 0x49: case 0x4E:
        int13_extensions(r, d);
        break;
    default: disk_finish(r, DISK_BAD_COMMAND); break;
    }
}
