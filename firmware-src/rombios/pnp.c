/* Plug and Play installation check (PnP BIOS Specification 1.0A, 4.4): a structure on a 16-byte
 * boundary by which option ROMs and boot sectors know that they run under a PnP BIOS. */
#include "pnp.h"
#include "layout.h"

struct pnp_check {
    char signature[4];
    u8 version, length;
    u16 control;
    u8 checksum;
    u32 event_flag;
    u16 real_offset, real_segment;
    u16 protected_offset;
    u32 protected_base;
    u32 oem_id;
    u16 real_data;
    u32 protected_data;
} PACKED;

/* FF53h is an IRET in the fixed entries; no run-time function is offered, so nothing calls it. */
__attribute__((section(".tables.pnp"))) static const ROM struct pnp_check pnp_check ALIGNED(16) = {
    .signature = "$PnP",
    .version = 0x10,
    .length = sizeof(struct pnp_check),
    .checksum = 0xFB,                   /* all bytes sum to zero */
    .real_offset = 0xFF53, .real_segment = ROM_SEG,
    .protected_offset = 0xFF53, .protected_base = ROM_SEG << 4,
    .real_data = ROM_SEG, .protected_data = ROM_SEG << 4,
};

u16 pnp_check_offset(void)
{
    const ROM struct pnp_check *volatile p = &pnp_check;
    return (u16)(u32)p;
}
