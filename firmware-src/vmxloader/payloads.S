/* The images, as built. */
        .section .rodata
        .macro  PAYLOAD name file
        .balign 16
        .globl  \name, \name\()_end
\name:  .incbin "\file"
\name\()_end:
        .endm

        PAYLOAD vgabios "vgabios.rom"
        PAYLOAD vmxassist "vmxassist.bin"
        PAYLOAD rombios "rombios.rom"
        .section .note.GNU-stack,"",@progbits
