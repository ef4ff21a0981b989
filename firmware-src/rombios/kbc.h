/* The 8042 keyboard controller. */
#ifndef KBC_H
#define KBC_H
#include "types.h"

#define KBC_DATA   0x60
#define KBC_STATUS 0x64         /* bit 0 output full, 1 input full, 5 output is from the mouse */

#define KBC_CMD_READ_CONFIG  0x20
#define KBC_CMD_WRITE_CONFIG 0x60
#define KBC_CMD_DISABLE_AUX  0xA7
#define KBC_CMD_ENABLE_AUX   0xA8
#define KBC_CMD_SELF_TEST    0xAA
#define KBC_CMD_DISABLE_KBD  0xAD
#define KBC_CMD_ENABLE_KBD   0xAE
#define KBC_CMD_WRITE_OUTPUT 0xD1
#define KBC_CMD_TO_AUX       0xD4
#define KBC_CMD_RESET        0xFE

/* Each returns -1 (or 0 for the senders) when the controller does not answer in time. */
int kbc_command(u8 command);
int kbc_send(u8 data);
int kbc_receive(u32 timeout_us);
/* Sends a byte to keyboard or mouse and waits for its ACK; returns 1 for FAh. */
int kbd_send(u8 data);
int mouse_send(u8 data);
void kbc_flush(void);
int kbc_read_config(void);
void kbc_write_config(u8 config);
void kbd_set_leds(void);

#endif
