/* INT 19h and INT 18h: loading a boot sector, going on to the next device. */
#include "boot.h"
#include "cmos.h"
#include "disk.h"
#include "eltorito.h"
#include "entry.h"
#include "farmem.h"
#include "handlers.h"
#include "kbd_buffer.h"
#include "layout.h"
#include "log.h"
#include "optionrom.h"
#include "pnp.h"
#include "post.h"

#define BOOT_ADDRESS 0x7C00

u8 boot_order[BOOT_KINDS];
static u8 tried;                /* position in boot_order of the device being booted */

void boot_order_setup(void)
{
    u8 order[3] = { cmos_read(CMOS_BOOT_ORDER) & 15, cmos_read(CMOS_BOOT_ORDER) >> 4,
                    cmos_read(CMOS_BOOT_FLAGS) >> 4 };
    u32 n = 0;
    for (u32 i = 0; i < 3; i++)
        if (order[i] >= BOOT_FLOPPY && order[i] <= BOOT_ROM)
            boot_order[n++] = order[i];
    if (!n)                             /* CMOS says nothing: everything, in this order */
        for (u8 kind = BOOT_FLOPPY; kind <= BOOT_ROM; kind++)
            boot_order[n++] = kind;
    while (n < BOOT_KINDS)
        boot_order[n++] = BOOT_NONE;
}

static void start(u16 seg, u16 off, u8 drive) NORETURN;
static void start(u16 seg, u16 off, u8 drive)
{
    struct call_regs r = {
        .ax = 0xAA55, .dx = drive, .es = ROM_SEG, .di = pnp_check_offset(), .flags = FLAG_IF,
        .seg = seg, .off = off, .sp = BOOT_ADDRESS,
    };
    post_code(0x00);
    far_jump(&r);
}

/* Reads the first sector of a drive to 0000:7C00. */
static int load_sector(u8 drive)
{
    for (u32 attempt = 0; attempt < 3; attempt++) {
        struct call_regs r = { .ax = 0x0201, .cx = 1, .dx = drive, .bx = BOOT_ADDRESS, .flags = FLAG_IF };
        call_int(0x13, &r);
        if (!(r.flags & FLAG_CF))
            return 1;
        LOG("boot: drive %02x: status %02x", drive, r.ah);
        if (r.ah == 0x80 || r.ah == 0x01)
            return 0;
        struct call_regs reset = { .dx = drive, .flags = FLAG_IF };
        call_int(0x13, &reset);
    }
    return 0;
}

static void boot_drive(u8 drive, int check_signature)
{
    if (!load_sector(drive))
        return;
    if (check_signature && peek16(0, BOOT_ADDRESS + 510) != 0xAA55) {
        SAY("not a boot sector");
        return;
    }
    start(0, BOOT_ADDRESS, drive);
}

/* The usual load segment, 07C0h, is where boot sectors are; many of them count on CS = 0. */
static void boot_cdrom(u8 number)
{
    u16 seg;
    u8 drive;
    SAY("Booting from CD-ROM ...");
    if (!eltorito_load(cdrom_of(number), number, &seg, &drive))
        return;
    if (seg == BOOT_ADDRESS >> 4)
        start(0, BOOT_ADDRESS, drive);
    start(seg, 0, drive);
}

static void try_kind(u8 kind)
{
    switch (kind) {
    case BOOT_FLOPPY:
        if (cmos_read(CMOS_FLOPPY_TYPES) >> 4) {
            SAY("Booting from floppy ...");
            boot_drive(0x00, !(cmos_read(CMOS_BOOT_FLAGS) & 1));
        }
        break;
    case BOOT_DISK:
        if (disk_of(0x80)) {
            SAY("Booting from disk ...");
            boot_drive(0x80, 1);
        }
        break;
    case BOOT_CDROM:
        for (u8 i = 0; i < cdrom_count; i++)
            boot_cdrom((u8)(CDROM_FIRST + i));
        break;
    case BOOT_ROM:
        for (u32 i = 0; i < rom_boot_count; i++) {
            if (rom_boot[i].bev) {
                SAY("Booting from ROM: %S ...", rom_boot[i].name);
                struct call_regs r = { .es = ROM_SEG, .di = pnp_check_offset(), .flags = FLAG_IF,
                                       .seg = rom_boot[i].seg, .off = rom_boot[i].bev, .sp = BOOT_ADDRESS };
                far_call(&r);
            }
        }
        break;
    }
}

void boot_from(u32 from)
{
    for (;;) {
        for (u32 i = from; i < BOOT_KINDS; i++) {
            tried = (u8)i;
            try_kind(boot_order[i]);
        }
        SAY("No bootable device. Press a key to try again.");
        post_code(0xE0);
        for (int found = 0; !found; ) {
            irq_wait();
            kbd_buffer_get(1, &found);
        }
        from = 0;
    }
}

void int19_boot(struct int_regs *r)
{
    (void)r;
    boot_from(0);
}

/* A boot sector or ROM gives up: the next device. */
void int18_no_boot(struct int_regs *r)
{
    (void)r;
    boot_from(tried + 1u);
}

void boot(void)
{
    struct call_regs r = { .flags = FLAG_IF };
    call_int(0x19, &r);
    boot_from(0);
}
