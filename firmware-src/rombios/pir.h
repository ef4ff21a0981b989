/* The slots of the $PIR table, also told by PCI BIOS function B10Eh. */
#ifndef PIR_H
#define PIR_H
#include "types.h"

u16 pir_entries_offset(void);
u16 pir_entries_bytes(void);

#endif
