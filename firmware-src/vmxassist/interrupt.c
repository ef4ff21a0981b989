/* Delivery through the guest's vector table (SDM volume 3, 20.1.4), or through its IDT while PE is set but CS
 * is not reloaded yet (6.12). */
#include "interrupt.h"
#include "memory.h"
#include "monitor.h"
#include "numeric.h"
#include "raise.h"
#include "segment.h"
#include "stack.h"

#define GATE_INTERRUPT16 6u
#define GATE_TRAP16      7u
#define GATE_INTERRUPT32 14u
#define GATE_TRAP32      15u
#define IDT_ERROR        2u
#define BENIGN           VECTOR_DB      /* what interrupts from outside count as where faults meet (SDM volume 3, 6.15) */

static u32 delivering;                  /* vector on its way, plus 1 */
static void *retry_exit[5];
static u32 retry_vector, retry_error;

static void enter_real(u32 vector)
{
    u32 at = vector * 4;
    if (at + 3 > processor.idt.limit)
        raise_fault(VECTOR_GP, vector * 8 + IDT_ERROR);
    u32 entry = read_linear(processor.idt.base + at, 4);
    u32 esp = guest.esp;
    /* All three must fit before any is written. */
    check_access(SS, (esp - 2) & stack_mask(), 2, 1);
    check_access(SS, (esp - 4) & stack_mask(), 2, 1);
    check_access(SS, (esp - 6) & stack_mask(), 2, 1);
    push(2, guest.eflags | processor.iopl);
    push(2, processor.segment[CS].selector);
    push(2, guest.eip);
    guest.eflags &= ~(FLAG_TF | FLAG_IF | FLAG_AC | FLAG_RF);
    load_code(entry >> 16, entry & 0xFFFF);
}

static int has_error_code(u32 vector)
{
    return vector == VECTOR_DF || (vector >= VECTOR_TS && vector <= VECTOR_PF) || vector == 17;
}

/* With an error code only where it is the processor's own exception. */
static void enter_protected(u32 vector, int exception, u32 error)
{
    u32 at = vector * 8;
    if (at + 7 > processor.idt.limit)
        raise_fault(VECTOR_GP, at + IDT_ERROR);
    u32 low = read_linear(processor.idt.base + at, 4), high = read_linear(processor.idt.base + at + 4, 4);
    u32 type = high >> 8 & 0x1F;
    if (type == 5)
        panic("a task gate in the guest's IDT, reached before CS was reloaded");
    if (type != GATE_INTERRUPT16 && type != GATE_TRAP16 && type != GATE_INTERRUPT32 && type != GATE_TRAP32)
        raise_fault(VECTOR_GP, at + IDT_ERROR);
    if (!(high >> 8 & ACCESS_PRESENT))
        raise_fault(VECTOR_NP, at + IDT_ERROR);
    u32 size = type & 8 ? 4 : 2;
    push(size, (guest.eflags & ~(FLAG_VM | FLAG_IOPL)) | processor.iopl);
    push(size, processor.segment[CS].selector);
    push(size, guest.eip);
    if (exception && has_error_code(vector))
        push(size, error);
    load_code(low >> 16, size == 4 ? (low & 0xFFFF) | (high & 0xFFFF0000) : low & 0xFFFF);
    guest.eflags &= ~(FLAG_TF | FLAG_NT | FLAG_RF | (type & 1 ? 0 : FLAG_IF));
}

void software_interrupt(u32 vector)
{
    if (protected_view())
        enter_protected(vector, 0, 0);
    else
        enter_real(vector);
}

/* Delivers from outside of an instruction: what faults on the way is delivered in its place. */
static void deliver(u32 vector, int exception, u32 error)
{
    struct guest before = guest;
    delivering = (exception ? vector : BENIGN) + 1;
    if (__builtin_setjmp(retry_exit)) {
        vector = retry_vector;
        exception = 1;
        error = retry_error;
        guest = before;
        delivering = vector + 1;
    }
    if (protected_view())
        enter_protected(vector, exception, error);
    else
        enter_real(vector);
    delivering = 0;
}

static int contributory(u32 vector)
{
    return vector == VECTOR_DE || (vector >= VECTOR_TS && vector <= VECTOR_GP);
}

void fault_while_delivering(u32 vector, u32 error)
{
    if (!delivering)
        panic("a fault of the guest outside of any instruction");
    u32 first = delivering - 1;
    if (first == VECTOR_DF)
        panic("the guest shut itself down: a double fault could not be delivered");
    retry_vector = contributory(first) && contributory(vector) ? VECTOR_DF : vector;
    retry_error = retry_vector == VECTOR_DF ? 0 : error;
    __builtin_longjmp(retry_exit, 1);
}

void deliver_exception(u32 vector, u32 error)
{
    if (vector == VECTOR_MF && !(processor.cr0 & CR0_NE))
        numeric_error_as_interrupt();
    else
        deliver(vector, 1, error);
}

void deliver_external(u32 vector)
{
    deliver(vector, 0, 0);
}

void deliver_single_step(void)
{
    u32 dr6;
    __asm__ volatile("movl %%dr6, %0" : "=r"(dr6));
    __asm__ volatile("movl %0, %%dr6" : : "r"(dr6 | 0x4000));
    deliver(VECTOR_DB, 1, 0);
}
