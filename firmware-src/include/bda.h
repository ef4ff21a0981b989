/* The BIOS data area at 0040:0000 (IBM PC/AT Technical Reference, "ROM BIOS data areas"; PS/2 and
 * PC Interface Technical Reference for the later fields). Shared by the ROMBIOS and the VGABIOS. */
#ifndef BDA_H
#define BDA_H
#include "farmem.h"

struct bda {
    u16 com_port[4];            /* 00 */
    u16 lpt_port[3];            /* 08 */
    u16 ebda_segment;           /* 0E */
    u16 equipment;              /* 10 */
    u8 post_status;             /* 12 */
    u16 base_memory_kib;        /* 13 */
    u8 reserved15[2];           /* 15 */
    u8 kbd_flags0;              /* 17 */
    u8 kbd_flags1;              /* 18 */
    u8 kbd_alt_digits;          /* 19 */
    u16 kbd_head;               /* 1A */
    u16 kbd_tail;               /* 1C */
    u16 kbd_buffer[16];         /* 1E */
    u8 floppy_recalibrated;     /* 3E: bit n drive n is calibrated, bit 7 interrupt came */
    u8 floppy_motors;           /* 3F */
    u8 floppy_motor_ticks;      /* 40 */
    u8 floppy_status;           /* 41 */
    u8 floppy_results[7];       /* 42 */
    u8 video_mode;              /* 49 */
    u16 video_columns;          /* 4A */
    u16 video_page_size;        /* 4C */
    u16 video_page_start;       /* 4E */
    u16 cursor_position[8];     /* 50 */
    u16 cursor_shape;           /* 60 */
    u8 video_page;              /* 62 */
    u16 crtc_port;              /* 63 */
    u8 video_mode_control;      /* 65 */
    u8 video_palette;           /* 66 */
    u32 resume_address;         /* 67: where CMOS shutdown codes 5 and 0Ah continue */
    u8 stray_interrupt;         /* 6B */
    u32 timer_ticks;            /* 6C */
    u8 timer_overflow;          /* 70 */
    u8 break_flag;              /* 71 */
    u16 reset_flag;             /* 72: 1234h = warm start */
    u8 disk_status;             /* 74 */
    u8 disk_count;              /* 75 */
    u8 disk_control;            /* 76 */
    u8 disk_port_offset;        /* 77 */
    u8 lpt_timeout[4];          /* 78 */
    u8 com_timeout[4];          /* 7C */
    u16 kbd_buffer_start;       /* 80 */
    u16 kbd_buffer_end;         /* 82 */
    u8 video_rows_minus_1;      /* 84 */
    u16 character_height;       /* 85 */
    u8 video_control;           /* 87 */
    u8 video_switches;          /* 88 */
    u8 video_vga_flags;         /* 89 */
    u8 video_dcc_index;         /* 8A */
    u8 floppy_last_rate;        /* 8B */
    u8 disk_task_status;        /* 8C */
    u8 disk_task_error;         /* 8D */
    u8 disk_interrupt;          /* 8E */
    u8 floppy_info;             /* 8F */
    u8 floppy_media[4];         /* 90: per drive; bits 7-6 rate, 5 double step, 4 established, 2-0 kind */
    u8 floppy_track[2];         /* 94 */
    u8 kbd_flags2;              /* 96 */
    u8 kbd_flags3;              /* 97: LED state, ACK and RESEND seen */
    u32 wait_flag_pointer;      /* 98 */
    u32 wait_microseconds;      /* 9C */
    u8 wait_active;             /* A0 */
    u8 reserveda1[7];           /* A1 */
    u32 video_save_table;       /* A8 */
} PACKED;

#define BDA_SEG 0x0040
#define BDA_AT ((volatile struct bda FAR *)0)
#define BDA_GET(field) ({ fs_set(BDA_SEG); BDA_AT->field; })
#define BDA_SET(field, value) ({ u32 bda_value_ = (value); fs_set(BDA_SEG); \
                                 BDA_AT->field = (__typeof__(BDA_AT->field))bda_value_; })
#define BDA_OR(field, value) BDA_SET(field, BDA_GET(field) | (value))
#define BDA_AND(field, value) BDA_SET(field, BDA_GET(field) & (value))

#endif
