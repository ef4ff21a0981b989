/* The buffer of relocated code. HLT behind the instruction gives control back: it is privileged, hence #GP. */
#include "thunk.h"
#include "guest.h"
#include "raise.h"

#define HLT 0xF4

u32 run_thunk(void);                    /* trap_entry.S */

struct thunk thunk;
u8 thunk_code[32] ALIGNED(16);
u8 *thunk_end;
u32 thunk_error;

void thunk_load(void)
{
    thunk.edi = *reg32(EDI);
    thunk.esi = *reg32(ESI);
    thunk.ebp = *reg32(EBP);
    thunk.esp = *reg32(ESP);
    thunk.ebx = *reg32(EBX);
    thunk.edx = *reg32(EDX);
    thunk.ecx = *reg32(ECX);
    thunk.eax = *reg32(EAX);
    /* IOPL 3: ports belong to the guest, but for those emulate_port() looks after. */
    thunk.eflags = (guest.eflags & (FLAGS_ARITHMETIC | FLAG_DF | FLAG_ID)) | FLAG_IOPL | 2;
}

void thunk_store_flags(void)
{
    u32 mask = FLAGS_ARITHMETIC | FLAG_DF;
    guest.eflags = (guest.eflags & ~mask) | (thunk.eflags & mask);
}

void thunk_store(void)
{
    *reg32(EDI) = thunk.edi;
    *reg32(ESI) = thunk.esi;
    *reg32(EBP) = thunk.ebp;
    *reg32(ESP) = thunk.esp;
    *reg32(EBX) = thunk.ebx;
    *reg32(EDX) = thunk.edx;
    *reg32(ECX) = thunk.ecx;
    *reg32(EAX) = thunk.eax;
    thunk_store_flags();
}

void thunk_begin(void)
{
    thunk_end = thunk_code;
}

void thunk_byte(u8 byte)
{
    *thunk_end++ = byte;
}

void thunk_long(u32 value)
{
    for (u32 n = 0; n < 4; n++)
        thunk_byte((u8)(value >> 8 * n));
}

void thunk_execute(void)
{
    *thunk_end = HLT;
    u32 raised = run_thunk();
    if (raised)
        raise_fault(raised - 1, 0);
}
