/* INT 15h AH=53h: APM 1.2 (Advanced Power Management BIOS Interface Specification 1.2).
 * Its protected-mode entry points are in apm_entry.S.                                  */
#include "acpi_layout.h"
#include "farmem.h"
#include "int15.h"
#include "io.h"
#include "layout.h"
#include "pci_irq.h"

#define APM_NOT_CONNECTED    0x03
#define APM_BAD_DEVICE       0x09
#define APM_BAD_STATE        0x0A
#define APM_NOT_SUPPORTED    0x86
#define APM_NO_EVENT         0x80

u8 apm_connected;               /* 0 not, 1 real mode, 2 16-bit, 3 32-bit protected mode */
extern void apm_entry_16(void), apm_entry_32(void);

static void finish(struct int_regs *r, u8 status)
{
    r->ah = status;
    set_carry(r, status != 0);
}

static void int15_5300_installed(struct int_regs *r)
{
    if (r->bx != 0) {
        finish(r, APM_BAD_DEVICE);
        return;
    }
    finish(r, 0);
    r->ax = 0x0102;
    r->bx = 0x504D;                     /* "PM" */
    r->cx = 0x0003;                     /* 16-bit and 32-bit protected-mode interfaces */
}

static u16 offset_of_code(void (*entry)(void))
{
    void (*volatile p)(void) = entry;
    return (u16)(u32)p;
}

static void int15_5301_connect(struct int_regs *r)
{
    if (r->bx != 0) {
        finish(r, APM_BAD_DEVICE);
        return;
    }
    if (apm_connected) {
        finish(r, (u8)(apm_connected == 1 ? 0x02 : apm_connected == 2 ? 0x05 : 0x07));
        return;
    }
    apm_connected = r->al;
    finish(r, 0);
    if (r->al == 2) {
        r->ax = ROM_SEG;
        r->bx = offset_of_code(apm_entry_16);
        r->cx = data_segment();
        r->si = 0xFFF0;
        r->di = EBDA_SIZE;
    } else if (r->al == 3) {
        r->ax = ROM_SEG;
        r->ebx = offset_of_code(apm_entry_32);
        r->cx = ROM_SEG;
        r->dx = data_segment();
        r->esi = 0xFFF0FFF0;
        r->di = EBDA_SIZE;
    }
    set_carry(r, 0);
}

static void int15_5304_disconnect(struct int_regs *r)
{
    finish(r, apm_connected ? 0 : APM_NOT_CONNECTED);
    apm_connected = 0;
}

/* BX=0001h all devices, CX=3: off */
static void int15_5307_set_state(struct int_regs *r)
{
    if (r->bx != 1) {
        finish(r, APM_BAD_DEVICE);
        return;
    }
    if (r->cx == 3 && acpi_pm_present) {
        outw(ACPI_PM1_CONTROL, ACPI_SLP_EN);
        for (;;)
            irq_wait();
    }
    finish(r, r->cx >= 1 && r->cx <= 3 ? 0 : APM_BAD_STATE);
}

static void int15_530a_power_status(struct int_regs *r)
{
    if (r->bx != 1) {
        finish(r, APM_BAD_DEVICE);
        return;
    }
    r->bx = 0x01FF;                     /* on line, battery unknown */
    r->cx = 0x80FF;                     /* no system battery */
    r->dx = 0xFFFF;
    finish(r, 0);
}

void int15_53_apm(struct int_regs *r)
{
    switch (r->al) {
    case 0x00: int15_5300_installed(r); break;
    case 0x01: case 0x02: case 0x03: int15_5301_connect(r); break;
    case 0x04: int15_5304_disconnect(r); break;
    case 0x05: irq_wait(); finish(r, 0); break;         /* CPU idle */
    case 0x06: case 0x08: case 0x0D: case 0x0F: case 0x10: finish(r, 0); break;
    case 0x07: int15_5307_set_state(r); break;
    case 0x0A: int15_530a_power_status(r); break;
    case 0x0B: finish(r, APM_NO_EVENT); break;
    case 0x0C: r->cx = 0; finish(r, 0); break;
    case 0x0E:                                          /* driver version: 1.2 */
        finish(r, 0);
        r->ax = 0x0102;
        break;
    default: finish(r, APM_NOT_SUPPORTED); break;
    }
}
