/* What native code learns from SGDT and SIDT, and what it gets when it loads that again. */
#ifndef SEEN_TABLES_H
#define SEEN_TABLES_H
#include "guest.h"

/* Before native code runs: marks the monitor's own registers with the guest's present ones. */
void show_tables(void);
/* After an entry from the hypervisor, which loads the plain registers. */
void forget_shown_tables(void);
/* Values the guest loads: where they are the monitor's, as SGDT or SIDT gave them, the guest's of that time. */
struct table true_gdt(struct table loaded);
struct table true_idt(struct table loaded);

#endif
