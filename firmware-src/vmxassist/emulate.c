/* Emulates one instruction: all or nothing, like the processor. */
#include "emulate.h"
#include "interrupt.h"
#include "memory.h"
#include "monitor.h"
#include "opcode_form.h"
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

void undo_instruction(void)
{
    if (emulating)
        undo();
}

static int by_family(const struct instruction *i)
{
    char family = i->opcode < TWO_BYTE ? one_byte_family[i->opcode] : two_byte_family[i->opcode & 0xFF];
    switch (family) {
    case 'v': return emulate_move(i);
    case 's': return emulate_stack(i);
    case 't': return emulate_string(i);
    case 'n': return emulate_near(i);
    case 'f': return emulate_far(i);
    case 'o': return emulate_port(i);
    case 'y': return emulate_system(i);
    case 'd': return emulate_descriptor(i);
    case 'g': return emulate_stack(i) || emulate_near(i) || emulate_far(i);
    default: return 0;
    }
}

static void execute(void)
{
    static struct instruction i;
    decode(&i);
    guest.eip += i.length;
    processor.fetch_paged = 0;
    processor.shadow = 0;
    if (!by_family(&i))
        execute_relocated(&i);
}

void emulate_one(void)
{
    u32 trap = guest.eflags & FLAG_TF;
    if (emulate_quickly())
        return;
#pragma GCC unroll 8
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
