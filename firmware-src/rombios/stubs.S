/* Entry stubs that have no fixed address. */
        .code16
        .text
        .macro  STUB name, handler
        .global \name
\name:  pushl   $\handler
        jmp     int_common
        .endm

        STUB    entry_05_stub, int05_print_screen
        STUB    entry_13_stub, int13_disk
        STUB    entry_18, int18_no_boot
        STUB    entry_19_stub, int19_boot
        STUB    entry_70, int70_rtc_irq
        STUB    entry_74, int74_mouse_irq
        STUB    entry_75, int75_fpu_irq
        STUB    entry_76, int76_ide_irq
        STUB    entry_77, int77_ide_irq
        STUB    entry_irq_master, stray_irq
        STUB    entry_irq_slave, stray_irq

        .global entry_71                /* IRQ 9 takes the place of the XT's IRQ 2 */
entry_71:
        pushw   %ax
        movb    $0x20, %al
        outb    %al, $0xA0
        popw    %ax
        int     $0x0A
        iretw

        .section .note.GNU-stack,"",@progbits
