/* Chooses how the guest goes on: emulated, natively in virtual-8086 mode, or without the monitor. */
#include "emulate.h"
#include "interrupt.h"
#include "monitor.h"
#include "seen_tables.h"

static u32 native[SEGMENTS];            /* selectors the guest was last resumed with */

/* Native code has base = selector x 16, limit FFFFh, 16-bit code and stack. */
static int is_native(const struct segment *s)
{
    return s->base == s->selector << 4 && s->limit >= 0xFFFF && !(s->access & (ACCESS_BIG | ACCESS_NULL));
}

static int has_alias(const struct segment *s)
{
    return (s->base & 0xFFF0000F) == 0;
}

/* A segment left from protected mode that is not worth emulating for: data, or a stack, reachable natively. */
static int is_tolerable(u32 n)
{
    const struct segment *s = &processor.segment[n];
    if (n == CS)
        return is_native(s);
    if (n == SS && s->access & ACCESS_BIG && guest.esp > 0xFFFF)
        return 0;
    return has_alias(s);
}

static int hinders(u32 n)
{
    return !is_native(&processor.segment[n]) && (processor.strict || !is_tolerable(n));
}

static int must_emulate(void)
{
    static u32 last;                    /* that hindered: it does so until it is loaded */
    if (processor.mode != MODE_REAL || guest.eip > 0xFFFF || hinders(last))
        return 1;
    for (u32 n = 0; n < SEGMENTS; n++)
        if (hinders(n)) {
            last = n;
            return 1;
        }
    return 0;
}

static inline void take_segment(u32 n, u32 visible)
{
    struct segment *s = &processor.segment[n];
    if (visible == native[n])
        return;
    s->selector = visible;
    s->base = visible << 4;
    if (s->access & ACCESS_NULL) {
        s->access = ACCESS_REAL;
        s->limit = 0xFFFF;
    }
}

/* After native code: segments it loaded are real-mode loads. */
static void take_segments(void)
{
    take_segment(ES, guest.es);
    take_segment(CS, guest.cs);
    take_segment(SS, guest.ss);
    take_segment(DS, guest.ds);
    take_segment(FS, guest.fs);
    take_segment(GS, guest.gs);
}

static void give_segments(void)
{
#pragma GCC unroll 6
    for (u32 n = 0; n < SEGMENTS; n++)
        native[n] = processor.segment[n].base >> 4;
    guest.es = native[ES];
    guest.cs = native[CS];
    guest.ss = native[SS];
    guest.ds = native[DS];
    guest.fs = native[FS];
    guest.gs = native[GS];
}

void leave_native(void)
{
    guest.eflags = (guest.eflags & FLAGS_GUEST) | FLAG_ALWAYS;
    take_segments();
}

void run_guest(void)
{
    for (;;) {
        if (processor.mode == MODE_PROTECTED)
            leave_to_protected();
        if (!must_emulate())
            break;
        if (guest.eflags & FLAG_IF && !processor.shadow)
            poll_interrupts();
        if (processor.mode != MODE_PROTECTED)   /* a handler may be there already */
            emulate_one();
    }
    redirect_interrupts(processor.idt.base == 0 && processor.idt.limit >= 0x3FF);
    show_tables();
    give_segments();
    guest.eflags |= FLAG_VM | FLAG_IOPL | FLAG_ALWAYS;
    resume_vm86();
}
