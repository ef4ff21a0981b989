/* One instruction, taken apart. */
#ifndef DECODE_H
#define DECODE_H
#include "guest.h"

#define MAX_LENGTH 15
#define TWO_BYTE   0x100                /* added to the second byte of 0F xx */
#define NO_SEGMENT 0xFF

struct instruction {
    const u8 *bytes, *next;             /* where the guest has them, or in copy; what comes now */
    u8 copy[2 * MAX_LENGTH];
    u8 length, fetched;                 /* taken apart; read into the copy */
    u8 opcode_at, modrm_at, immediate_at;
    u8 operand_size, address_size;      /* 2 or 4 */
    u8 operand_prefix, lock, repeat;    /* repeat: 0, F2h, F3h */
    u8 override;                        /* segment of a prefix, or NO_SEGMENT */
    u8 has_modrm, modrm, mod, reg, rm;
    u8 third;                           /* third byte of 0F 38 xx and 0F 3A xx */
    u16 opcode;
    u32 segment, offset;                /* effective address where mod is not 3, and of A0-A3 */
    u32 immediate, immediate2;          /* sign-extended where the manual does so; far pointer: offset, selector */
};

/* Decodes at CS:EIP; raises #GP for one that is too long or beyond the limit. */
void decode(struct instruction *i);

static inline u32 segment_or(const struct instruction *i, u32 segment)
{
    return i->override == NO_SEGMENT ? segment : i->override;
}

static inline u32 address_mask(const struct instruction *i)
{
    return i->address_size == 2 ? 0xFFFF : 0xFFFFFFFF;
}

/* Size of the operand of an opcode whose bit 0 chooses between byte and full size. */
static inline u32 width(const struct instruction *i)
{
    return i->opcode & 1 ? i->operand_size : 1;
}

#endif
