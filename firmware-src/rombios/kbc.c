/* Talking to the 8042 and, through it, to keyboard and mouse; and their set-up in POST. */
#include "kbc.h"
#include "bda.h"
#include "io.h"
#include "log.h"
#include "post.h"
#include "timer.h"

#define ANSWER_US 20000u
#define RESET_US 1000000u

static int input_empty(void)
{
    struct deadline d;
    deadline_start(&d, ANSWER_US);
    while (inb(KBC_STATUS) & 2)
        if (deadline_over(&d))
            return 0;
    return 1;
}

int kbc_command(u8 command)
{
    if (!input_empty())
        return 0;
    outb(KBC_STATUS, command);
    return 1;
}

int kbc_send(u8 data)
{
    if (!input_empty())
        return 0;
    outb(KBC_DATA, data);
    return 1;
}

int kbc_receive(u32 timeout_us)
{
    struct deadline d;
    deadline_start(&d, timeout_us);
    while (!(inb(KBC_STATUS) & 1))
        if (deadline_over(&d))
            return -1;
    return inb(KBC_DATA);
}

int kbd_send(u8 data)
{
    if (!kbc_send(data))
        return 0;
    return kbc_receive(ANSWER_US) == 0xFA;
}

int mouse_send(u8 data)
{
    if (!kbc_command(KBC_CMD_TO_AUX) || !kbc_send(data))
        return 0;
    return kbc_receive(ANSWER_US) == 0xFA;
}

void kbc_flush(void)
{
    for (u32 i = 0; i < 32 && inb(KBC_STATUS) & 1; i++)
        inb(KBC_DATA);
}

int kbc_read_config(void)
{
    return kbc_command(KBC_CMD_READ_CONFIG) ? kbc_receive(ANSWER_US) : -1;
}

void kbc_write_config(u8 config)
{
    if (kbc_command(KBC_CMD_WRITE_CONFIG))
        kbc_send(config);
}

void kbd_set_leds(void)
{
    u8 leds = BDA_GET(kbd_flags0) >> 4 & 7;
    if ((BDA_GET(kbd_flags3) & 7) == leds)
        return;
    BDA_SET(kbd_flags3, (BDA_GET(kbd_flags3) & ~7) | leds);
    if (kbd_send(0xED))
        kbd_send(leds);
}

void kbc_setup(void)
{
    outb(0x92, (u8)((inb(0x92) | 2) & ~1));     /* A20 open */
    kbc_flush();
    kbc_command(KBC_CMD_SELF_TEST);
    if (kbc_receive(ANSWER_US) != 0x55) {
        LOG("keyboard controller: no self-test answer");
        return;
    }
    kbc_write_config(0x30);                     /* both ports off, no interrupts */
    kbc_command(KBC_CMD_ENABLE_KBD);
    if (kbd_send(0xFF) && kbc_receive(RESET_US) == 0xAA) {
        kbd_send(0xF0);                         /* set 2, which the controller translates */
        kbd_send(0x02);
        kbd_send(0xF4);                         /* scanning on */
        BDA_SET(kbd_flags2, 0x10);              /* enhanced keyboard */
    } else {
        LOG("keyboard: none");
    }
    kbc_write_config(0x61);                     /* translate, keyboard interrupt, mouse port off */
}
