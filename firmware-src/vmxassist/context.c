/* Entry from the hypervisor and return to it. */
#include "context.h"
#include "emulate.h"
#include "entry_state.h"
#include "monitor.h"
#include "port.h"
#include "seen_tables.h"
#include "tables.h"

void world_entry(void);                 /* head.S */
NORETURN void leave_monitor(void);
NORETURN void entered_by_hypervisor(void);

struct context new_context, old_context;
u32 leave_cr0;
static u32 started;

static const struct context_segment flat_code = { SEL_CODE, 0xFFFFFFFF, 0, 0xC09B };
static const struct context_segment flat_stack = { SEL_STACK, 0xFFFFFFFF, 0, 0xC093 };
static const struct context_segment flat_data = { SEL_USER_DATA, 0xFFFFFFFF, 0, 0xC0F3 };

void setup_contexts(void)
{
    struct table_addresses t = table_addresses();
    struct context *c = &new_context;
    c->eip = (u32)world_entry;
    c->esp = (u32)&guest + GUEST_VECTOR;
    c->eflags = 2;
    c->cr0 = CR0_ET;                    /* PE clear, by convention */
    c->cr4 = CR4_VME;
    c->idtr_limit = t.idt_limit;
    c->idtr_base = t.idt;
    c->gdtr_limit = t.gdt_limit;
    c->gdtr_base = t.gdt;
    c->cs = flat_code;
    c->ss = flat_stack;
    c->ds = c->es = c->fs = c->gs = flat_data;
    c->tr = (struct context_segment){ SEL_TSS, t.tss_limit, t.tss, 0x8B };
    c->ldtr = (struct context_segment){ 0, 0, 0, ACCESS_NULL };
}

static struct segment from_context(const struct context_segment *s)
{
    return (struct segment){ s->sel, s->limit, s->base, s->arbytes };
}

static struct context_segment to_context(const struct segment *s)
{
    return (struct context_segment){ s->selector, s->limit, s->base, s->access };
}

/* The processor after reset, at the ROM BIOS's entry point (SDM volume 3, table 9-1). */
static void start_of_domain(void)
{
    guest = (struct guest){ .eip = 0xFFF0, .eflags = FLAG_ALWAYS };
    for (u32 n = 0; n < SEGMENTS; n++)
        processor.segment[n] = (struct segment){ 0, 0xFFFF, 0, ACCESS_REAL };
    processor.segment[CS] = (struct segment){ 0xF000, 0xFFFF, 0xF0000, ACCESS_REAL };
    processor.tr = (struct segment){ 0, 0xFFFF, 0, 0x8B };
    processor.ldtr = (struct segment){ 0, 0xFFFF, 0, 0x82 };
    processor.gdt = processor.idt = (struct table){ 0xFFFF, 0 };
    processor.cr0 = CR0_ET;
    processor.mode = MODE_REAL;
    apply_cr0();
}

/* The guest wrote CR0 with PE clear; that instruction is still to be done. */
static void take_old_context(void)
{
    const struct context *c = &old_context;
    guest.eip = c->eip;
    guest.esp = c->esp;
    guest.eflags = (c->eflags & FLAGS_GUEST) | FLAG_ALWAYS;
    processor.iopl = c->eflags & FLAG_IOPL;
    processor.cr0 = c->cr0;
    processor.cr3 = c->cr3;
    processor.cr4 = c->cr4;
    processor.idt = true_idt((struct table){ c->idtr_limit, c->idtr_base });
    processor.gdt = true_gdt((struct table){ c->gdtr_limit, c->gdtr_base });
    processor.segment[CS] = from_context(&c->cs);
    processor.segment[DS] = from_context(&c->ds);
    processor.segment[ES] = from_context(&c->es);
    processor.segment[SS] = from_context(&c->ss);
    processor.segment[FS] = from_context(&c->fs);
    processor.segment[GS] = from_context(&c->gs);
    processor.tr = from_context(&c->tr);
    processor.ldtr = from_context(&c->ldtr);
    processor.mode = MODE_PROTECTED;
    processor.fetch_paged = (c->cr0 & CR0_PG) != 0;
    processor.shadow = 0;
}

void entered_by_hypervisor(void)
{
    pic_enter_real_mode();
    forget_shown_tables();
    if (!started) {
        started = 1;
        start_of_domain();
        run_guest();
    }
    take_old_context();
    emulate_one();
    if (processor.mode == MODE_PROTECTED)
        panic("the hypervisor entered the monitor, but the guest did not clear PE");
    run_guest();
}

void leave_to_protected(void)
{
    struct context *c = &old_context;
    make_valid_for_entry();
    c->eip = guest.eip;
    c->esp = guest.esp;
    c->eflags = (guest.eflags & FLAGS_GUEST) | processor.iopl | FLAG_ALWAYS;
    c->cr0 = processor.cr0;
    c->cr3 = processor.cr3;
    c->cr4 = processor.cr4;
    c->idtr_limit = processor.idt.limit;
    c->idtr_base = processor.idt.base;
    c->gdtr_limit = processor.gdt.limit;
    c->gdtr_base = processor.gdt.base;
    c->cs = to_context(&processor.segment[CS]);
    c->ds = to_context(&processor.segment[DS]);
    c->es = to_context(&processor.segment[ES]);
    c->ss = to_context(&processor.segment[SS]);
    c->fs = to_context(&processor.segment[FS]);
    c->gs = to_context(&processor.segment[GS]);
    c->tr = to_context(&processor.tr);
    c->ldtr = to_context(&processor.ldtr);
    c->rm_irqbase[0] = pic_given_base(0);
    c->rm_irqbase[1] = pic_given_base(1);
    leave_cr0 = processor.cr0;
    leave_monitor();
}
