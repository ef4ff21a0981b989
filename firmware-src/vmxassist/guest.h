/* The guest as the monitor knows it. */
#ifndef GUEST_H
#define GUEST_H
#include "layout.h"
#include "types.h"

/* Filled by the processor and the trap stub; IRET takes it back. Visible segment values are those
 * native code runs with; struct segment has the truth. */
struct guest {
    u32 gpr[8];                         /* PUSHA order: EDI first, EAX last; [3] is unused */
    u32 vector, error, eip, cs, eflags, esp, ss, es, ds, fs, gs;
};
extern struct guest guest;
_Static_assert(sizeof(struct guest) == GUEST_SIZE, "layout.h");

enum { EAX, ECX, EDX, EBX, ESP, EBP, ESI, EDI };
enum { ES, CS, SS, DS, FS, GS, SEGMENTS };

/* A segment register with its hidden part. Access rights as in a context (SDM volume 3, 24.4.1). */
struct segment {
    u32 selector, limit, base, access;
};
#define ACCESS_ACCESSED 1u
#define ACCESS_WRITABLE 2u
#define ACCESS_DOWN     4u              /* data: expand-down; code: conforming */
#define ACCESS_CODE     8u
#define ACCESS_S        0x10u
#define ACCESS_DPL      0x60u
#define ACCESS_PRESENT  0x80u
#define ACCESS_BIG      0x4000u
#define ACCESS_GRANULAR 0x8000u
#define ACCESS_NULL     0x10000u
#define ACCESS_REAL     0x93u           /* present, writable, accessed data */

struct table {
    u32 limit, base;
};

enum mode { MODE_REAL, MODE_REAL_TO_PROTECTED, MODE_PROTECTED, MODE_PROTECTED_TO_REAL };

/* What the guest believes of the rest of the processor. */
struct processor {
    struct segment segment[SEGMENTS], tr, ldtr;
    struct table gdt, idt;
    u32 cr0, cr3, cr4, iopl;
    enum mode mode;
    u32 strict;                         /* instructions left for which stale segments force emulation */
    u32 shadow;                         /* the instruction before was STI or a load of SS */
    u32 fetch_paged;                    /* the instruction lies behind the page tables just left */
};
extern struct processor processor;

#define FLAG_CF  0x1u
#define FLAG_ALWAYS 0x2u
#define FLAG_PF  0x4u
#define FLAG_ZF  0x40u
#define FLAG_TF  0x100u
#define FLAG_IF  0x200u
#define FLAG_DF  0x400u
#define FLAG_OF  0x800u
#define FLAG_IOPL 0x3000u
#define FLAG_NT  0x4000u
#define FLAG_RF  0x10000u
#define FLAG_VM  0x20000u
#define FLAG_AC  0x40000u
#define FLAG_ID  0x200000u
#define FLAGS_ARITHMETIC 0x8D5u
#define FLAGS_GUEST (FLAGS_ARITHMETIC | FLAG_TF | FLAG_IF | FLAG_DF | FLAG_NT | FLAG_AC | FLAG_ID)

#define CR0_PE 0x1u
#define CR0_MP 0x2u
#define CR0_EM 0x4u
#define CR0_TS 0x8u
#define CR0_ET 0x10u
#define CR0_NE 0x20u
#define CR0_WP 0x10000u
#define CR0_AM 0x40000u
#define CR0_NW 0x20000000u
#define CR0_CD 0x40000000u
#define CR0_PG 0x80000000u
#define CR4_VME 1u
#define CR4_PSE 0x10u
#define CR4_PAE 0x20u

enum { VECTOR_DE = 0, VECTOR_DB = 1, VECTOR_BP = 3, VECTOR_OF = 4, VECTOR_UD = 6, VECTOR_NM = 7, VECTOR_DF = 8,
       VECTOR_TS = 10, VECTOR_NP = 11, VECTOR_SS = 12, VECTOR_GP = 13, VECTOR_PF = 14, VECTOR_MF = 16 };

static inline u32 *reg32(u32 n)
{
    return n == ESP ? &guest.esp : &guest.gpr[7 - n];
}

static inline int protected_view(void)
{
    return (processor.cr0 & CR0_PE) != 0;
}

u32 read_reg(u32 n, u32 size);
void write_reg(u32 n, u32 size, u32 value);

#endif
