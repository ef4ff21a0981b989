/* Finding option ROMs and calling their initialisation (PCI Firmware Specification; PnP BIOS
 * Specification 1.0A, "Option ROM support"; BIOS Boot Specification 1.01, 3.). */
#include "optionrom.h"
#include "domain.h"
#include "entry.h"
#include "farmem.h"
#include "fw_cfg.h"
#include "layout.h"
#include "log.h"
#include "pci.h"
#include "pci_rom.h"
#include "pnp.h"
#include "post.h"

#define VIDEO_SEG 0xC000
#define FIRST_SEG 0xC800
#define LAST_SEG  0xF000
#define INIT_SP   0x7C00        /* of segment 0: initialisation may need much stack */

struct rom_boot_entry rom_boot[ROM_BOOT_MAX];
u32 rom_boot_count;
static u16 next_free;                   /* where the next PCI ROM may go */

static int checksum_is_zero(u16 seg, u32 units)
{
    u8 sum = 0;
    for (u32 u = 0; u < units; u++)
        for (u32 i = 0; i < 512; i++)
            sum = (u8)(sum + peek8((u16)(seg + u * 32), (u16)i));
    return sum == 0;
}

/* Size in 512-byte units of a valid ROM at seg:0, or 0. */
static u32 rom_units(u16 seg)
{
    if (peek16(seg, 0) != 0xAA55)
        return 0;
    u32 units = peek8(seg, 2);
    if (!units || !checksum_is_zero(seg, units)) {
        LOG("option ROM at %04x:0000: bad checksum", seg);
        return 0;
    }
    return units;
}

static u16 pnp_header(u16 seg)
{
    u16 off = peek16(seg, 0x1A);
    if (off && off < 0xFFF0 && peek32(seg, off) == 0x506E5024)  /* $PnP */
        return off;
    return 0;
}

static void note_boot_entries(u16 seg)
{
    u16 header = pnp_header(seg);
    while (header && rom_boot_count < ROM_BOOT_MAX) {
        u16 bcv = peek16(seg, (u16)(header + 0x16)), bev = peek16(seg, (u16)(header + 0x1A));
        u16 name = peek16(seg, (u16)(header + 0x10));
        if (bcv || bev) {
            struct rom_boot_entry *e = &rom_boot[rom_boot_count++];
            u32 n = 0;
            e->seg = seg;
            e->bcv = bcv;
            e->bev = bev;
            for (; name && n < sizeof(e->name) - 1; n++) {
                u8 c = peek8(seg, (u16)(name + n));
                if (c < 0x20 || c > 0x7E)
                    break;
                e->name[n] = (char)c;
            }
            e->name[n] = 0;
            LOG("option ROM at %04x: boot entry \"%S\" bcv %04x bev %04x", seg, e->name, bcv, bev);
        }
        u16 next = peek16(seg, (u16)(header + 6));
        if (next <= header)
            break;
        header = next;
    }
}

static void initialize(u16 seg, int bdf)
{
    struct call_regs r = {
        .ax = (u16)(bdf < 0 ? 0 : bdf), .bx = 0xFFFF, .dx = 0xFFFF, .es = ROM_SEG, .di = pnp_check_offset(),
        .flags = FLAG_IF, .seg = seg, .off = 3, .sp = INIT_SP,
    };
    LOG("option ROM at %04x: init", seg);
    far_call(&r);
    note_boot_entries(seg);
}

/* Goes on behind the monitor of a domain; returns whether that was ahead. */
static int pass_monitor(void)
{
    if (!domain_has_monitor() || next_free >= MONITOR_END_SEG)
        return 0;
    next_free = MONITOR_END_SEG;
    return 1;
}

static u32 room(void)
{
    int before_monitor = next_free < MONITOR_SEG && domain_has_monitor();
    return (u32)((before_monitor ? MONITOR_SEG : LAST_SEG) - next_free) << 4;
}

