/* Traps: from the guest in virtual-8086 mode, and of the monitor itself. */
#include "emulate.h"
#include "guarded.h"
#include "interrupt.h"
#include "monitor.h"
#include "port.h"
#include "trap.h"

#define NO_LINE 0xFFFFFFFFu

static volatile u32 pending_line = NO_LINE;

/* The monitor runs with interrupts off, so this is a guarded instruction or an interrupt it let in. */
void monitor_trap(struct monitor_frame *frame)
{
    if (frame->vector >= FIRST_IRQ) {
        pending_line = frame->vector - FIRST_IRQ;
        frame->eflags &= ~FLAG_IF;
        return;
    }
    if (frame->vector == VECTOR_DB)
        return;                         /* the guest's own watchpoint, met by the monitor */
    if (!guard_resume)
        panic_in_monitor(frame);
    guard_vector = frame->vector + 1;
    frame->eip = guard_resume;
}

void deliver_arrived(void)
{
    u32 line = pending_line;
    pending_line = NO_LINE;
    if (line != NO_LINE)
        deliver_external(pic_vector(line));
}

void poll_interrupts(void)
{
    __asm__ volatile("sti\n\tnop\n\tcli" : : : "memory");
    deliver_arrived();
}

/* HLT with interrupts disabled halts for good (but for NMI and reset), here as there. */
void wait_for_interrupt(void)
{
    if (!(guest.eflags & FLAG_IF))
        __asm__ volatile("cli\n\thlt" : : : "memory");
    else
        __asm__ volatile("sti\n\thlt\n\tcli" : : : "memory");
}

static void dispatch(u32 vector)
{
    if (vector >= FIRST_IRQ) {
        deliver_external(pic_vector(vector - FIRST_IRQ));
        return;
    }
    switch (vector) {
    case VECTOR_GP:
    case VECTOR_SS:
        emulate_one();
        break;
    case VECTOR_DF: case VECTOR_TS: case VECTOR_NP: case VECTOR_PF: case 18:
        panic("an exception that virtual-8086 mode does not have");
    default:
        deliver_exception(vector, guest.error);
        break;
    }
}

void guest_trap(void)
{
    if (guest.vector == VECTOR_GP && emulate_in_place())
        resume_vm86();
    leave_native();
    processor.shadow = 0;
    dispatch(guest.vector);
    run_guest();
}
