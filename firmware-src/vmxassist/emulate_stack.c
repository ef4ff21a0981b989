/* PUSH, POP, PUSHA, POPA, PUSHF, POPF, ENTER, LEAVE. */
#include "emulate.h"
#include "memory.h"
#include "raise.h"
#include "segment.h"
#include "stack.h"

static void pop_segment(const struct instruction *i, u32 segment)
{
    u32 selector = peek_stack(2, 0);
    load_segment(segment, selector);
    move_stack(i->operand_size);
    processor.shadow = segment == SS;
}

/* The address of the operand is computed with ESP already moved (SDM volume 2, POP). */
static void pop_operand(const struct instruction *i)
{
    u32 value = pop(i->operand_size);
    struct instruction moved = *i;
    u8 base = i->address_size == 4 && i->rm == ESP ? i->bytes[i->modrm_at + 1] & 7 : 8;
    if (i->mod != 3 && base == ESP)
        moved.offset += i->operand_size;
    write_operand(&moved, i->operand_size, value);
}

static void push_all(const struct instruction *i)
{
    u32 esp = guest.esp, size = i->operand_size;
    for (u32 n = 0; n < 8; n++)
        push(size, n == ESP ? esp : read_reg(n, size));
}

static void pop_all(const struct instruction *i)
{
    u32 size = i->operand_size;
    for (u32 n = 8; n-- > 0;) {
        u32 value = pop(size);
        if (n != ESP)
            write_reg(n, size, value);
    }
}

static void pop_flags(const struct instruction *i)
{
    u32 value = pop(i->operand_size);
    u32 changeable = i->operand_size == 4 ? FLAGS_GUEST : FLAGS_GUEST & 0xFFFF;
    guest.eflags = (guest.eflags & ~changeable) | (value & changeable);
    processor.iopl = value & FLAG_IOPL;
}

static void push_flags(const struct instruction *i)
{
    push(i->operand_size, (guest.eflags & ~(FLAG_VM | FLAG_RF | FLAG_IOPL)) | processor.iopl);
}

static void enter(const struct instruction *i)
{
    u32 size = i->operand_size, level = i->immediate2 & 31, mask = stack_mask();
    push(size, read_reg(EBP, size));
    u32 frame = guest.esp, ebp = *reg32(EBP);
    for (u32 n = 1; n < level; n++) {
        ebp -= size;
        push(size, read_memory(SS, ebp & mask, size));
    }
    if (level)
        push(size, frame);
    write_reg(EBP, size, frame);
    move_stack(-i->immediate);
    check_access(SS, guest.esp & mask, size, 1);
}

static void leave(const struct instruction *i)
{
    u32 mask = stack_mask();
    u32 value = read_memory(SS, *reg32(EBP) & mask, i->operand_size);
    guest.esp = (guest.esp & ~mask) | ((*reg32(EBP) + i->operand_size) & mask);
    write_reg(EBP, i->operand_size, value);
}

static int segment_forms(const struct instruction *i)
{
    switch (i->opcode) {
    case 0x06: case 0x0E: case 0x16: case 0x1E:
        push(i->operand_size, processor.segment[i->opcode >> 3].selector);
        return 1;
    case 0x07: case 0x17: case 0x1F:
        pop_segment(i, i->opcode >> 3);
        return 1;
    case TWO_BYTE + 0xA0: case TWO_BYTE + 0xA8:
        push(i->operand_size, processor.segment[i->opcode >> 3 & 7].selector);
        return 1;
    case TWO_BYTE + 0xA1: case TWO_BYTE + 0xA9:
        pop_segment(i, i->opcode >> 3 & 7);
        return 1;
    default:
        return 0;
    }
}

int emulate_stack(const struct instruction *i)
{
    u32 size = i->operand_size;
    if (i->opcode >= 0x50 && i->opcode <= 0x57) {
        push(size, read_reg(i->opcode & 7, size));
        return 1;
    }
    if (i->opcode >= 0x58 && i->opcode <= 0x5F) {
        write_reg(i->opcode & 7, size, pop(size));
        return 1;
    }
    switch (i->opcode) {
    case 0x60:
        push_all(i);
        return 1;
    case 0x61:
        pop_all(i);
        return 1;
    case 0x68: case 0x6A:
        push(size, i->immediate);
        return 1;
    case 0x8F:
        if (i->reg)
            raise_fault(VECTOR_UD, 0);
        pop_operand(i);
        return 1;
    case 0xFF:
        if (i->reg != 6)
            return 0;
        push(size, read_operand(i, size));
        return 1;
    case 0x9C:
        push_flags(i);
        return 1;
    case 0x9D:
        pop_flags(i);
        return 1;
    case 0xC8:
        enter(i);
        return 1;
    case 0xC9:
        leave(i);
        return 1;
    default:
        return segment_forms(i);
    }
}
