/* The images, as built; one that was not there is empty. */
        .section .rodata
        .macro  PAYLOAD name file
        .balign 16
        .globl  \name, \name\()_end
\name:  .incbin "\file"
\name\()_end:
        .endm
        .macro  ABSENT name
        .globl  \name, \name\()_end
\name:
\name\()_end:
        .endm

#ifdef WITH_vgabios
        PAYLOAD vgabios "vgabios.rom"
#else
        ABSENT  vgabios
#endif
#ifdef WITH_vmxassist
        PAYLOAD vmxassist "vmxassist.bin"
#else
        ABSENT  vmxassist
#endif
#ifdef WITH_rombios
        PAYLOAD rombios "rombios.rom"
#else
        ABSENT  rombios
#endif
        .section .note.GNU-stack,"",@progbits
