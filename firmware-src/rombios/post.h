/* Power-on self test: what post_main calls, in the order of the calls. */
#ifndef POST_H
#define POST_H
#include "types.h"

void bda_setup(void);
void ivt_setup(void);
void timer_setup(void);
void memory_sizing(void);
void e820_setup(void);
void pic_setup(void);
void dma_setup(void);
void apic_setup(void);
void coprocessor_setup(void);
void shadow_setup(void);
void shadow_lock(void);
void pci_setup(void);
void kbc_setup(void);
void rtc_setup(void);
void serial_setup(void);
void parallel_setup(void);
void video_rom_setup(void);
void banner_print(void);
void floppy_setup(void);
void ide_setup(void);
void option_roms_setup(void);
void tables_setup(void);
void boot_menu(void);
void boot(void) NORETURN;

#endif
