/* Option ROMs: C0000-EFFFF and PCI expansion ROMs. */
#ifndef OPTIONROM_H
#define OPTIONROM_H
#include "types.h"

/* A boot-entry or bootstrap-connection vector of a PnP header. */
struct rom_boot_entry {
    u16 seg, bcv, bev;
    char name[25];
};

#define ROM_BOOT_MAX 4
extern struct rom_boot_entry rom_boot[ROM_BOOT_MAX];
extern u32 rom_boot_count;

#endif