/* Initialises the ROM that was copied to next_free and keeps what its header then says it needs. */
static void adopt(int bdf)
{
    u16 seg = next_free;
    initialize(seg, bdf);
    u32 units = peek16(seg, 0) == 0xAA55 ? peek8(seg, 2) : 0;
    next_free = (u16)(seg + ((units * 32 + 0x7F) & ~0x7Fu));
    if (next_free == MONITOR_SEG)
        pass_monitor();
}

static int copy_pci_rom(u16 bdf)
{
    u32 bytes = pci_rom_copy(bdf, next_free, room());
    if (bytes > room() && pass_monitor())
        bytes = pci_rom_copy(bdf, next_free, room());
    if (bytes > room())
        LOG("pci %04x: no room for its ROM of %d bytes", bdf, bytes);
    if (!bytes || bytes > room())
        return 0;
    adopt(bdf);
    return 1;
}

static int copy_fw_cfg_rom(const ROM char *folder, u32 index)
{
    u32 bytes = fw_cfg_rom_copy(folder, index, next_free, room());
    if (bytes && rom_units(next_free))
        adopt(-1);
    return bytes != 0;
}

static int find_video_rom(void)
{
    if (rom_units(VIDEO_SEG)) {
        initialize(VIDEO_SEG, -1);
        next_free = (u16)(VIDEO_SEG + ((peek8(VIDEO_SEG, 2) * 32 + 0x7F) & ~0x7F));
        return 1;
    }
    for (int bdf = pci_next(-1); bdf >= 0; bdf = pci_next(bdf)) {
        u16 class = pci_read16((u16)bdf, PCI_CLASS);
        if ((class == 0x0300 || class == 0x0001) && copy_pci_rom((u16)bdf))
            return 1;
    }
    static const ROM char folder[] = "vgaroms/";
    return copy_fw_cfg_rom(folder, 0);
}

void video_rom_setup(void)
{
    struct call_regs text_mode = { .ax = 0x0003 };
    next_free = VIDEO_SEG;
    if (find_video_rom())
        call_int(0x10, &text_mode);
    else
        LOG("no video ROM");
}

/* Controllers of disks hook INT 13h when their bootstrap connection vector is called (BIOS Boot
 * Specification 1.01, 3.3). */
static void connect_disks(void)
{
    for (u32 i = 0; i < rom_boot_count; i++) {
        struct call_regs r = { .es = ROM_SEG, .di = pnp_check_offset(), .bx = 0xFFFF, .dx = 0xFFFF, .flags = FLAG_IF,
                               .seg = rom_boot[i].seg, .off = rom_boot[i].bcv, .sp = INIT_SP };
        if (rom_boot[i].bcv)
            far_call(&r);
    }
}

/* ROMs that stand in C8000-EFFFF from the start, then those behind PCI expansion ROM registers,
 * then QEMU's. */
void option_roms_setup(void)
{
    u16 seg = next_free > FIRST_SEG ? next_free : FIRST_SEG;
    while (seg < LAST_SEG) {
        if (seg == MONITOR_SEG && domain_has_monitor())
            seg = MONITOR_END_SEG;
        u32 units = rom_units(seg);
        if (units) {
            initialize(seg, -1);
            seg = (u16)(seg + ((units * 32 + 0x7F) & ~0x7Fu));
            next_free = seg;
        } else {
            seg += 0x80;
        }
    }
    if (next_free == MONITOR_SEG)
        pass_monitor();
    for (int bdf = pci_next(-1); bdf >= 0; bdf = pci_next(bdf)) {
        u16 class = pci_read16((u16)bdf, PCI_CLASS);
        if (class != 0x0300 && class != 0x0001 && class >> 8 != 0x06)
            copy_pci_rom((u16)bdf);
    }
    static const ROM char folder[] = "genroms/";
    for (u32 i = 0; i < 8 && copy_fw_cfg_rom(folder, i); i++)
        ;
    connect_disks();
}
