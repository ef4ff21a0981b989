/* A context of the world switch, as the hypervisor reads and writes it. */
#ifndef CONTEXT_H
#define CONTEXT_H
#include "guest.h"

struct PACKED context_segment {
    u32 sel, limit, base, arbytes;
};

struct PACKED context {
    u32 eip, esp, eflags, cr0, cr3, cr4, idtr_limit, idtr_base, gdtr_limit, gdtr_base;
    struct context_segment cs, ds, es, ss, fs, gs, tr, ldtr;
    u8 rm_irqbase[2];
};
_Static_assert(sizeof(struct context) == 170, "the hypervisor's layout");

extern struct context new_context, old_context;

#endif
