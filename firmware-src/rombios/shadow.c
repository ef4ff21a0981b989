/* Shadow RAM for option ROMs: C0000-EFFFF become RAM with what was readable there before.
 * 82441FX datasheet: PAM registers 5Ah-5Fh, a nibble for 16 KiB, bit 0 read, bit 1 write enable;
 * 59h bits 5-4 for F0000-FFFFF.                                                                */
#include "farmem.h"
#include "log.h"
#include "pci.h"
#include "post.h"

#define PAM0 0x59
#define I440FX 0x12378086u
#define COPY_SEG 0x1000

void shadow_setup(void)
{
    if (pci_read32(0, PCI_VENDOR) != I440FX)
        return;
    for (u32 i = 0; i < 12; i++) {
        u16 seg = (u16)(0xC000 + i * 0x400);
        u8 reg = (u8)(PAM0 + 1 + i / 2);
        u8 pam = pci_read8(0, reg);
        u8 shift = i & 1 ? 4 : 0;
        if (pam >> shift & 1)
            continue;                   /* a warm start: the copy is still there */
        far_copy(COPY_SEG, 0, seg, 0, 0x4000);
        pci_write8(0, reg, (u8)(pam | 3 << shift));
        far_copy(seg, 0, COPY_SEG, 0, 0x4000);
    }
}

/* Write-protects F0000-FFFFF, the tables in it included. */
void shadow_lock(void)
{
    if (pci_read32(0, PCI_VENDOR) == I440FX)
        pci_write8(0, PAM0, 0x10);
}
