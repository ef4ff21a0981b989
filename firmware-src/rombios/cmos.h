/* The CMOS RAM of the RTC (MC146818) and the bytes in it that POST reads. */
#ifndef CMOS_H
#define CMOS_H
#include "io.h"

#define CMOS_SECONDS 0x00
#define CMOS_MINUTES 0x02
#define CMOS_HOURS   0x04
#define CMOS_DAY     0x07
#define CMOS_MONTH   0x08
#define CMOS_YEAR    0x09
#define CMOS_STATUS_A 0x0A
#define CMOS_STATUS_B 0x0B
#define CMOS_STATUS_C 0x0C
#define CMOS_STATUS_D 0x0D
#define CMOS_SHUTDOWN 0x0F
#define CMOS_FLOPPY_TYPES 0x10
#define CMOS_EQUIPMENT 0x14
#define CMOS_EXTENDED_KIB 0x30      /* KiB above 1 MiB */
#define CMOS_CENTURY 0x32
#define CMOS_ABOVE_16M 0x34         /* 64 KiB units above 16 MiB */
#define CMOS_BOOT_FLAGS 0x38        /* high nibble: third boot device */
#define CMOS_BOOT_ORDER 0x3D        /* low nibble first, high nibble second device */
#define CMOS_ABOVE_4G 0x5B          /* three bytes, 64 KiB units above 4 GiB */
#define CMOS_CPUS 0x5F              /* processors beside the first */

/* Bit 7 keeps NMI masked while the index register is in use, as IBM's BIOS did. */
static inline u8 cmos_read(u8 index)
{
    outb(0x70, index | 0x80);
    return inb(0x71);
}

static inline void cmos_write(u8 index, u8 value)
{
    outb(0x70, index | 0x80);
    outb(0x71, value);
}

static inline u16 cmos_read16(u8 index)
{
    u8 low = cmos_read(index);
    return (u16)(low | cmos_read((u8)(index + 1)) << 8);
}

#endif
