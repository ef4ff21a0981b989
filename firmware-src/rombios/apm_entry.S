/* APM in protected mode: AL = function, as for INT 15h AH=53h. The code touches no data, so it
 * works with whatever bases the caller gave the selectors.                                     */
#include "acpi_layout.h"

        .macro  APM_BODY
        cmpb    $0x07, %al
        je      3f
        cmpb    $0x05, %al              /* idle, busy, enable, engage: fine */
        je      1f
        cmpb    $0x06, %al
        je      1f
        cmpb    $0x08, %al
        je      1f
        cmpb    $0x04, %al
        je      1f
        cmpb    $0x0F, %al
        je      1f
        cmpb    $0x0A, %al
        je      4f
        cmpb    $0x0B, %al
        je      5f
        cmpb    $0x0E, %al
        je      6f
        movb    $0x86, %ah
        jmp     2f
3:      cmpw    $1, %bx
        jne     7f
        cmpw    $3, %cx
        jne     1f
        movw    $ACPI_PM1_CONTROL, %dx
        movw    $ACPI_SLP_EN, %ax
        outw    %ax, %dx
        jmp     1f
4:      movw    $0x01FF, %bx
        movw    $0x80FF, %cx
        movw    $0xFFFF, %dx
        jmp     1f
5:      movb    $0x80, %ah
        jmp     2f
6:      movw    $0x0102, %ax
        clc
        lret
7:      movb    $0x09, %ah
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
        APM_BODY

        .code32
        .global apm_entry_32
apm_entry_32:
        APM_BODY

        .section .note.GNU-stack,"",@progbits
