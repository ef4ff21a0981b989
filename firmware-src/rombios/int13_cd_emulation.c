/* INT 13h for the drive that a CD-ROM image takes the place of, and AH=4Bh. */
#include "bda.h"
#include "disk.h"
#include "eltorito.h"
#include "farmem.h"

static void read_sectors(struct int_regs *r, int keep)
{
    struct cd_emulation *e = &cd_emulation;
    u32 cylinder = r->ch, sector = r->cl & 0x3F, count = r->al;
    if (e->media == 4)
        cylinder |= (u32)(r->cl & 0xC0) << 2;
    if (!count || !sector || sector > e->sectors || r->dh >= e->heads || cylinder >= e->cylinders) {
        disk_finish(r, DISK_BAD_COMMAND);
        return;
    }
    u32 lba = (cylinder * e->heads + r->dh) * e->sectors + sector - 1;
    u8 status = DISK_OK;
    if (keep)
        status = atapi_read_sectors(e->cdrom, e->lba + lba / 4, lba % 4 * 512, count * 512,
                                    ((u32)r->es << 4) + r->bx);
    if (status != DISK_OK)
        r->al = 0;
    disk_finish(r, status);
}

static void parameters(struct int_regs *r)
{
    static const ROM u8 types[] = { 0, 2, 4, 5 };
    struct cd_emulation *e = &cd_emulation;
    u32 last = e->cylinders - 1u;
    r->al = 0;
    r->bl = e->media == 4 ? 0 : types[e->media];
    r->ch = (u8)last;
    r->cl = (u8)((last >> 2 & 0xC0) | e->sectors);
    r->dh = (u8)(e->heads - 1);
    r->dl = e->media == 4 ? BDA_GET(disk_count) : (u8)((BDA_GET(equipment) >> 6 & 3) + 1);
    if (e->media != 4) {
        r->es = peek16(0, 0x1E * 4 + 2);
        r->di = peek16(0, 0x1E * 4);
    }
    disk_finish(r, DISK_OK);
}

static void drive_type(struct int_regs *r)
{
    struct cd_emulation *e = &cd_emulation;
    u32 sectors = (u32)e->cylinders * e->heads * e->sectors;
    r->ah = 1;
    if (e->media == 4) {
        r->ah = 3;
        r->cx = (u16)(sectors >> 16);
        r->dx = (u16)sectors;
    }
    set_carry(r, 0);
}

static void emulated(struct int_regs *r)
{
    switch (r->ah) {
    case 0x00: case 0x09: case 0x0C: case 0x0D: case 0x10: case 0x11: case 0x14: case 0x16:
        disk_finish(r, DISK_OK);
        break;
    case 0x01:
        r->ah = BDA_GET(disk_status);
        set_carry(r, r->ah != 0);
        break;
    case 0x02: read_sectors(r, 1); break;
    case 0x03: case 0x05:
        disk_finish(r, 0x03);           /* write protected */
        break;
    case 0x04: read_sectors(r, 0); break;
    case 0x08: parameters(r); break;
    case 0x15: drive_type(r); break;
    default:
        disk_finish(r, DISK_BAD_COMMAND);
        break;
    }
}

int int13_cd_emulation(struct int_regs *r)
{
    struct cd_emulation *e = &cd_emulation;
    if (!e->active)
        return 0;
    if (r->dl == e->drive) {
        emulated(r);
        return 1;
    }
    return 0;
}

/* AL=00h: end the emulation, 01h: only tell. DS:SI: specification packet of 13h bytes. */
void int13_4b_emulation_status(struct int_regs *r)
{
    struct cd_emulation *e = &cd_emulation;
    u16 seg = r->ds, si = r->si;
    if (r->al > 1 || !e->cdrom) {
        disk_finish(r, DISK_BAD_COMMAND);
        return;
    }
    poke8(seg, si, 0x13);
    poke8(seg, (u16)(si + 1), e->media);
    poke8(seg, (u16)(si + 2), e->drive);
    poke8(seg, (u16)(si + 3), e->cdrom->channel);
    poke32(seg, (u16)(si + 4), e->lba);
    poke16(seg, (u16)(si + 8), e->cdrom->unit);
    poke16(seg, (u16)(si + 10), 0);
    poke16(seg, (u16)(si + 12), e->load_segment);
    poke16(seg, (u16)(si + 14), e->load_sectors);
    poke8(seg, (u16)(si + 16), (u8)e->cylinders);
    poke8(seg, (u16)(si + 17), (u8)((e->sectors & 0x3F) | (e->cylinders >> 2 & 0xC0)));
    poke8(seg, (u16)(si + 18), (u8)e->heads);
    if (r->al == 0)
        eltorito_end_emulation();
    disk_finish(r, DISK_OK);
}
