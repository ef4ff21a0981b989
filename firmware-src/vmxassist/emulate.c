/* Emulates one instruction: all or nothing, like the processor. */
#include "emulate.h"
#include "interrupt.h"
#include "memory.h"
#include "monitor.h"
#include "raise.h"

static void *fault_exit[5];
static u32 fault_vector, fault_error;
static u32 emulating;
/* What an instruction may have changed before it faults. Segments it loads last of all. */
static struct {
    u32 gpr[8], eip, esp, eflags;
} before;

void raise_fault(u32 vector, u32 error)
{
    if (!emulating)
        fault_while_delivering(vector, error);
    fault_vector = vector;
    fault_error = error;
    __builtin_longjmp(fault_exit, 1);
}

u32 read_operand(const struct instruction *i, u32 size)
{
    return i->mod == 3 ? read_reg(i->rm, size) : read_memory(i->segment, i->offset, size);
}

void write_operand(const struct instruction *i, u32 size, u32 value)
{
    if (i->mod == 3)
        write_reg(i->rm, size, value);
    else
        write_memory(i->segment, i->offset, size, value);
}

static void undo(void)
{
    for (u32 n = 0; n < 8; n++)
        guest.gpr[n] = before.gpr[n];
    guest.eip = before.eip;
    guest.esp = before.esp;
    guest.eflags = before.eflags;
}

static void execute(void)
{
    static struct instruction i;
    decode(&i);
    guest.eip += i.length;
    processor.fetch_paged = 0;
    processor.shadow = 0;
    if (emulate_move(&i) || emulate_stack(&i) || emulate_string(&i) || emulate_near(&i) || emulate_far(&i)
            || emulate_port(&i) || emulate_system(&i) || emulate_descriptor(&i))
        return;
    execute_relocated(&i);
}

void emulate_one(void)
{
    u32 trap = guest.eflags & FLAG_TF;
    for (u32 n = 0; n < 8; n++)
        before.gpr[n] = guest.gpr[n];
    before.eip = guest.eip;
    before.esp = guest.esp;
    before.eflags = guest.eflags;
    emulating = 1;
    if (__builtin_setjmp(fault_exit)) {
        emulating = 0;
        undo();
        deliver_exception(fault_vector, fault_error);
        return;
    }
    execute();
    emulating = 0;
    if (processor.strict)
        processor.strict--;
    if (trap && !processor.shadow && processor.mode != MODE_PROTECTED)
        deliver_single_step();
    deliver_arrived();
}
