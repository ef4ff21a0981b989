/* The decoder: prefixes, opcode, ModRM, SIB, displacement, immediates (SDM volume 2, chapter 2). */
#include "decode.h"
#include "memory.h"
#include "opcode_form.h"
#include "raise.h"

/* One byte more, checked. */
static void read_byte(struct instruction *i)
{
    const struct segment *cs = &processor.segment[CS];
    u32 offset = guest.eip + i->fetched;
    if (i->fetched == MAX_LENGTH || offset > cs->limit)
        raise_fault(VECTOR_GP, 0);
    u32 linear = cs->base + offset;
    i->bytes[i->fetched++] = (u8)read_linear(processor.fetch_paged ? translate(linear) : linear, 1);
}

/* All bytes there can be, where nothing forbids any of them. */
static void read_ahead(struct instruction *i)
{
    const struct segment *cs = &processor.segment[CS];
    i->fetched = 0;
    if (processor.fetch_paged || guest.eip > cs->limit || cs->limit - guest.eip < MAX_LENGTH)
        return;
    for (u32 n = 0; n < MAX_LENGTH + 1; n += 4)
        *(u32 *)&i->bytes[n] = read_linear(cs->base + guest.eip + n, 4);
    i->fetched = MAX_LENGTH;
}

static inline u8 fetch8(struct instruction *i)
{
    if (i->length == i->fetched)
        read_byte(i);
    return i->bytes[i->length++];
}

static u32 fetch(struct instruction *i, u32 size)
{
    u32 value = 0;
    for (u32 n = 0; n < size; n++)
        value |= (u32)fetch8(i) << 8 * n;
    return value;
}

static u32 fetch_signed8(struct instruction *i)
{
    return (u32)(s32)(s8)fetch8(i);
}

/* Takes the byte if it is a prefix. */
static int take_prefix(struct instruction *i, u8 byte)
{
    switch (byte) {
    case 0x26: i->override = ES; return 1;
    case 0x2E: i->override = CS; return 1;
    case 0x36: i->override = SS; return 1;
    case 0x3E: i->override = DS; return 1;
    case 0x64: i->override = FS; return 1;
    case 0x65: i->override = GS; return 1;
    case 0x66: i->operand_prefix = 1; return 1;
    case 0x67: i->address_size = 0; return 1;
    case 0xF0: i->lock = 1; return 1;
    case 0xF2:
    case 0xF3: i->repeat = byte; return 1;
    default: return 0;
    }
}

static u32 displacement(struct instruction *i, u32 full)
{
    if (i->mod == 1)
        return fetch_signed8(i);
    return i->mod == 2 ? fetch(i, full) : 0;
}

static void address16(struct instruction *i)
{
    static const u8 first[8] = { EBX, EBX, EBP, EBP, ESI, EDI, EBP, EBX };
    static const u8 second[4] = { ESI, EDI, ESI, EDI };
    u32 segment = i->rm == 2 || i->rm == 3 || i->rm == 6 ? SS : DS;
    u32 offset;
    if (i->mod == 0 && i->rm == 6) {
        segment = DS;
        offset = fetch(i, 2);
    } else {
        offset = read_reg(first[i->rm], 2) + displacement(i, 2);
        if (i->rm < 4)
            offset += read_reg(second[i->rm], 2);
    }
    i->offset = offset & 0xFFFF;
    i->segment = segment_or(i, segment);
}

static u32 scaled_index(struct instruction *i, u32 *segment)
{
    u8 sib = fetch8(i);
    u32 base = sib & 7, index = sib >> 3 & 7;
    u32 offset = index == ESP ? 0 : *reg32(index) << (sib >> 6);
    if (base == EBP && i->mod == 0)
        return offset + fetch(i, 4);
    if (base == ESP || base == EBP)
        *segment = SS;
    return offset + *reg32(base);
}

static void address32(struct instruction *i)
{
    u32 segment = DS, offset;
    if (i->rm == ESP) {
        offset = scaled_index(i, &segment);
    } else if (i->rm == EBP && i->mod == 0) {
        offset = fetch(i, 4);
    } else {
        offset = *reg32(i->rm);
        if (i->rm == EBP)
            segment = SS;
    }
    i->offset = offset + displacement(i, 4);
    i->segment = segment_or(i, segment);
}

static void decode_modrm(struct instruction *i)
{
    i->modrm_at = i->length;
    i->modrm = fetch8(i);
    i->has_modrm = 1;
    i->mod = i->modrm >> 6;
    i->reg = i->modrm >> 3 & 7;
    i->rm = i->modrm & 7;
    if (i->opcode >= TWO_BYTE + 0x20 && i->opcode <= TWO_BYTE + 0x27)
        i->mod = 3;                     /* control and debug registers: mod is ignored */
    if (i->mod == 3)
        return;
    if (i->address_size == 2)
        address16(i);
    else
        address32(i);
}

static void decode_immediate(struct instruction *i, char form)
{
    i->immediate_at = i->length;
    switch (form) {
    case 'b':
    case 'm':
        i->immediate = fetch_signed8(i);
        break;
    case 'z':
    case 'Z':
        i->immediate = fetch(i, i->operand_size);
        break;
    case 'w':
        i->immediate = fetch(i, 2);
        break;
    case 'e':
        i->immediate = fetch(i, 2);
        i->immediate2 = fetch8(i);
        break;
    case 'f':
        i->immediate = fetch(i, i->operand_size);
        i->immediate2 = fetch(i, 2);
        break;
    case 'o':
        i->offset = fetch(i, i->address_size);
        i->segment = segment_or(i, DS);
        break;
    case '3':
        if (i->reg < 2)
            i->immediate = i->opcode & 1 ? fetch(i, i->operand_size) : fetch_signed8(i);
        break;
    default:
        break;
    }
}

static char decode_two_byte(struct instruction *i)
{
    u8 second = fetch8(i);
    i->opcode = TWO_BYTE | second;
    if (second != 0x38 && second != 0x3A)
        return two_byte_form(second);
    i->third = fetch8(i);
    return second == 0x38 ? 'M' : 'm';
}

void decode(struct instruction *i)
{
    u8 byte;
    u32 big = processor.segment[CS].access & ACCESS_BIG;
    i->length = i->operand_prefix = i->lock = i->repeat = i->has_modrm = 0;
    i->override = NO_SEGMENT;
    i->address_size = 1;
    read_ahead(i);
    do
        byte = fetch8(i);
    while (take_prefix(i, byte));
    i->operand_size = (big != 0) != i->operand_prefix ? 4 : 2;
    i->address_size = (big != 0) == i->address_size ? 4 : 2;
    i->opcode_at = (u8)(i->length - 1);
    i->opcode = byte;
    char form = byte == 0x0F ? decode_two_byte(i) : one_byte_form(byte);
    if (form == 'M' || form == 'm' || form == 'Z' || form == '3')
        decode_modrm(i);
    decode_immediate(i, form);
}
