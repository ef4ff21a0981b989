/* INT 13h for DL below 80h, also at INT 40h. */
#include "bda.h"
#include "dma.h"
#include "entry.h"
#include "fdc.h"
#include "floppy.h"
#include "handlers.h"
#include "scratch.h"

u8 scratch_sector[512];         /* verified sectors are read to here */

static void finish(struct int_regs *r, u8 status)
{
    BDA_SET(floppy_motor_ticks, dpt_byte(DPT_MOTOR_OFF));
    BDA_SET(floppy_status, status);
    r->ah = status;
    set_carry(r, status != 0);
}

/* One read or write command of `count` sectors, which may run from head 0 into head 1. */
static u8 transfer(struct int_regs *r, u8 code, u8 sector, u8 count, u32 address)
{
    u8 drive = r->dl, head = r->dh & 1, cylinder = r->ch;
    u16 bytes = (u16)(count << (7 + dpt_byte(DPT_SIZE_CODE)));
    if ((address & 0xFFFF) + bytes > 0x10000)
        return FLOPPY_DMA_BOUNDARY;
    u8 status = fdc_seek(drive, head, floppy_step(drive, cylinder));
    if (status != FLOPPY_OK)
        return status;
    u8 last = dpt_byte(DPT_LAST_SECTOR);
    if (last < floppy_last_sector(drive))
        last = floppy_last_sector(drive);
    dma_floppy(address, bytes, code == FDC_READ);
    u8 command[9] = { code, (u8)(head << 2 | drive), cylinder, head, sector, dpt_byte(DPT_SIZE_CODE), last,
                      dpt_byte(DPT_GAP), dpt_byte(DPT_DATA_LENGTH) };
    return fdc_command(command, 9);
}

static u8 with_retry(struct int_regs *r, u8 code, u8 sector, u8 count, u32 address)
{
    u8 status = FLOPPY_OK;
    for (u32 attempt = 0; attempt < 2; attempt++) {
        status = floppy_ready(r->dl);
        if (status == FLOPPY_OK)
            status = transfer(r, code, sector, count, address);
        if (status == FLOPPY_OK || status == FLOPPY_CHANGED || status == FLOPPY_PROTECTED ||
            status == FLOPPY_DMA_BOUNDARY || status == FLOPPY_TIMEOUT)
            break;
        BDA_AND(floppy_recalibrated, ~(1 << r->dl));
    }
    return status;
}

static void int13_read_write_sectors(struct int_regs *r, u8 code)
{
    u32 address = ((u32)r->es << 4) + r->bx;
    u8 status = FLOPPY_BAD_COMMAND;
    if (r->al && r->cl)
        status = with_retry(r, code, r->cl, r->al, address);
    if (status != FLOPPY_OK)
        r->al = 0;
    finish(r, status);
}

static void int13_04_verify_floppy(struct int_regs *r)
{
    u32 address = ((u32)data_segment() << 4) + data_offset(scratch_sector);
    u8 status = FLOPPY_BAD_COMMAND, done = 0;
    if (r->al && r->cl) {
        do
            status = with_retry(r, FDC_READ, (u8)(r->cl + done), 1, address);
        while (status == FLOPPY_OK && ++done < r->al);
    }
    r->al = done;
    finish(r, status);
}

/* ES:BX: cylinder, head, sector, size for each sector of the track. */
static void int13_05_format_track(struct int_regs *r)
{
    u32 address = ((u32)r->es << 4) + r->bx;
    u8 drive = r->dl, head = r->dh & 1, sectors = dpt_byte(DPT_LAST_SECTOR);
    u8 status = floppy_ready(drive);
    if (status == FLOPPY_MEDIA_UNKNOWN) {           /* unformatted: the drive's native rate */
        floppy_set_rate(drive, floppy_kind_of(drive)->rates[0], 0);
        status = FLOPPY_OK;
    }
    if (status == FLOPPY_OK && (address & 0xFFFF) + sectors * 4u > 0x10000)
        status = FLOPPY_DMA_BOUNDARY;
    if (status == FLOPPY_OK)
        status = fdc_seek(drive, head, floppy_step(drive, r->ch));
    if (status == FLOPPY_OK) {
        dma_floppy(address, (u16)(sectors * 4), 0);
        u8 command[6] = { FDC_FORMAT, (u8)(head << 2 | drive), dpt_byte(DPT_SIZE_CODE), sectors,
                          dpt_byte(DPT_FORMAT_GAP), dpt_byte(DPT_FORMAT_BYTE) };
        status = fdc_command(command, 6);
    }
    finish(r, status);
}

