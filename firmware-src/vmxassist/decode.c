/* The decoder: prefixes, opcode, ModRM, SIB, displacement, immediates (SDM volume 2, chapter 2). */
#include "decode.h"
#include "memory.h"
#include "opcode_form.h"
#include "raise.h"

/* One byte more of the copy, checked. */
static void read_byte(struct instruction *i)
{
    const struct segment *cs = &processor.segment[CS];
    u32 offset = guest.eip + i->fetched;
    if (offset > cs->limit)
        raise_fault(VECTOR_GP, 0);
    u32 linear = cs->base + offset;
    i->copy[i->fetched++] = (u8)read_linear(processor.fetch_paged ? translate(linear) : linear, 1);
}

/* Where all bytes there can be may be read, they are left in place. */
static void begin(struct instruction *i)
{
    const struct segment *cs = &processor.segment[CS];
    if (!processor.fetch_paged && guest.eip <= cs->limit && cs->limit - guest.eip >= MAX_LENGTH) {
        i->bytes = (const u8 *)(cs->base + guest.eip);
        i->fetched = MAX_LENGTH;
        return;
    }
    for (u32 n = 0; n < sizeof(i->copy); n++)
        i->copy[n] = 0;
    i->bytes = i->copy;
    i->fetched = 0;
}

static inline u8 fetch8(struct instruction *i)
{
    return *i->next++;
}

static u32 fetch16(struct instruction *i)
{
    const u8 *at = i->next;
    i->next = at + 2;
    return *(const u16 *)at;
}

static u32 fetch(struct instruction *i, u32 size)
{
    const u8 *at = i->next;
    i->next = at + size;
    return size == 2 ? *(const u16 *)at : *(const u32 *)at;
}

static u32 fetch_signed8(struct instruction *i)
{
    return (u32)(s32)(s8)fetch8(i);
}

static void take_prefix(struct instruction *i, u8 byte)
{
    switch (byte) {
    case 0x26: i->override = ES; break;
    case 0x2E: i->override = CS; break;
    case 0x36: i->override = SS; break;
    case 0x3E: i->override = DS; break;
    case 0x64: i->override = FS; break;
    case 0x65: i->override = GS; break;
    case 0x66: i->operand_prefix = 1; break;
    case 0x67: i->address_size = 0; break;
    case 0xF0: i->lock = 1; break;
    default: i->repeat = byte; break;
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
        offset = fetch16(i);
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
    i->modrm_at = (u8)(i->next - i->bytes);
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
    i->immediate_at = (u8)(i->next - i->bytes);
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
        i->immediate = fetch16(i);
        break;
    case 'e':
        i->immediate = fetch16(i);
        i->immediate2 = fetch8(i);
        break;
    case 'f':
        i->immediate = fetch(i, i->operand_size);
        i->immediate2 = fetch16(i);
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
        return two_byte_form[second];
    i->third = fetch8(i);
    return second == 0x38 ? 'M' : 'm';
}

/* Of the bytes there are, which may be too few. */
static void take_apart(struct instruction *i)
{
    u8 byte;
    char form;
    u32 big = processor.segment[CS].access & ACCESS_BIG;
    i->operand_prefix = i->lock = i->repeat = i->has_modrm = 0;
    i->override = NO_SEGMENT;
    i->address_size = 1;
    i->next = i->bytes;
    while ((form = one_byte_form[byte = fetch8(i)]) == 'p') {
        if (i->next - i->bytes == MAX_LENGTH)
            break;                      /* one too long whatever follows */
        take_prefix(i, byte);
    }
    i->operand_size = (big != 0) != i->operand_prefix ? 4 : 2;
    i->address_size = (big != 0) == i->address_size ? 4 : 2;
    i->opcode_at = (u8)(i->next - i->bytes - 1);
    i->opcode = byte;
    if (byte == 0x0F)
        form = decode_two_byte(i);
    if (form == 'M' || form == 'm' || form == 'Z' || form == '3')
        decode_modrm(i);
    if (form != 'M' && form != '.')
        decode_immediate(i, form);
    else
        i->immediate_at = (u8)(i->next - i->bytes);
    i->length = (u8)(i->next - i->bytes) + (form == 'p');
}

/* Whether a byte is needed depends on those before it alone, so the copy grows by one a time. */
void decode(struct instruction *i)
{
    begin(i);
    take_apart(i);
    while (i->length > i->fetched) {
        if (i->fetched == MAX_LENGTH)
            raise_fault(VECTOR_GP, 0);
        read_byte(i);
        take_apart(i);
    }
}
