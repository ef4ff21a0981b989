/* Commands of the floppy controller (82077AA datasheet, "Command set descriptions"). */
#include "fdc.h"
#include "bda.h"
#include "entry.h"
#include "handlers.h"
#include "io.h"
#include "pic.h"
#include "timer.h"

#define IRQ_TICKS 55            /* three seconds: a slow drive's full seek and a few revolutions */

u8 dpt_byte(u32 index)
{
    u16 off = peek16(0, 0x1E * 4), seg = peek16(0, 0x1E * 4 + 2);
    return peek8(seg, (u16)(off + index));
}

void int0e_floppy_irq(struct int_regs *r)
{
    (void)r;
    BDA_OR(floppy_recalibrated, 0x80);
    pic_eoi(6);
}

static void expect_irq(void)
{
    BDA_AND(floppy_recalibrated, 0x7F);
}

static int await_irq(void)
{
    u32 start = BDA_GET(timer_ticks);
    while (!(BDA_GET(floppy_recalibrated) & 0x80)) {
        u32 now = BDA_GET(timer_ticks);
        if (now < start)
            start = now;
        if (now - start > IRQ_TICKS)
            return 0;
        irq_wait();
    }
    expect_irq();
    return 1;
}

/* Waits until the FIFO wants (direction 0x80) or has (0xC0) a byte. */
static int fifo_ready(u8 direction)
{
    struct deadline d;
    deadline_start(&d, 2000);
    while ((inb(FDC_MSR) & 0xC0) != direction)
        if (deadline_over(&d))
            return 0;
    return 1;
}

static int send(const u8 *bytes, u32 length)
{
    for (u32 i = 0; i < length; i++) {
        if (!fifo_ready(0x80))
            return 0;
        outb(FDC_FIFO, bytes[i]);
    }
    return 1;
}

static u32 receive(u8 *bytes, u32 limit)
{
    u32 n = 0;
    while (n < limit && fifo_ready(0xC0)) {
        bytes[n++] = inb(FDC_FIFO);
        if (!(inb(FDC_MSR) & 0x10))     /* no longer busy: that was the last */
            break;
    }
    return n;
}

static u8 sense_interrupt(u8 *cylinder)
{
    u8 command = FDC_SENSE, result[2] = { 0x80, 0 };
    if (!send(&command, 1) || receive(result, 2) == 0)
        return 0x80;
    *cylinder = result[1];
    return result[0];
}

u8 fdc_reset(void)
{
    u8 dor = BDA_GET(floppy_motors), cylinder;
    u8 motors = (u8)(dor << 4 | 0x0C | (dor >> 4 & 3));
    BDA_AND(floppy_recalibrated, 0x70);
    outb(FDC_DOR, motors & ~0x04);
    wait_us(5);
    outb(FDC_DOR, motors);
    if (!await_irq())
        return FLOPPY_TIMEOUT;
    u8 st0 = sense_interrupt(&cylinder);
    for (u32 i = 0; i < 3; i++)         /* one answer for each of the four drives */
        sense_interrupt(&cylinder);
    if ((st0 & 0xC0) != 0xC0)
        return FLOPPY_CONTROLLER;
    fdc_specify();
    return FLOPPY_OK;
}

void fdc_specify(void)
{
    u8 command[3] = { FDC_SPECIFY, dpt_byte(0), dpt_byte(1) };
    send(command, 3);
}

void fdc_select(u8 drive)
{
    u8 motors = (u8)((BDA_GET(floppy_motors) & 0x0F) | 1 << drive);
    BDA_SET(floppy_motors, (BDA_GET(floppy_motors) & 0x80) | drive << 4 | motors);
    BDA_SET(floppy_motor_ticks, 0xFF);
    outb(FDC_DOR, (u8)(motors << 4 | 0x0C | drive));
}

static u8 seek_end(u8 *cylinder)
{
    if (!await_irq())
        return FLOPPY_TIMEOUT;
    u8 st0 = sense_interrupt(cylinder);
    return (st0 & 0xE0) == 0x20 ? FLOPPY_OK : FLOPPY_SEEK;
}

u8 fdc_recalibrate(u8 drive)
{
    u8 command[2] = { FDC_RECALIBRATE, drive };
    u8 status = FLOPPY_SEEK, cylinder;
    for (u32 i = 0; i < 2 && status != FLOPPY_OK; i++) {    /* 77 steps may not do for 80 tracks */
        expect_irq();
        if (!send(command, 2))
            return FLOPPY_CONTROLLER;
        status = seek_end(&cylinder);
        if (status == FLOPPY_TIMEOUT)
            return status;
    }
    if (status == FLOPPY_OK) {
        BDA_OR(floppy_recalibrated, 1 << drive);
        if (drive < 2)
            poke8(BDA_SEG, (u16)(0x94 + drive), 0);
    }
    return status;
}

u8 fdc_seek(u8 drive, u8 head, u8 cylinder)
{
    u8 command[3] = { FDC_SEEK, (u8)(head << 2 | drive), cylinder };
    u8 at = 0;
    expect_irq();
    if (!send(command, 3))
        return FLOPPY_CONTROLLER;
    u8 status = seek_end(&at);
    if (status == FLOPPY_OK && drive < 2)
        poke8(BDA_SEG, (u16)(0x94 + drive), at);
    return status == FLOPPY_OK && at != cylinder ? FLOPPY_SEEK : status;
}

static u8 status_of(const u8 *result)
{
    u8 st0 = result[0], st1 = result[1];
    if ((st0 & 0xC0) == 0)
        return FLOPPY_OK;
    if ((st0 & 0xC0) != 0x40)
        return FLOPPY_CONTROLLER;
    if (st1 & 0x80)                     /* end of cylinder */
        return FLOPPY_NOT_FOUND;
    if (st1 & 0x20)
        return FLOPPY_CRC;
    if (st1 & 0x10)
        return FLOPPY_DMA_OVERRUN;
    if (st1 & 0x04)
        return FLOPPY_NOT_FOUND;
    if (st1 & 0x02)
        return FLOPPY_PROTECTED;
    if (st1 & 0x01)
        return FLOPPY_NO_MARK;
    return FLOPPY_CONTROLLER;
}

u8 fdc_command(const u8 *command, u32 length)
{
    u8 result[7] = { 0 };
    expect_irq();
    if (!send(command, length))
        return FLOPPY_TIMEOUT;
    if (!await_irq()) {
        fdc_reset();
        return FLOPPY_TIMEOUT;
    }
    if (receive(result, 7) < 7)
        return FLOPPY_CONTROLLER;
    for (u32 i = 0; i < 7; i++)
        poke8(BDA_SEG, (u16)(0x42 + i), result[i]);
    return status_of(result);
}
