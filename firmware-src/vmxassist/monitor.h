/* The monitor's own parts: start, traps, world switch, messages, panic. */
#ifndef MONITOR_H
#define MONITOR_H
#include "guest.h"

void setup_tables(void);
/* INT n goes to the vector table at 0 without a trap, or traps. */
void redirect_interrupts(int to_guest);
void setup_contexts(void);
/* Real control bits that follow the guest's: those of the FPU and the cache. */
void apply_cr0(void);

/* Runs the guest as its mode wants: emulated, native, or by leaving the monitor. */
NORETURN void run_guest(void);
/* Goes on with the guest of struct guest, natively (head.S). */
NORETURN void resume_vm86(void);
/* Lets interrupts in for a moment and delivers what came. */
void poll_interrupts(void);
/* Delivers the interrupt that ended a HLT. */
void deliver_arrived(void);
/* Waits for an interrupt, as HLT does. */
void wait_for_interrupt(void);
NORETURN void leave_to_protected(void);

void print(const char *text);
void print_hex(u32 value, u32 digits);
NORETURN void panic(const char *why);

#endif
