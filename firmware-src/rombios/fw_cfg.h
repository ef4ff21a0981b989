/* Option ROMs that QEMU hands over by its firmware configuration device (isa-vga's, and -option-rom). */
#ifndef FW_CFG_H
#define FW_CFG_H
#include "types.h"

/* Copies the index'th file whose name starts with `folder` to seg:0. Returns its size; 0 if there is none or
 * if it is larger than `room`. */
u32 fw_cfg_rom_copy(const ROM char *folder, u32 index, u16 seg, u32 room);

#endif
