/* What can be booted, in which order. */
#ifndef BOOT_H
#define BOOT_H
#include "types.h"

enum boot_kind { BOOT_NONE, BOOT_FLOPPY, BOOT_DISK, BOOT_CDROM, BOOT_ROM };
#define BOOT_KINDS 4

extern u8 boot_order[BOOT_KINDS];

/* Reads the order from CMOS 3Dh and 38h. */
void boot_order_setup(void);
/* Starts the first device from position `from` of the order that can be booted. */
void boot_from(u32 from) NORETURN;

#endif
