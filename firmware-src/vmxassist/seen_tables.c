/* SGDT and SIDT do not trap in virtual-8086 mode (SDM volume 3, 20.2.8): native code that saves its registers gets
 * the monitor's, and loads them again later, often in protected mode. The limits tell which of the guest's own
 * were in force: behind the monitor's own descriptors are empty ones, so that many values mean the same. */
#include "seen_tables.h"
#include "tables.h"

#define NO_LIMIT 0xFFFFFFFF             /* more than any table has */

/* The guest's register values that native code has run with, by mark. */
struct history {
    struct table seen[TABLE_MARKS];
    u32 marks;
    struct table present;               /* the value the processor's register is marked for */
};
static struct history gdts, idts;

static int equal(struct table a, struct table b)
{
    return a.limit == b.limit && a.base == b.base;
}

static u32 mark_of(struct history *h, struct table t)
{
    for (u32 n = 0; n < TABLE_MARKS && n < h->marks; n++)
        if (equal(h->seen[n], t))
            return n;
    u32 mark = h->marks++ % TABLE_MARKS;
    h->seen[mark] = t;
    return mark;
}

struct PACKED table_register {
    u16 limit;
    u32 base;
};

void show_tables(void)
{
    if (equal(processor.gdt, gdts.present) && equal(processor.idt, idts.present))
        return;
    u32 gdt = mark_of(&gdts, processor.gdt), idt = mark_of(&idts, processor.idt);
    struct table_addresses own = table_addresses();
    struct table_register g = { (u16)(own.gdt_limit + gdt), own.gdt }, i = { (u16)(own.idt_limit + idt), own.idt };
    __asm__ volatile("lgdt %0\n\tlidt %1" : : "m"(g), "m"(i));
    gdts.present = processor.gdt;
    idts.present = processor.idt;
}

void forget_shown_tables(void)
{
    gdts.present = idts.present = (struct table){ NO_LIMIT, 0 };
}

static struct table true_value(const struct history *h, struct table loaded, u32 base, u32 limit)
{
    u32 mark = loaded.limit - limit;
    if (loaded.base != base || mark >= TABLE_MARKS || mark >= h->marks)
        return loaded;
    return h->seen[mark];
}

struct table true_gdt(struct table loaded)
{
    struct table_addresses own = table_addresses();
    return true_value(&gdts, loaded, own.gdt, own.gdt_limit);
}

struct table true_idt(struct table loaded)
{
    struct table_addresses own = table_addresses();
    return true_value(&idts, loaded, own.idt, own.idt_limit);
}
