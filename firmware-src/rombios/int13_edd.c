/* INT 13h extensions (Enhanced Disk Drive Specification 3.0) for disks and CD-ROM drives. */
#include "bda.h"
#include "disk.h"
#include "pci.h"

struct packet {                 /* disk address packet at DS:SI */
    u8 size, reserved;
    u16 count;
    u16 off, seg;
    u64 lba;
};

#define PACKET_MAX 127          /* blocks; 0 is allowed too, and transfers nothing */

static u32 block_bytes(const struct ide_drive *d)
{
    return d->kind == IDE_CDROM ? 2048 : 512;
}

static u8 read_packet(const struct int_regs *r, const struct ide_drive *d, struct packet *p)
{
    p->size = peek8(r->ds, r->si);
    p->count = peek16(r->ds, (u16)(r->si + 2));
    p->off = peek16(r->ds, (u16)(r->si + 4));
    p->seg = peek16(r->ds, (u16)(r->si + 6));
    p->lba = peek32(r->ds, (u16)(r->si + 8)) | (u64)peek32(r->ds, (u16)(r->si + 12)) << 32;
    if (p->size < 16 || p->count > PACKET_MAX)
        return DISK_BAD_COMMAND;
    if (d->kind == IDE_DISK && (p->lba >= d->total || p->count > d->total - p->lba))
        return DISK_BAD_COMMAND;
    return DISK_OK;
}

static void finish_packet(struct int_regs *r, u32 blocks, u8 status)
{
    poke16(r->ds, (u16)(r->si + 2), (u16)blocks);
    disk_finish(r, status);
}

static void int13_42_extended_read(struct int_regs *r, const struct ide_drive *d)
{
    struct packet p;
    u32 blocks = 0;
    u8 status = read_packet(r, d, &p);
    if (status == DISK_OK && p.seg == 0xFFFF && p.off == 0xFFFF)
        status = DISK_BAD_COMMAND;      /* 64-bit buffer addresses are not offered */
    if (status == DISK_OK) {
        u32 address = ((u32)p.seg << 4) + p.off;
        blocks = p.count;
        if (d->kind == IDE_CDROM) {
            status = atapi_read_sectors(d, (u32)p.lba, 0, blocks * 2048, address);
            if (status != DISK_OK)
                blocks = 0;
        } else {
            status = ide_transfer(d, p.lba, &blocks, address, 0);
        }
    }
    finish_packet(r, blocks, status);
}

/* AL: 0 or 1 write, 2 write and verify */
static void int13_43_extended_write(struct int_regs *r, const struct ide_drive *d)
{
    struct packet p;
    u32 blocks = 0;
    u8 status = read_packet(r, d, &p);
    if (d->kind == IDE_CDROM)
        status = 0x03;                  /* write protected */
    if (r->al > 2 || (p.seg == 0xFFFF && p.off == 0xFFFF))
        status = DISK_BAD_COMMAND;
    if (status == DISK_OK) {
        blocks = p.count;
        status = ide_transfer(d, p.lba, &blocks, ((u32)p.seg << 4) + p.off, 1);
        if (status == DISK_OK && r->al == 2)
            status = ide_verify(d, p.lba, &blocks);
    }
    finish_packet(r, blocks, status);
}

static void int13_44_extended_verify(struct int_regs *r, const struct ide_drive *d)
{
    struct packet p;
    u32 blocks = 0;
    u8 status = read_packet(r, d, &p);
    if (status == DISK_OK) {
        blocks = p.count;
        if (d->kind == IDE_DISK)
            status = ide_verify(d, p.lba, &blocks);
    }
    finish_packet(r, blocks, status);
}

static void int13_47_extended_seek(struct int_regs *r, const struct ide_drive *d)
{
    struct packet p;
    u8 status = read_packet(r, d, &p);
    disk_finish(r, status);
}

static void int13_41_check(struct int_regs *r, const struct ide_drive *d)
{
    if (r->bx != 0x55AA) {
        disk_finish(r, DISK_BAD_COMMAND);
        return;
    }
    r->bx = 0xAA55;
    disk_finish(r, DISK_OK);
    r->ah = 0x30;                       /* EDD 3.0 */
    r->cx = d->removable ? 0x0007 : 0x0005;     /* packets, lock and eject, drive parameters */
}

