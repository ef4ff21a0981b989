/* POST: from the first C statement to the boot. Codes on port 80h tell how far it came. */
#include "post.h"
#include "entry.h"
#include "log.h"

struct post_step {
    u8 code;
    void (*run)(void);
};

static const ROM struct post_step steps[] = {
    { 0x10, bda_setup },
    { 0x11, ivt_setup },
    { 0x12, timer_setup },
    { 0x13, memory_sizing },
    { 0x14, e820_setup },
    { 0x15, pic_setup },
    { 0x16, dma_setup },
    { 0x17, apic_setup },
    { 0x18, coprocessor_setup },
    { 0x20, shadow_setup },
    { 0x21, pci_setup },
    { 0x30, kbc_setup },
    { 0x31, rtc_setup },
    { 0x32, serial_setup },
    { 0x33, parallel_setup },
    { 0x40, video_rom_setup },
    { 0x41, banner_print },
    { 0x50, floppy_setup },
    { 0x51, ide_setup },
    { 0x58, tables_setup },
    { 0x60, option_roms_setup },
    { 0x68, boot_menu },
    { 0x70, shadow_lock },
};

void post_main(void);
void post_main(void)
{
    LOG("ROMBIOS: power-on self test");
    for (u32 i = 0; i < COUNT_OF(steps); i++) {
        post_code(steps[i].code);
        steps[i].run();
    }
    post_code(0x80);
    boot();
}
