/* The PS/2 mouse: INT 15h AH=C2h and INT 74h, IRQ 12. The interrupt collects a packet of three or four
 * bytes and calls the handler that a driver has set, with status, X, Y and Z on the stack.          */
#include "bda.h"
#include "entry.h"
#include "handlers.h"
#include "int15.h"
#include "io.h"
#include "kbc.h"
#include "pic.h"

#define C2_BAD_FUNCTION 0x01
#define C2_BAD_INPUT    0x02
#define C2_INTERFACE    0x03
#define C2_NO_HANDLER   0x05

#define CONFIG_AUX_IRQ  0x02
#define CONFIG_AUX_OFF  0x20

static u16 handler_off, handler_seg;
static u8 packet[4], packet_size, received;

static void finish(struct int_regs *r, u8 status)
{
    r->ah = status;
    set_carry(r, status != 0);
}

/* While a command runs, its answers must not be taken for movements. Returns the old configuration. */
static int quiet_begin(void)
{
    int config = kbc_read_config();
    if (config < 0)
        return config;
    kbc_write_config((u8)((config & ~(CONFIG_AUX_IRQ | CONFIG_AUX_OFF | 0x01)) | 0x10));
    kbc_flush();
    return config;
}

static void quiet_end(int config)
{
    kbc_flush();
    kbc_write_config((u8)((config & ~0x30) | CONFIG_AUX_IRQ));
    received = 0;
}

/* Sends a command and its parameter (if not negative), reads `answers` bytes. */
static u8 command(u8 code, int parameter, u8 *answer, u32 answers)
{
    int config = quiet_begin();
    if (config < 0)
        return C2_INTERFACE;
    int good = mouse_send(code) && (parameter < 0 || mouse_send((u8)parameter));
    for (u32 i = 0; good && i < answers; i++) {
        int byte = kbc_receive(code == 0xFF ? 1000000u : 20000u);
        good = byte >= 0;
        answer[i] = (u8)byte;
    }
    quiet_end(config);
    return good ? 0 : C2_INTERFACE;
}

static void int15_c200_enable(struct int_regs *r)
{
    if (r->bh > 1) {
        finish(r, C2_BAD_INPUT);
        return;
    }
    if (r->bh && !handler_seg && !handler_off) {
        finish(r, C2_NO_HANDLER);
        return;
    }
    pic_unmask(12);
    finish(r, command(r->bh ? 0xF4 : 0xF5, -1, 0, 0));
}

static void int15_c201_reset(struct int_regs *r)
{
    u8 answer[2] = { 0, 0 };
    kbc_command(KBC_CMD_ENABLE_AUX);
    u8 status = command(0xFF, -1, answer, 2);
    if (!status) {
        r->bl = answer[0];              /* AAh */
        r->bh = answer[1];              /* device 00h */
    }
    finish(r, status);
}

static void int15_c202_rate(struct int_regs *r)
{
    static const ROM u8 rates[] = { 10, 20, 40, 60, 80, 100, 200 };
    finish(r, r->bh < COUNT_OF(rates) ? command(0xF3, rates[r->bh], 0, 0) : C2_BAD_INPUT);
}

static void int15_c203_resolution(struct int_regs *r)
{
    finish(r, r->bh < 4 ? command(0xE8, r->bh, 0, 0) : C2_BAD_INPUT);
}

static void int15_c204_type(struct int_regs *r)
{
    u8 id = 0;
    u8 status = command(0xF2, -1, &id, 1);
    r->bh = id;
    finish(r, status);
}

static void int15_c205_initialize(struct int_regs *r)
{
    if (r->bh < 1 || r->bh > 8) {
        finish(r, C2_BAD_INPUT);
        return;
    }
    packet_size = r->bh;
    int15_c201_reset(r);
}

static void int15_c206_extended(struct int_regs *r)
{
    u8 answer[3] = { 0, 0, 0 };
    u8 status;
    switch (r->bh) {
    case 0:
        status = command(0xE9, -1, answer, 3);
        if (!status) {
            r->bl = answer[0];
            r->cl = answer[1];
            r->dl = answer[2];
        }
        finish(r, status);
        break;
    case 1:
    case 2:
        finish(r, command(r->bh == 1 ? 0xE6 : 0xE7, -1, 0, 0));
        break;
    default:
        finish(r, C2_BAD_INPUT);
        break;
    }
}

static void int15_c207_set_handler(struct int_regs *r)
{
    handler_seg = r->es;
    handler_off = r->bx;
    finish(r, 0);
}

void int15_c2_pointing_device(struct int_regs *r)
{
    switch (r->al) {
    case 0: int15_c200_enable(r); break;
    case 1: int15_c201_reset(r); break;
    case 2: int15_c202_rate(r); break;
    case 3: int15_c203_resolution(r); break;
    case 4: int15_c204_type(r); break;
    case 5: int15_c205_initialize(r); break;
    case 6: int15_c206_extended(r); break;
    case 7: int15_c207_set_handler(r); break;
    default: finish(r, C2_BAD_FUNCTION); break;
    }
}

static void call_handler(void)
{
    struct call_regs user = {
        .ds = data_segment(), .seg = handler_seg, .off = handler_off, .arg_count = 3,
        .args = { packet[0], packet[1], packet[2] }, .flags = 0,        /* the flags word serves as Z */
    };
    if (handler_seg || handler_off)
        far_call(&user);
}

void int74_mouse_irq(struct int_regs *r)
{
    (void)r;
    if ((inb(KBC_STATUS) & 0x21) == 0x21) {
        u8 size = packet_size == 4 ? 4 : 3;
        u8 byte = inb(KBC_DATA);
        if (received || byte & 0x08) {  /* bit 3 marks a packet's first byte */
            packet[received++] = byte;
            if (received >= size) {
                received = 0;
                call_handler();
            }
        }
    }
    pic_eoi(12);
}
