/* Runs any instruction without memory of its own choosing on the processor itself: in 32-bit code, the memory
 * operand replaced by its linear address. So results and flags are the hardware's, for every opcode it has. */
#include "emulate.h"
#include "memory.h"
#include "raise.h"
#include "thunk.h"

/* Two-byte opcodes whose 66, F2, F3 belong to the opcode (MMX, SSE). */
static int has_mandatory_prefix(u32 op)
{
    u32 b = op & 0xFF;
    if (op < TWO_BYTE)
        return 0;
    return (b >= 0x10 && b <= 0x17) || (b >= 0x28 && b <= 0x2F) || b == 0x38 || b == 0x3A || (b >= 0x50 && b <= 0x7F)
            || b == 0xC2 || (b >= 0xC4 && b <= 0xC6) || b >= 0xD0;
}

/* Bytes of an x87 memory operand (SDM volume 2, appendix A.5). */
static u32 x87_bytes(const struct instruction *i)
{
    static const u8 fixed[8][8] = {
        { 4, 4, 4, 4, 4, 4, 4, 4 }, { 4, 1, 4, 4, 0, 2, 0, 2 }, { 4, 4, 4, 4, 4, 4, 4, 4 }, { 4, 4, 4, 4, 1, 10, 1, 10 },
        { 8, 8, 8, 8, 8, 8, 8, 8 }, { 8, 8, 8, 8, 0, 1, 0, 2 }, { 2, 2, 2, 2, 2, 2, 2, 2 }, { 2, 2, 2, 2, 10, 8, 10, 8 },
    };
    u32 bytes = fixed[i->opcode & 7][i->reg];
    if (bytes)
        return bytes;
    u32 environment = i->operand_size == 4 ? 28 : 14;
    return i->opcode == 0xDD ? environment + 80 : environment;
}

static u32 two_byte_operand(const struct instruction *i)
{
    u32 b = i->opcode & 0xFF;
    if (has_mandatory_prefix(i->opcode))
        return b == 0x6E || b == 0x7E ? 4 : i->operand_prefix || b < 0x60 ? 16 : 8;
    if ((b >= 0x90 && b <= 0x9F) || b == 0xB0 || b == 0xB6 || b == 0xBE || b == 0xC0)
        return 1;
    if (b == 0xB7 || b == 0xBF)
        return 2;
    if (b == 0xC7)
        return 8;
    if (b == 0xAE)
        return i->reg < 2 ? 512 : 4;
    return i->operand_size;
}

static u32 operand_bytes(const struct instruction *i)
{
    u32 op = i->opcode;
    if (op >= 0xD8 && op <= 0xDF)
        return x87_bytes(i);
    if (op >= TWO_BYTE)
        return two_byte_operand(i);
    if (op == 0x62)
        return 2u * i->operand_size;
    return width(i);
}

/* BT, BTS, BTR, BTC with the bit's number in a register reach beyond the operand: by how much. */
static u32 bit_string_distance(const struct instruction *i)
{
    u32 op = i->opcode;
    if (op != TWO_BYTE + 0xA3 && op != TWO_BYTE + 0xAB && op != TWO_BYTE + 0xB3 && op != TWO_BYTE + 0xBB)
        return 0;
    if (i->operand_size == 2)
        return (u32)((s32)(s16)read_reg(i->reg, 2) >> 4) * 2;
    return (u32)((s32)*reg32(i->reg) >> 5) * 4;
}

static int only_reads(const struct instruction *i)
{
    u32 op = i->opcode;
    return op == 0x38 || op == 0x39 || op == 0x3A || op == 0x3B || op == 0x84 || op == 0x85 || (op < 0x40 && op & 2)
            || ((op | 3) == 0x83 && i->reg == 7) || (op >= 0xD8 && op <= 0xDF && i->reg < 2) || (op | 1) == 0xF7
            || op == 0x69 || op == 0x6B || op == TWO_BYTE + 0xAF || op == TWO_BYTE + 0xB6 || op == TWO_BYTE + 0xB7;
}

static u32 linear_operand(const struct instruction *i)
{
    u32 distance = bit_string_distance(i);
    u32 offset = (i->offset + distance) & address_mask(i);
    return check_access(i->segment, offset, operand_bytes(i), protected_view() && !only_reads(i)) - distance;
}

static void write_prefixes(const struct instruction *i)
{
    u32 mandatory = (u32)has_mandatory_prefix(i->opcode);
    if (i->lock)
        thunk_byte(0xF0);
    if (mandatory ? i->operand_prefix : i->operand_size == 2)
        thunk_byte(0x66);
    if (i->repeat)
        thunk_byte(i->repeat);
}

void execute_relocated(const struct instruction *i)
{
    u32 copied = i->opcode_at, length = i->length;
    thunk_begin();
    write_prefixes(i);
    if (i->has_modrm && i->mod != 3) {
        u32 linear = linear_operand(i);
        while (copied < i->modrm_at)
            thunk_byte(i->bytes[copied++]);
        thunk_byte((u8)(i->reg << 3 | 5));      /* disp32 */
        thunk_long(linear);
        copied = i->immediate_at;
    }
    while (copied < length)
        thunk_byte(i->bytes[copied++]);
    thunk_load();
    thunk_execute();
    thunk_store();
}
