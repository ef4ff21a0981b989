/* Where the monitor's descriptor tables are. */
#ifndef TABLES_H
#define TABLES_H
#include "types.h"

struct table_addresses {
    u32 gdt, gdt_limit, idt, idt_limit, tss, tss_limit;
};
struct table_addresses table_addresses(void);

struct tss;
extern struct tss tss;

#endif
