/* The boot menu: F12 during POST, then a digit. */
#include "boot.h"
#include "disk.h"
#include "entry.h"
#include "floppy.h"
#include "kbd_buffer.h"
#include "log.h"
#include "optionrom.h"
#include "post.h"
#include "timer.h"

#define KEY_F12 0x8600
#define KEY_ESC 0x011B
#define MENU_TICKS 9            /* half a second, halted */

/* Whether F12 was pressed in time. Another key is left for the boot loader, and ends the wait. */
static int f12_pressed(void)
{
    for (u32 i = 0; i < MENU_TICKS; i++) {
        int found;
        u16 key = kbd_buffer_get(0, &found);
        if (found && key == KEY_F12)
            kbd_buffer_get(1, &found);
        if (found)
            return key == KEY_F12;
        wait_ticks(1);
    }
    return 0;
}

static u16 await_key(void)
{
    int found;
    u16 key;
    while (key = kbd_buffer_get(1, &found), !found)
        irq_wait();
    return key;
}

static int is_there(u8 kind)
{
    switch (kind) {
    case BOOT_FLOPPY: return floppy_count != 0;
    case BOOT_DISK: return disk_count != 0;
    case BOOT_CDROM: return cdrom_count != 0;
    default: return rom_boot_count != 0;
    }
}

static void show(u8 kind)
{
    switch (kind) {
    case BOOT_FLOPPY: SAY("1. Floppy"); break;
    case BOOT_DISK: SAY("2. Disk    %S", disk_of(0x80)->model); break;
    case BOOT_CDROM: SAY("3. CD-ROM  %S", cdrom_of(CDROM_FIRST)->model); break;
    default: SAY("4. ROM     %S", rom_boot[0].name); break;
    }
}

static void put_first(u8 kind)
{
    u32 i = 0;
    while (i < BOOT_KINDS - 1 && boot_order[i] != kind)
        i++;
    for (; i; i--)
        boot_order[i] = boot_order[i - 1];
    boot_order[0] = kind;
}

void boot_menu(void)
{
    boot_order_setup();
    SAY("Press F12 for the boot menu.");
    if (!f12_pressed())
        return;
    for (u8 kind = BOOT_FLOPPY; kind <= BOOT_ROM; kind++)
        if (is_there(kind))
            show(kind);
    for (;;) {
        u16 key = await_key();
        u8 kind = (u8)((u8)key - '0');
        if (key == KEY_ESC)
            return;
        if (kind >= BOOT_FLOPPY && kind <= BOOT_ROM && is_there(kind)) {
            put_first(kind);
            return;
        }
    }
}
