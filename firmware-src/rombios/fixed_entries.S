/* The entry points at the addresses that IBM's first BIOSes gave them; programs jump there. */
#include "layout.h"
        .code16

        .macro  FIXED address
        .section .fixed_\address, "ax", @progbits
        .endm
        .macro  STUB name, handler
        .global \name
\name:  pushl   $\handler
        jmp     int_common
        .endm

        FIXED   E05B
        jmp     post_entry

        FIXED   E2C3
        STUB    entry_02, int02_nmi
        FIXED   E3FE                    /* 3 bytes before the disk parameter table */
        .global entry_13
entry_13:
        jmp     entry_13_stub
        FIXED   E401
        .skip   16                      /* disk type 1: none, tables live in the EBDA */
        FIXED   E6F2
        .global entry_19
entry_19:
        jmp     entry_19_stub
        FIXED   E6F5
        .global system_configuration
system_configuration:
        .word   8                       /* bytes that follow */
        .byte   0xFC, 0x00, 0x01        /* model AT, submodel, BIOS revision */
        /* 5: second PIC 40h, RTC 20h, INT 15h AH=4Fh 10h, EBDA 04h */
        .byte   0x74, 0x40, 0, 0, 0     /* 6: INT 16h AH=09h answers */
        FIXED   E729
        .word   0x0417, 0x0300, 0x0180, 0x00C0, 0x0060, 0x0030, 0x0018, 0x000C
        FIXED   E739
        STUB    entry_14, int14_serial
        FIXED   E82E
        STUB    entry_16, int16_keyboard
        FIXED   E987
        STUB    entry_09, int09_keyboard_irq
        FIXED   EC59
        STUB    entry_40, int40_floppy
        FIXED   EF57
        STUB    entry_0e, int0e_floppy_irq
        FIXED   EFC7
        .global floppy_parameter_table
floppy_parameter_table:
        /* step rate and head unload, head load and DMA, motor-off ticks, bytes 512, sectors a
         * track, gap, data length, format gap, format byte, head settle ms, motor start 1/8 s */
        .byte   0xDF, 0x02, 0x25, 2, 18, 0x1B, 0xFF, 0x6C, 0xF6, 0x0F, 0x08
        FIXED   EFD2
        STUB    entry_17, int17_printer
        FIXED   F065
        .global entry_10
entry_10:
        iretw                           /* until a video ROM takes the vector */
        FIXED   F841
        STUB    entry_12, int12_memory_size
        FIXED   F84D
        STUB    entry_11, int11_equipment
        FIXED   F859
        STUB    entry_15, int15_system
        FIXED   FA6E                    /* 8x8 glyphs of characters 0-127 */
        .incbin "font_8x8.bin", 0, 1024
        FIXED   FE6E
        STUB    entry_1a, int1a_time
        FIXED   FEA5
        STUB    entry_08, int08_timer_irq
        FIXED   FEF3
        /* offsets for vectors 08h-1Fh, as numbers because the addresses are fixed */
        .word   0xFEA5, 0xE987, 0xFF53, 0xFF53, 0xFF53, 0xFF53, 0xEF57, 0xFF53
        .word   0xF065, 0xF84D, 0xF841, 0xE3FE, 0xE739, 0xF859, 0xE82E, 0xEFD2
        .word   0xFF53, 0xE6F2, 0xFE6E, 0xFF53, 0xFF53, 0xF0A4, 0xEFC7, 0xFA6E
        FIXED   FF53
        .global dummy_iret
dummy_iret:
        iretw
        FIXED   FF54
        .global entry_05
entry_05:
        jmp     entry_05_stub
        FIXED   FFF0
        .global reset_vector
reset_vector:
        .byte   0xEA                    /* jmp F000:E05B */
        .word   0xE05B, ROM_SEG
        .ascii  "11/21/26"              /* FFF5: the BIOS date */
        .byte   0, 0xFC, 0              /* FFFE: model AT */

        .section .note.GNU-stack,"",@progbits