static void int13_08_floppy_parameters(struct int_regs *r)
{
    u8 drive = r->dl;
    const ROM struct floppy_kind *kind = floppy_kind_of(drive);
    r->ax = 0;
    r->bx = 0;
    r->cx = 0;
    r->dx = floppy_count;
    if (kind) {
        r->bl = floppy_cmos_type(drive);
        r->ch = kind->last_cylinder;
        r->cl = kind->sectors;
        r->dh = 1;
        floppy_give_table(r, kind->sectors);
    } else {
        r->es = 0;
        r->di = 0;
    }
    BDA_SET(floppy_status, 0);
    set_carry(r, 0);
}

static void int13_15_floppy_type(struct int_regs *r)
{
    const ROM struct floppy_kind *kind = floppy_kind_of(r->dl);
    r->ah = !kind ? 0 : kind->change_line ? 2 : 1;
    set_carry(r, 0);
}

static void int13_16_change_line(struct int_regs *r)
{
    u8 status = FLOPPY_OK;
    if (floppy_changed(r->dl))
        status = FLOPPY_CHANGED;
    finish(r, status);
}

/* AL: 1 360K in 360K drive, 2 360K in 1.2M drive, 3 1.2M, 4 720K. */
static void int13_17_set_media(struct int_regs *r)
{
    static const ROM u8 rate[] = { 2, 1, 0, 2 };
    if (r->al < 1 || r->al > 4) {
        finish(r, FLOPPY_BAD_COMMAND);
        return;
    }
    floppy_set_rate(r->dl, rate[r->al - 1], r->al == 2);
    finish(r, FLOPPY_OK);
}

/* CH: last cylinder, CL: sectors a track. Returns ES:DI: the parameter table for that format. */
static void int13_18_set_format(struct int_regs *r)
{
    const ROM struct floppy_kind *kind = floppy_kind_of(r->dl);
    for (u32 i = 0; i < 3; i++) {
        if (kind->rates[i] == 0xFF || kind->rate_sectors[i] != (r->cl & 0x3F))
            continue;
        int forty = r->ch == 39;
        if (r->ch != kind->last_cylinder && !(forty && kind->rates[i] == 1))
            continue;
        floppy_set_rate(r->dl, kind->rates[i], forty && kind->last_cylinder == 79);
        floppy_give_table(r, kind->rate_sectors[i]);
        finish(r, FLOPPY_OK);
        return;
    }
    finish(r, FLOPPY_MEDIA_UNKNOWN);
}

static int without_drive(struct int_regs *r)
{
    switch (r->ah) {
    case 0x01:
        r->ah = BDA_GET(floppy_status);
        set_carry(r, r->ah != 0);
        return 1;
    case 0x08:
        int13_08_floppy_parameters(r);
        return 1;
    case 0x15:
        int13_15_floppy_type(r);
        return 1;
    }
    return 0;
}

void int40_floppy(struct int_regs *r)
{
    if (without_drive(r))
        return;
    if (r->ah == 0x00) {
        BDA_AND(floppy_recalibrated, 0x70);
        finish(r, floppy_count ? fdc_reset() : FLOPPY_TIMEOUT);
        return;
    }
    if (r->ah > 0x18 || (r->ah > 0x05 && r->ah < 0x16)) {
        finish(r, FLOPPY_BAD_COMMAND);
        return;
    }
    if (!floppy_kind_of(r->dl) || !floppy_count) {
        finish(r, FLOPPY_TIMEOUT);
        return;
    }
    switch (r->ah) {
    case 0x02: int13_read_write_sectors(r, FDC_READ); break;
    case 0x03: int13_read_write_sectors(r, FDC_WRITE); break;
    case 0x04: int13_04_verify_floppy(r); break;
    case 0x05: int13_05_format_track(r); break;
    case 0x16: int13_16_change_line(r); break;
    case 0x17: int13_17_set_media(r); break;
    case 0x18: int13_18_set_format(r); break;
    }
}
