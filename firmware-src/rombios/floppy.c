/* Which drives there are, and which medium is in them: its data rate is found by trying. */
#include "floppy.h"
#include "bda.h"
#include "cmos.h"
#include "fdc.h"
#include "io.h"
#include "log.h"
#include "post.h"

#define RATE_500K 0
#define RATE_300K 1
#define RATE_250K 2
#define RATE_1M   3

#define MEDIA_ESTABLISHED 0x10
#define MEDIA_DOUBLE_STEP 0x20

/* 40:8F, drive 0 in the low nibble */
#define INFO_80_TRACKS 1
#define INFO_SEVERAL_RATES 2
#define INFO_DETERMINED 4

u8 floppy_count;

static const ROM struct floppy_kind kinds[] = {
    { 39, 9, 0, { RATE_250K, 0xFF, 0xFF }, { 9, 0, 0 } },                   /* 1: 360 KB */
    { 79, 15, 1, { RATE_500K, RATE_300K, RATE_250K }, { 15, 9, 9 } },       /* 2: 1.2 MB */
    { 79, 9, 1, { RATE_250K, 0xFF, 0xFF }, { 9, 0, 0 } },                   /* 3: 720 KB */
    { 79, 18, 1, { RATE_500K, RATE_250K, 0xFF }, { 18, 9, 0 } },            /* 4: 1.44 MB */
    { 79, 36, 1, { RATE_1M, RATE_500K, RATE_250K }, { 36, 18, 9 } },        /* 5, 6: 2.88 MB */
};

u8 floppy_cmos_type(u8 drive)
{
    u8 types = cmos_read(CMOS_FLOPPY_TYPES);
    if (drive > 1)
        return 0;
    return drive ? types & 15 : types >> 4;
}

const ROM struct floppy_kind *floppy_kind_of(u8 drive)
{
    u8 type = floppy_cmos_type(drive);
    if (type == 0 || type > 6)
        return 0;
    return &kinds[type > 5 ? 4 : type - 1];
}

static u8 media(u8 drive)
{
    return peek8(BDA_SEG, (u16)(0x90 + drive));
}

static void set_media(u8 drive, u8 value)
{
    poke8(BDA_SEG, (u16)(0x90 + drive), value);
}

void floppy_forget_medium(u8 drive)
{
    set_media(drive, 0);
    BDA_AND(floppy_recalibrated, ~(1 << drive));
}

static void use_rate(u8 rate)
{
    outb(FDC_DIR, rate);
    BDA_SET(floppy_last_rate, rate << 6 | rate << 2);
}

/* Bits 2-0 of 40:90: 360 KB and 1.2 MB drives have names for their media, all later ones share one. */
static u8 medium_state(u8 drive, u8 rate)
{
    switch (floppy_cmos_type(drive)) {
    case 1: return 3;
    case 2: return rate == RATE_500K ? 5 : rate == RATE_300K ? 4 : 7;
    default: return 7;
    }
}

void floppy_set_rate(u8 drive, u8 rate, int double_step)
{
    set_media(drive, (u8)(rate << 6 | MEDIA_ESTABLISHED | (double_step ? MEDIA_DOUBLE_STEP : 0) | medium_state(drive, rate)));
    use_rate(rate);
}

int floppy_changed(u8 drive)
{
    const ROM struct floppy_kind *kind = floppy_kind_of(drive);
    fdc_select(drive);
    return kind->change_line && inb(FDC_DIR) & 0x80;
}

u8 floppy_step(u8 drive, u8 cylinder)
{
    return media(drive) & MEDIA_DOUBLE_STEP ? (u8)(cylinder * 2) : cylinder;
}

u8 floppy_last_sector(u8 drive)
{
    const ROM struct floppy_kind *kind = floppy_kind_of(drive);
    u8 rate = media(drive) >> 6;
    for (u32 i = 0; i < 3; i++)
        if (kind->rates[i] == rate)
            return kind->rate_sectors[i];
    return kind->sectors;
}

/* Whether the medium has 40 tracks under an 80-track drive: then the second step finds track 1. */
static int needs_double_step(u8 drive)
{
    u8 command[2] = { FDC_READ_ID, drive };
    if (fdc_seek(drive, 0, 2) != FLOPPY_OK || fdc_command(command, 2) != FLOPPY_OK)
        return 0;
    return peek8(BDA_SEG, 0x42 + 3) == 1;
}

static u8 find_rate(u8 drive, const ROM struct floppy_kind *kind)
{
    u8 command[2] = { FDC_READ_ID, drive };
    u8 status = FLOPPY_MEDIA_UNKNOWN;
    for (u32 i = 0; i < 3 && kind->rates[i] != 0xFF; i++) {
        outb(FDC_DIR, kind->rates[i]);
        status = fdc_command(command, 2);
        if (status == FLOPPY_OK) {
            int double_step = kind->rates[i] == RATE_300K && needs_double_step(drive);
            floppy_set_rate(drive, kind->rates[i], double_step);
            return FLOPPY_OK;
        }
        if (status == FLOPPY_TIMEOUT)
            return status;
    }
    return FLOPPY_MEDIA_UNKNOWN;
}

/* The change line falls with a step pulse, if there is a disk. */
static u8 clear_change_line(u8 drive)
{
    u8 status = fdc_seek(drive, 0, 1);
    if (status == FLOPPY_OK)
        status = fdc_recalibrate(drive);
    if (status == FLOPPY_OK && inb(FDC_DIR) & 0x80)
        status = FLOPPY_TIMEOUT;        /* no disk in the drive */
    return status;
}

u8 floppy_ready(u8 drive)
{
    const ROM struct floppy_kind *kind = floppy_kind_of(drive);
    u8 status = FLOPPY_OK;
    fdc_select(drive);
    if (kind->change_line && inb(FDC_DIR) & 0x80) {
        u8 known = media(drive) & MEDIA_ESTABLISHED;
        floppy_forget_medium(drive);
        status = fdc_recalibrate(drive);
        if (status == FLOPPY_OK)
            status = clear_change_line(drive);
        if (status == FLOPPY_OK && known)
            return FLOPPY_CHANGED;
    }
    if (status == FLOPPY_OK && !(BDA_GET(floppy_recalibrated) & 1 << drive))
        status = fdc_recalibrate(drive);
    if (status == FLOPPY_OK && !(media(drive) & MEDIA_ESTABLISHED))
        status = find_rate(drive, kind);
    use_rate(media(drive) >> 6);
    return status;
}

void floppy_setup(void)
{
    for (u8 i = 0; i < 2; i++) {
        const ROM struct floppy_kind *kind = floppy_kind_of(i);
        if (!kind)
            continue;
        u8 info = INFO_DETERMINED | (kind->last_cylinder == 79 ? INFO_80_TRACKS : 0) | (kind->rates[1] != 0xFF ? INFO_SEVERAL_RATES : 0);
        BDA_OR(floppy_info, info << 4 * i);
        floppy_count++;
    }
    u16 equipment = (u16)(cmos_read(CMOS_EQUIPMENT) & 0x3E);
    if (floppy_count)
        equipment |= (u16)(1 | (floppy_count - 1) << 6);
    BDA_SET(equipment, (BDA_GET(equipment) & ~0xFF) | equipment);
    if (!floppy_count)
        return;
    if (fdc_reset() != FLOPPY_OK) {
        LOG("floppy: no controller");
        floppy_count = 0;
        return;
    }
    LOG("floppy: %d drives, types %02x", floppy_count, cmos_read(CMOS_FLOPPY_TYPES));
}
