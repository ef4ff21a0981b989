/* Moves that name memory or a segment register without an ordinary ModRM operand. */
#include "emulate.h"
#include "memory.h"
#include "raise.h"
#include "segment.h"

static void mov_from_segment(const struct instruction *i)
{
    if (i->reg >= SEGMENTS)
        raise_fault(VECTOR_UD, 0);
    write_operand(i, i->mod == 3 ? i->operand_size : 2, processor.segment[i->reg].selector);
}

static void mov_to_segment(const struct instruction *i)
{
    if (i->reg >= SEGMENTS || i->reg == CS)
        raise_fault(VECTOR_UD, 0);
    load_segment(i->reg, read_operand(i, 2));
    processor.shadow = i->reg == SS;
}

static void load_far_pointer(const struct instruction *i, u32 segment)
{
    if (i->mod == 3)
        raise_fault(VECTOR_UD, 0);
    u32 offset = read_memory(i->segment, i->offset, i->operand_size);
    u32 selector = read_memory(i->segment, (i->offset + i->operand_size) & address_mask(i), 2);
    load_segment(segment, selector);
    write_reg(i->reg, i->operand_size, offset);
}

static void xlat(const struct instruction *i)
{
    u32 offset = (*reg32(EBX) + read_reg(EAX, 1)) & address_mask(i);
    write_reg(EAX, 1, read_memory(segment_or(i, DS), offset, 1));
}

int emulate_move(const struct instruction *i)
{
    u32 size = width(i);
    if ((i->opcode & ~0xFu) == 0xB0) {
        write_reg(i->opcode & 7, i->opcode & 8 ? i->operand_size : 1, i->immediate);
        return 1;
    }
    switch (i->opcode) {
    case 0x8C:
        mov_from_segment(i);
        return 1;
    case 0x8E:
        mov_to_segment(i);
        return 1;
    case 0x8D:                          /* LEA */
        if (i->mod == 3)
            raise_fault(VECTOR_UD, 0);
        write_reg(i->reg, i->operand_size, i->offset);
        return 1;
    case 0x88: case 0x89:               /* the commonest ones, without a detour */
        write_operand(i, size, read_reg(i->reg, size));
        return 1;
    case 0x8A: case 0x8B:
        write_reg(i->reg, size, read_operand(i, size));
        return 1;
    case 0xA0: case 0xA1:
        write_reg(EAX, size, read_memory(i->segment, i->offset, size));
        return 1;
    case 0xA2: case 0xA3:
        write_memory(i->segment, i->offset, size, read_reg(EAX, size));
        return 1;
    case 0xC4:
        load_far_pointer(i, ES);
        return 1;
    case 0xC5:
        load_far_pointer(i, DS);
        return 1;
    case TWO_BYTE + 0xB2:
        load_far_pointer(i, SS);
        return 1;
    case TWO_BYTE + 0xB4:
        load_far_pointer(i, FS);
        return 1;
    case TWO_BYTE + 0xB5:
        load_far_pointer(i, GS);
        return 1;
    case 0xD7:
        xlat(i);
        return 1;
    default:
        return 0;
    }
}
