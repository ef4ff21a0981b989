/* VM-entry checks on segments that real mode left. */
#ifndef ENTRY_STATE_H
#define ENTRY_STATE_H

/* Changes what the processor would refuse, and the guest cannot notice at level 0. */
void make_valid_for_entry(void);

#endif