/* The device path of EDD 3.0: PCI bus, ATA interface. */
static void put_path(u16 seg, u16 off, const struct ide_drive *d)
{
    static const ROM u8 text[] = "PCI ATA     ";
    u8 sum = 0;
    far_fill(seg, off, 0, 36);
    poke16(seg, off, 0xBEDD);
    poke8(seg, (u16)(off + 2), 36);
    for (u32 i = 0; i < 12; i++)
        poke8(seg, (u16)(off + 6 + i), text[i]);
    if (d->kind == IDE_CDROM) {
        poke8(seg, (u16)(off + 13), 'P');
        poke8(seg, (u16)(off + 14), 'I');
    }
    poke8(seg, (u16)(off + 10 + 4), 0); /* interface path: bus 0 */
    for (u32 i = 0; i < 35; i++)
        sum = (u8)(sum + peek8(seg, (u16)(off + i)));
    poke8(seg, (u16)(off + 35), (u8)-sum);
}

static void int13_48_drive_parameters(struct int_regs *r, const struct ide_drive *d)
{
    u16 seg = r->ds, si = r->si, size = peek16(seg, si);
    if (size < 26) {
        disk_finish(r, DISK_BAD_COMMAND);
        return;
    }
    int disk = d->kind == IDE_DISK;
    u64 total = disk ? d->total : 0xFFFFFFFFFFFFFFFFull;
    /* 1 no DMA boundary errors, 2 geometry valid, 4 removable, 10 change line, 20 lockable */
    poke16(seg, (u16)(si + 2), disk ? 0x0003 : 0x0065);
    poke32(seg, (u16)(si + 4), disk ? d->physical_cylinders : 0xFFFFFFFF);
    poke32(seg, (u16)(si + 8), disk ? d->physical_heads : 0xFFFFFFFF);
    poke32(seg, (u16)(si + 12), disk ? d->physical_sectors : 0xFFFFFFFF);
    poke32(seg, (u16)(si + 16), (u32)total);
    poke32(seg, (u16)(si + 20), (u32)(total >> 32));
    poke16(seg, (u16)(si + 24), (u16)block_bytes(d));
    poke16(seg, si, 26);
    if (size >= 30) {
        poke32(seg, (u16)(si + 26), 0xFFFFFFFF);        /* no EDD 2.0 parameter table */
        poke16(seg, si, 30);
    }
    if (size >= 66) {
        put_path(seg, (u16)(si + 30), d);
        poke16(seg, si, 66);
    }
    disk_finish(r, DISK_OK);
}

static u8 locked;               /* a bit a CD-ROM drive */

static void int13_45_lock(struct int_regs *r, const struct ide_drive *d)
{
    u8 bit = (u8)(1 << (d->channel * 2 + d->unit));
    if (r->al > 2) {
        disk_finish(r, DISK_BAD_COMMAND);
        return;
    }
    if (d->removable) {
        if (r->al == 0)
            locked |= bit;
        else if (r->al == 1)
            locked &= (u8)~bit;
        r->al = (locked & bit) != 0;
    } else {
        r->al = 0;
    }
    disk_finish(r, DISK_OK);
}

static void int13_46_eject(struct int_regs *r, const struct ide_drive *d)
{
    u8 bit = (u8)(1 << (d->channel * 2 + d->unit));
    if (!d->removable)
        disk_finish(r, DISK_NOT_REMOVABLE);
    else if (locked & bit)
        disk_finish(r, 0xB1);           /* locked in the drive */
    else
        disk_finish(r, atapi_eject(d));
}

/* AL: 1 PIO mode 0 and 3, 5: back to the default are what there is */
static void int13_4e_set_hardware(struct int_regs *r)
{
    if (r->al == 1 || r->al == 3 || r->al == 4 || r->al == 6) {
        disk_finish(r, DISK_OK);
        r->al = 0;
    } else {
        disk_finish(r, DISK_BAD_COMMAND);
    }
}

void int13_extensions(struct int_regs *r, const struct ide_drive *d)
{
    switch (r->ah) {
    case 0x41: int13_41_check(r, d); break;
    case 0x42: int13_42_extended_read(r, d); break;
    case 0x43: int13_43_extended_write(r, d); break;
    case 0x44: int13_44_extended_verify(r, d); break;
    case 0x45: int13_45_lock(r, d); break;
    case 0x46: int13_46_eject(r, d); break;
    case 0x47: int13_47_extended_seek(r, d); break;
    case 0x48: int13_48_drive_parameters(r, d); break;
    case 0x49: disk_finish(r, DISK_OK); break;  /* medium not changed */
    case 0x4E: int13_4e_set_hardware(r); break;
    }
}
