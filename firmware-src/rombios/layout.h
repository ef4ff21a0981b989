/* Fixed places of the ROMBIOS, for C, assembly and the linker script. */
#ifndef LAYOUT_H
#define LAYOUT_H

#define ROM_SEG         0xF000
#define EBDA_SEG_POST   0x9E00  /* where POST puts the extended BIOS data area */
#define EBDA_KIB        8
#define EBDA_SIZE       (EBDA_KIB * 1024)
#define EBDA_STACK      0x1000  /* of it, the private stack at the top */
#define STACK_GAP       0x100   /* left to foreign code that runs on the private stack */

/* struct int_regs, see entry.h */
#define IR_EBX   12
#define IR_EAX   24
#define IR_DS    28
#define IR_IP    36
#define IR_FLAGS 40
#define IR_ESP   44
#define IR_SS    48

/* struct call_regs, see entry.h */
#define CR_EDI   0
#define CR_ESI   4
#define CR_EBP   8
#define CR_EBX   12
#define CR_EDX   16
#define CR_ECX   20
#define CR_EAX   24
#define CR_DS    28
#define CR_ES    30
#define CR_FLAGS 32
#define CR_OFF   34
#define CR_SEG   36
#define CR_SP    38
#define CR_SS    40
#define CR_ARG_COUNT 42
#define CR_ARGS  44

#endif
