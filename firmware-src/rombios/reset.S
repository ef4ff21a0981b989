/* Where the processor arrives after reset: shutdown codes, shadow RAM, the first stack. */
#include "layout.h"
        .code16
        .text
        .set    COPY_SEG, 0x1000        /* the ROM waits here while its own place becomes RAM */

        .global post_entry
post_entry:
        cli
        cld
        movb    $0x01, %al
        outb    %al, $0x80
        movb    $0x8F, %al              /* CMOS 0Fh: why the processor was reset */
        outb    %al, $0x70
        inb     $0x71, %al
        movb    %al, %bl
        movb    $0x8F, %al
        outb    %al, $0x70
        movb    $0, %al
        outb    %al, $0x71
        xorw    %ax, %ax
        movw    %ax, %ds
        cmpb    $0x05, %bl
        je      resume_with_eoi
        cmpb    $0x0A, %bl
        je      resume
        cmpb    $0x09, %bl
        je      block_move_return
        cmpb    $0x0C, %bl
        je      resume
        jmp     cold

block_move_return:                      /* a program left protected mode by reset, as on a 286 */
        movw    0x467, %sp
        movw    0x469, %ss
        popw    %ds
        popw    %es
        popaw
        iretw

resume_with_eoi:
        movb    $0x20, %al
        outb    %al, $0xA0
        outb    %al, $0x20
        inb     $0x60, %al
resume:
        ljmpw   *0x467

cold:   movb    $0x02, %al
        outb    %al, $0x80
        /* Domains find their ROM in RAM; a board with the i440FX bridge needs shadowing (82441FX
         * datasheet, PAM registers 59h-5Fh): the ROM is copied down, F0000 becomes RAM, and the
         * copy comes back. Without a stack, since nothing is known of RAM above 64 KiB. */
        movl    $0x80000000, %eax
        movw    $0xCF8, %dx
        outl    %eax, %dx
        movw    $0xCFC, %dx
        inl     %dx, %eax
        cmpl    $0x12378086, %eax
        jne     shadowed
        movl    $0x80000058, %eax
        movw    $0xCF8, %dx
        outl    %eax, %dx
        movw    $0xCFD, %dx
        inb     %dx, %al
        testb   $0x10, %al              /* already read from RAM: warm start with the copy alive */
        jnz     write_enable
        movw    $ROM_SEG, %ax
        movw    %ax, %ds
        movw    $COPY_SEG, %ax
        movw    %ax, %es
        xorw    %si, %si
        xorw    %di, %di
        movw    $0x4000, %cx
        rep movsl
        ljmpl   $COPY_SEG, $1f
1:      movw    $0xCFD, %dx
        movb    $0x30, %al
        outb    %al, %dx
        movw    $COPY_SEG, %ax
        movw    %ax, %ds
        movw    $ROM_SEG, %ax
        movw    %ax, %es
        xorw    %si, %si
        xorw    %di, %di
        movw    $0x4000, %cx
        rep movsl
        ljmpl   $ROM_SEG, $shadowed
write_enable:
        movb    $0x30, %al
        outb    %al, %dx
shadowed:
        movb    $0x03, %al
        outb    %al, $0x80
        movw    $EBDA_SEG_POST, %ax
        movw    %ax, %ds
        movw    %ax, %es
        movw    %ax, %ss
        movl    $initial_stack, %esp
        movw    %cs, %bx
        movw    %bx, %gs
        xorw    %di, %di
        movw    $(EBDA_SIZE / 4), %cx
        xorl    %eax, %eax
        rep stosl
        movl    %esp, stack_next
        xorl    %ebp, %ebp
        calll   post_main

        .section .note.GNU-stack,"",@progbits
