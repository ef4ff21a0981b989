/* Where the monitor's descriptor tables are. */
#ifndef TABLES_H
#define TABLES_H
#include "types.h"

/* So many values beyond its own may the limit of the GDT or the IDT have. */
#define TABLE_MARKS 64u

struct table_addresses {
    u32 gdt, gdt_limit, idt, idt_limit, tss, tss_limit;
};
struct table_addresses table_addresses(void);

struct tss;
extern struct tss tss;

#endif
