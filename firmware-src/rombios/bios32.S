/* BIOS32 service directory (Standard BIOS 32-bit Service Directory Proposal 0.4) and the 32-bit entry
 * of PCI BIOS 2.1. The code runs in the caller's protected mode, wherever F0000 is mapped: it uses no
 * absolute addresses and no data.                                                                   */
#include "layout.h"

        .section .tables.bios32, "a", @progbits
        .balign 16
        .global bios32_header
bios32_header:
        .ascii  "_32_"
        .long   bios32_entry            /* POST adds F0000h */
        .byte   0, 1                    /* revision, paragraphs */
        .byte   0                       /* checksum by POST */
        .skip   5
        .global bios32_last_bus
bios32_last_bus:
        .byte   0

        .text
        .code32
/* EAX: service. Returns EBX base, ECX length, EDX entry's offset from the base. */
bios32_entry:
        testb   %bl, %bl
        jnz     1f
        cmpl    $0x49435024, %eax       /* $PCI */
        jne     2f
        movl    $ROM_SEG << 4, %ebx
        movl    $0x10000, %ecx
        movl    $pci_entry_32, %edx
        xorb    %al, %al
        lret
1:      movb    $0x81, %al              /* no such function */
        lret
2:      movb    $0x80, %al              /* no such service */
        lret

        .global pci_entry_32
pci_entry_32:
        cmpb    $0xB1, %ah
        jne     pci_unsupported
        cmpb    $0x01, %al
        je      pci_present
        cmpb    $0x02, %al
        je      pci_find_device
        cmpb    $0x03, %al
        je      pci_find_class
        cmpb    $0x08, %al
        jb      pci_unsupported
        cmpb    $0x0D, %al
        ja      pci_unsupported

        /* 08h-0Dh: register DI of function BX */
        cmpl    $0xFF, %edi
        ja      pci_bad_register
        pushl   %edx
        pushl   %eax
        call    pci_select
        popl    %eax
        movl    %edi, %edx
        andl    $3, %edx
        addl    $0xCFC, %edx
        cmpb    $0x08, %al
        jne     1f
        inb     %dx, %al
        movb    %al, %cl
        jmp     pci_done
1:      cmpb    $0x0B, %al
        jne     2f
        movb    %cl, %al
        outb    %al, %dx
        jmp     pci_done
2:      testl   $1, %edi
        jnz     pci_bad_alignment
        cmpb    $0x09, %al
        jne     3f
        inw     %dx, %ax
        movw    %ax, %cx
        jmp     pci_done
3:      cmpb    $0x0C, %al
        jne     4f
        movw    %cx, %ax
        outw    %ax, %dx
        jmp     pci_done
4:      testl   $2, %edi
        jnz     pci_bad_alignment
        cmpb    $0x0A, %al
        jne     5f
        inl     %dx, %eax
        movl    %eax, %ecx
        jmp     pci_done
5:      movl    %ecx, %eax
        outl    %eax, %dx
pci_done:
        popl    %edx
        movb    $0, %ah
        clc
        lret
pci_bad_alignment:
        popl    %edx
pci_bad_register:
        movb    $0x87, %ah
        stc
        lret
pci_bad_vendor:
        movb    $0x83, %ah
        stc
        lret
pci_unsupported:
        movb    $0x81, %ah
        stc
        lret

pci_present:
        movl    $0x20494350, %edx       /* "PCI " */
        movw    $0x0210, %bx
        call    pci_last_bus_32
        movw    $0x0001, %ax            /* success, mechanism 1 */
        clc
        lret

/* CL: the last bus, which POST notes beside the header; found without knowing where the caller mapped F0000. */
pci_last_bus_32:
        pushl   %ebp
        call    1f
1:      popl    %ebp
        movb    %cs:bios32_last_bus - 1b(%ebp), %cl
        popl    %ebp
        ret

/* Writes CF8h for register EDI & FCh of function BX; uses EAX, EDX. */
pci_select:
        movzwl  %bx, %eax
        shll    $8, %eax
        movl    %edi, %edx
        andl    $0xFC, %edx
        orl     %edx, %eax
        orl     $0x80000000, %eax
        movw    $0xCF8, %dx
        outl    %eax, %dx
        ret

/* CX: device, DX: vendor, SI: index. Returns BX. */
pci_find_device:
        cmpw    $0xFFFF, %dx
        je      pci_bad_vendor
        pushl   %ebp
        pushl   %edi
        pushl   %esi
        movzwl  %cx, %ebp
        shll    $16, %ebp
        movw    %dx, %bp
        pushl   %edx
        xorl    %edi, %edi              /* register 0: the whole dword must match */
        jmp     search
/* ECX: class, subclass, interface; SI: index. */
pci_find_class:
        pushl   %ebp
        pushl   %edi
        pushl   %esi
        movl    %ecx, %ebp
        andl    $0xFFFFFF, %ebp
        pushl   %edx
        movl    $8, %edi
search: movzwl  %si, %esi
        xorl    %ebx, %ebx              /* all functions of all buses */
1:      pushl   %edi
        xorl    %edi, %edi
        call    pci_select
        popl    %edi
        movw    $0xCFC, %dx
        inl     %dx, %eax
        cmpw    $0xFFFF, %ax
        je      3f
        call    pci_select
        movw    $0xCFC, %dx
        inl     %dx, %eax
        testl   %edi, %edi
        jz      2f
        shrl    $8, %eax
2:      cmpl    %ebp, %eax
        jne     3f
        subl    $1, %esi
        jb      4f
3:      incl    %ebx
        pushl   %ecx
        call    pci_last_bus_32
        cmpb    %cl, %bh
        popl    %ecx
        jbe     1b
        movb    $0x86, %ah              /* not found */
        stc
        jmp     5f
4:      movb    $0, %ah
        clc
5:      popl    %edx
        popl    %esi
        popl    %edi
        popl    %ebp
        lret

        .section .note.GNU-stack,"",@progbits
