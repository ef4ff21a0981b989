/* Jumps, calls, returns and loops within the code segment. */
#include "emulate.h"
#include "raise.h"
#include "stack.h"

static void jump(const struct instruction *i, u32 target)
{
    if (i->operand_size == 2)
        target &= 0xFFFF;
    if (target > processor.segment[CS].limit)
        raise_fault(VECTOR_GP, 0);
    guest.eip = target;
}

static u32 relative(const struct instruction *i)
{
    return guest.eip + i->immediate;
}

/* The condition in the low four bits of Jcc (SDM volume 1, appendix B). */
static int condition(u32 code)
{
    u32 f = guest.eflags;
    u32 sign = f >> 7 & 1, overflow = f >> 11 & 1, zero = f >> 6 & 1, value;
    switch (code >> 1 & 7) {
    case 0: value = overflow; break;
    case 1: value = f & 1; break;
    case 2: value = zero; break;
    case 3: value = (f & 1) | zero; break;
    case 4: value = sign; break;
    case 5: value = f >> 2 & 1; break;
    case 6: value = sign ^ overflow; break;
    default: value = zero | (sign ^ overflow); break;
    }
    return (value ^ code) & 1;
}

/* E0 LOOPNE, E1 LOOPE, E2 LOOP, E3 JCXZ; the counter by address size. */
static void loop(const struct instruction *i)
{
    u32 count = read_reg(ECX, i->address_size);
    if (i->opcode == 0xE3) {
        if (count == 0)
            jump(i, relative(i));
        return;
    }
    write_reg(ECX, i->address_size, --count);
    count &= address_mask(i);
    u32 zero = (guest.eflags & FLAG_ZF) != 0;
    if (count && (i->opcode == 0xE2 || zero == (i->opcode & 1u)))
        jump(i, relative(i));
}

static void call(const struct instruction *i, u32 target)
{
    u32 back = guest.eip;
    jump(i, target);
    push(i->operand_size, back);
}

static void near_return(const struct instruction *i, u32 extra)
{
    jump(i, peek_stack(i->operand_size, 0));
    move_stack(i->operand_size + extra);
}

static int indirect(const struct instruction *i)
{
    if (i->reg == 2)
        call(i, read_operand(i, i->operand_size));
    else if (i->reg == 4)
        jump(i, read_operand(i, i->operand_size));
    else
        return 0;
    return 1;
}

int emulate_near(const struct instruction *i)
{
    u32 op = i->opcode;
    if ((op >= 0x70 && op <= 0x7F) || (op >= TWO_BYTE + 0x80 && op <= TWO_BYTE + 0x8F)) {
        if (condition(op))
            jump(i, relative(i));
        return 1;
    }
    switch (op) {
    case 0xE0: case 0xE1: case 0xE2: case 0xE3:
        loop(i);
        return 1;
    case 0xE8:
        call(i, relative(i));
        return 1;
    case 0xE9: case 0xEB:
        jump(i, relative(i));
        return 1;
    case 0xC2:
        near_return(i, i->immediate);
        return 1;
    case 0xC3:
        near_return(i, 0);
        return 1;
    case 0xFF:
        return indirect(i);
    default:
        return 0;
    }
}
