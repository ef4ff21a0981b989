/* APM in protected mode: AL = function, as for INT 15h AH=53h, answered in the same way. The caller's three
 * selectors are consecutive: 32-bit code, 16-bit code, data (APM BIOS Interface Specification 1.2, 4.3); the code
 * works with whatever bases they have, and reaches the firmware's variables through the data selector.           */
#include "acpi_layout.h"

        .macro  ANSWERS function:vararg /* jumps to 1f, "fine", for each of these functions */
        .irp    number, \function
        cmpb    $\number, %al
        je      1f
        .endr
        .endm

        .macro  APM_BODY data_selector
        ANSWERS 0x05, 0x06, 0x08, 0x0D, 0x0F, 0x10
        cmpb    $0x04, %al
        je      3f
        cmpb    $0x07, %al
        je      4f
        cmpb    $0x0A, %al
        je      5f
        cmpb    $0x0B, %al
        je      6f
        cmpb    $0x0C, %al
        je      7f
        cmpb    $0x0E, %al
        je      8f
        movb    $0x86, %ah              /* not supported */
        jmp     2f
3:      pushw   %ds                     /* disconnect */
        pushw   %ax
        movw    %cs, %ax
        addw    $\data_selector, %ax
        movw    %ax, %ds
        movb    $0, apm_connected
        popw    %ax
        popw    %ds
        jmp     1f
4:      cmpw    $1, %bx                 /* set the state of all devices */
        jne     9f
        decw    %cx
        cmpw    $3, %cx
        jae     10f
        incw    %cx
        cmpw    $3, %cx
        jne     1f
        movw    $ACPI_PM1_CONTROL, %dx
        movw    $ACPI_SLP_EN, %ax
        outw    %ax, %dx
        jmp     1f
5:      cmpw    $1, %bx                 /* power status */
        jne     9f
        movw    $0x01FF, %bx
        movw    $0x80FF, %cx
        movw    $0xFFFF, %dx
        jmp     1f
6:      movb    $0x80, %ah              /* no event */
        jmp     2f
7:      xorw    %cx, %cx                /* state: enabled */
        jmp     1f
8:      movw    $0x0102, %ax            /* driver version */
        clc
        lret
9:      movb    $0x09, %ah              /* no such device */
        jmp     2f
10:     incw    %cx
        movb    $0x0A, %ah              /* no such state */
        jmp     2f
1:      movb    $0, %ah
        clc
        lret
2:      stc
        lret
        .endm

        .text
        .code16
        .global apm_entry_16
apm_entry_16:
        APM_BODY 8

        .code32
        .global apm_entry_32
apm_entry_32:
        APM_BODY 16

        .section .note.GNU-stack,"",@progbits
