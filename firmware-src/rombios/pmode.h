/* Protected mode, for the functions that reach beyond 1 MiB. */
#ifndef PMODE_H
#define PMODE_H
#include "types.h"

struct int_regs;
struct pmode_table {
    u16 limit;
    u32 base;
} PACKED;

/* Copies words from descriptor 10h to descriptor 18h; 20h is the code, 28h the stack segment. */
void pmode_block_move(struct pmode_table *gdt, u32 words);
/* Returns to the interrupted program in protected mode: DS=18h ES=20h SS=28h CS=30h. */
void pmode_enter(struct pmode_table *gdt, struct pmode_table *idt, struct int_regs *r) NORETURN;

#endif
