/* What the assembly entry stubs hand to C, and how C calls out to other real-mode code.
 * The convention is told in ../README.md.                                                */
#ifndef ENTRY_H
#define ENTRY_H
#include "types.h"

#define REG_UNION(letter)                                       \
    union {                                                     \
        u32 e##letter##x;                                       \
        u16 letter##x;                                          \
        struct { u8 letter##l, letter##h; };                    \
    }

/* The interrupted program's registers. What a handler stores here the program gets back. */
struct int_regs {
    union { u32 edi; u16 di; };
    union { u32 esi; u16 si; };
    union { u32 ebp; u16 bp; };
    REG_UNION(b);
    REG_UNION(d);
    REG_UNION(c);
    REG_UNION(a);
    u16 ds, es, fs, gs;
    u16 ip, cs, flags, unused;
    u32 caller_esp;
    u32 caller_ss;
} PACKED;

#define FLAG_CF 0x0001
#define FLAG_ZF 0x0040
#define FLAG_IF 0x0200

static inline void set_carry(struct int_regs *r, int on)
{
    r->flags = (u16)((r->flags & ~FLAG_CF) | (on ? FLAG_CF : 0));
}

static inline void set_zero(struct int_regs *r, int on)
{
    r->flags = (u16)((r->flags & ~FLAG_ZF) | (on ? FLAG_ZF : 0));
}

/* Registers for, and after, a call to foreign real-mode code. */
struct call_regs {
    union { u32 edi; u16 di; };
    union { u32 esi; u16 si; };
    union { u32 ebp; u16 bp; };
    REG_UNION(b);
    REG_UNION(d);
    REG_UNION(c);
    REG_UNION(a);
    u16 ds, es;
    u16 flags;
    u16 off, seg;               /* what to call */
    u16 sp, ss;                 /* its stack; ss:sp = 0:0 means the firmware's own */
    u16 arg_count;              /* 3: args are pushed first, in this order, then flags */
    u16 args[3];
} PACKED;

/* Calls seg:off with a flags word and a return address on the stack, so both RETF and IRET return. */
void far_call(struct call_regs *r);
/* Calls the handler of a software interrupt. flags: the image it finds on the stack. */
void call_int(u8 vector, struct call_regs *r);
/* Enables interrupts, halts until one was served, disables them again. */
void irq_wait(void);
/* Lets pending interrupts in, without waiting. */
void irq_window(void);
/* Leaves the firmware for good: loads the registers and jumps to seg:off with stack ss:sp. */
void far_jump(struct call_regs *r) NORETURN;

#endif
