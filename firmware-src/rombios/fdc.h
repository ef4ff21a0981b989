/* The 82077AA floppy disk controller at 3F0h, IRQ 6, DMA channel 2. */
#ifndef FDC_H
#define FDC_H
#include "types.h"

#define FDC_DOR  0x3F2
#define FDC_MSR  0x3F4
#define FDC_FIFO 0x3F5
#define FDC_DIR  0x3F7          /* read: bit 7 disk changed; write: data rate */

#define FDC_SPECIFY     0x03
#define FDC_RECALIBRATE 0x07
#define FDC_SENSE       0x08
#define FDC_SEEK        0x0F
#define FDC_READ_ID     0x4A
#define FDC_FORMAT      0x4D
#define FDC_READ        0xE6    /* multi-track, MFM, skip deleted */
#define FDC_WRITE       0xC5

/* INT 13h status codes */
#define FLOPPY_OK             0x00
#define FLOPPY_BAD_COMMAND    0x01
#define FLOPPY_NO_MARK        0x02
#define FLOPPY_PROTECTED      0x03
#define FLOPPY_NOT_FOUND      0x04
#define FLOPPY_CHANGED        0x06
#define FLOPPY_DMA_OVERRUN    0x08
#define FLOPPY_DMA_BOUNDARY   0x09
#define FLOPPY_MEDIA_UNKNOWN  0x0C
#define FLOPPY_CRC            0x10
#define FLOPPY_CONTROLLER     0x20
#define FLOPPY_SEEK           0x40
#define FLOPPY_TIMEOUT        0x80

/* Each returns a status code. Interrupts are let in while they wait. */
u8 fdc_reset(void);
void fdc_specify(void);
void fdc_select(u8 drive);
u8 fdc_recalibrate(u8 drive);
u8 fdc_seek(u8 drive, u8 head, u8 cylinder);
/* Sends a command whose end the controller signals by interrupt; its results go to 40:42. */
u8 fdc_command(const u8 *command, u32 length);
/* A byte of the diskette parameter table that INT 1Eh points to. */
u8 dpt_byte(u32 index);

#define DPT_MOTOR_OFF 2
#define DPT_SIZE_CODE 3
#define DPT_LAST_SECTOR 4
#define DPT_GAP 5
#define DPT_DATA_LENGTH 6
#define DPT_FORMAT_GAP 7
#define DPT_FORMAT_BYTE 8

#endif
