/* El Torito: the boot catalog, loading the image, and starting an emulation. */
#include "eltorito.h"
#include "bda.h"
#include "disk.h"
#include "floppy.h"
#include "log.h"
#include "scratch.h"

#define DESCRIPTOR_SECTOR 17
#define BOOTABLE 0x88

struct cd_emulation cd_emulation;

static u8 read_start(const struct ide_drive *d, u32 lba)
{
    return atapi_read_sectors(d, lba, 0, sizeof scratch_sector,
                              ((u32)data_segment() << 4) + data_offset(scratch_sector));
}

static u32 dword(u32 i)
{
    return scratch_sector[i] | (u32)scratch_sector[i + 1] << 8 | (u32)scratch_sector[i + 2] << 16 |
        (u32)scratch_sector[i + 3] << 24;
}

/* Boot record volume descriptor: returns the catalog's sector, or 0. */
static u32 catalog_sector(const struct ide_drive *d)
{
    static const ROM char id[] = "\0CD001\1EL TORITO SPECIFICATION";
    if (read_start(d, DESCRIPTOR_SECTOR) != DISK_OK)
        return 0;
    for (u32 i = 0; i < sizeof id - 1; i++)
        if (scratch_sector[i] != (u8)id[i])
            return 0;
    return dword(0x47);
}

/* The validation entry, 32 bytes whose words sum to zero. */
static int catalog_valid(void)
{
    u16 sum = 0;
    for (u32 i = 0; i < 32; i += 2)
        sum = (u16)(sum + scratch_sector[i] + (scratch_sector[i + 1] << 8));
    return scratch_sector[0] == 1 && scratch_sector[30] == 0x55 && scratch_sector[31] == 0xAA && sum == 0;
}

/* A disk image's geometry stands in its partition table: the end of the first entry. */
static void disk_geometry(struct cd_emulation *e, u16 seg)
{
    e->heads = (u16)(peek8(seg, 0x1C3) + 1);
    e->sectors = peek8(seg, 0x1C4) & 0x3F;
    e->cylinders = (u16)((peek8(seg, 0x1C5) | (peek8(seg, 0x1C4) & 0xC0) << 2) + 1);
}

static void emulate(struct cd_emulation *e, u16 seg)
{
    static const ROM u8 floppy_sectors[] = { 0, 15, 18, 36 };
    e->active = 1;
    if (e->media == 4) {
        disk_geometry(e, seg);
        e->drive = 0x80;
        BDA_SET(disk_count, BDA_GET(disk_count) + 1);
    } else {
        e->cylinders = 80;
        e->heads = 2;
        e->sectors = floppy_sectors[e->media];
        e->drive = 0x00;
        if (floppy_count)
            BDA_SET(equipment, BDA_GET(equipment) + 0x40);
        else
            BDA_OR(equipment, 1);
    }
}

void eltorito_end_emulation(void)
{
    struct cd_emulation *e = &cd_emulation;
    if (!e->active)
        return;
    e->active = 0;
    if (e->media == 4)
        BDA_SET(disk_count, BDA_GET(disk_count) - 1);
    else if (floppy_count)
        BDA_SET(equipment, BDA_GET(equipment) - 0x40);
    else
        BDA_AND(equipment, ~1u);
}

int eltorito_load(const struct ide_drive *d, u8 number, u16 *seg, u8 *boot_drive)
{
    struct cd_emulation *e = &cd_emulation;
    if (atapi_ready(d) != DISK_OK) {
        LOG("cd-rom %02x: no medium", number);
        return 0;
    }
    u32 catalog = catalog_sector(d);
    if (!catalog || read_start(d, catalog) != DISK_OK || !catalog_valid() || scratch_sector[32] != BOOTABLE) {
        LOG("cd-rom %02x: no boot catalog", number);
        return 0;
    }
    e->media = scratch_sector[33] & 15;
    e->load_segment = (u16)dword(34);
    if (!e->load_segment)
        e->load_segment = 0x07C0;
    e->load_sectors = (u16)dword(38);
    e->lba = dword(40);
    e->cdrom = d;
    e->drive = number;
    if (e->media > 4)
        return 0;
    u32 bytes = (u32)(e->load_sectors ? e->load_sectors : 1) * 512;
    if (bytes > 0x98000u - ((u32)e->load_segment << 4))
        bytes = 0x98000u - ((u32)e->load_segment << 4);
    u8 status = atapi_read_sectors(d, e->lba, 0, bytes, (u32)e->load_segment << 4);
    LOG("cd-rom %02x: media %d, %d bytes of sector %d to %04x:0000, status %02x", number, e->media, bytes, e->lba,
        e->load_segment, status);
    if (status != DISK_OK)
        return 0;
    if (e->media)
        emulate(e, e->load_segment);
    *seg = e->load_segment;
    *boot_drive = e->drive;
    return 1;
}
