/* Far jumps, calls and returns, INT and IRET: what ends the windows around a change of PE. */
#include "emulate.h"
#include "interrupt.h"
#include "memory.h"
#include "monitor.h"
#include "raise.h"
#include "segment.h"
#include "stack.h"

#define GATE_CALL16 4u
#define GATE_TASK   5u
#define GATE_CALL32 12u

/* Where a far pointer leads: the code segment itself, or through a call gate. */
struct target {
    u32 selector, offset, size;
};

static struct target resolve(const struct instruction *i, u32 selector, u32 offset)
{
    struct target t = { selector & 0xFFFF, offset, i->operand_size };
    if (!protected_view() || (selector & 0xFFFC) == 0)
        return t;
    struct descriptor d = fetch_descriptor(t.selector, VECTOR_GP);
    u32 type = d.high >> 8 & 0x1F;
    if (type & ACCESS_S)
        return t;
    if (type == GATE_TASK || (type & ~2u) == 1 || (type & ~2u) == 9)
        panic("a task switch between MOV CR0 and the reload of CS");
    if (type != GATE_CALL16 && type != GATE_CALL32)
        raise_fault(VECTOR_GP, t.selector & 0xFFFC);
    if (!(d.high >> 8 & ACCESS_PRESENT))
        raise_fault(VECTOR_NP, t.selector & 0xFFFC);
    t.selector = d.low >> 16;
    t.size = type == GATE_CALL32 ? 4 : 2;
    t.offset = t.size == 4 ? (d.low & 0xFFFF) | (d.high & 0xFFFF0000) : d.low & 0xFFFF;
    return t;
}

static void far_jump(const struct instruction *i, u32 selector, u32 offset)
{
    struct target t = resolve(i, selector, offset);
    load_code(t.selector, t.offset);
}

static void far_call(const struct instruction *i, u32 selector, u32 offset)
{
    struct target t = resolve(i, selector, offset);
    u32 old_cs = processor.segment[CS].selector, old_eip = guest.eip;
    check_access(SS, (guest.esp - t.size) & stack_mask(), t.size, 1);
    check_access(SS, (guest.esp - 2 * t.size) & stack_mask(), t.size, 1);
    load_code(t.selector, t.offset);
    push(t.size, old_cs);
    push(t.size, old_eip);
}

static void refuse_outer_level(u32 selector)
{
    if (protected_view() && selector & 3)
        panic("a return to an outer level between MOV CR0 and the reload of CS");
}

static void far_return(const struct instruction *i, u32 extra)
{
    u32 size = i->operand_size;
    u32 offset = peek_stack(size, 0), selector = peek_stack(2, size);
    refuse_outer_level(selector);
    load_code(selector, offset);
    move_stack(2 * size + extra);
}

static void interrupt_return(const struct instruction *i)
{
    u32 size = i->operand_size;
    u32 offset = peek_stack(size, 0), selector = peek_stack(2, size), flags = peek_stack(size, 2 * size);
    u32 changeable = size == 4 ? FLAGS_GUEST : FLAGS_GUEST & 0xFFFF;
    if (protected_view()) {
        refuse_outer_level(selector);
        if (guest.eflags & FLAG_NT || flags & FLAG_VM)
            panic("IRET to a task or to virtual-8086 mode between MOV CR0 and the reload of CS");
    }
    load_code(selector, offset);
    move_stack(3 * size);
    guest.eflags = (guest.eflags & ~changeable) | (flags & changeable);
    processor.iopl = flags & FLAG_IOPL;
}

static int indirect(const struct instruction *i)
{
    if (i->reg != 3 && i->reg != 5)
        return 0;
    if (i->mod == 3)
        raise_fault(VECTOR_UD, 0);
    u32 offset = read_memory(i->segment, i->offset, i->operand_size);
    u32 selector = read_memory(i->segment, (i->offset + i->operand_size) & address_mask(i), 2);
    if (i->reg == 3)
        far_call(i, selector, offset);
    else
        far_jump(i, selector, offset);
    return 1;
}

int emulate_far(const struct instruction *i)
{
    switch (i->opcode) {
    case 0x9A:
        far_call(i, i->immediate2, i->immediate);
        return 1;
    case 0xEA:
        far_jump(i, i->immediate2, i->immediate);
        return 1;
    case 0xCA:
        far_return(i, i->immediate);
        return 1;
    case 0xCB:
        far_return(i, 0);
        return 1;
    case 0xCC:
        software_interrupt(VECTOR_BP);
        return 1;
    case 0xCD:
        software_interrupt(i->immediate & 0xFF);
        return 1;
    case 0xCE:
        if (guest.eflags & FLAG_OF)
            software_interrupt(VECTOR_OF);
        return 1;
    case 0xF1:
        software_interrupt(VECTOR_DB);
        return 1;
    case 0xCF:
        interrupt_return(i);
        return 1;
    case 0xFF:
        return indirect(i);
    default:
        return 0;
    }
}
