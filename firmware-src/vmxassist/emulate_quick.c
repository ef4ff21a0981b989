/* The few instructions that systems run at every change of mode, thousands of times while they boot, without
 * the general decoder. None of them can fault here; whatever is not plain is left to the general way. */
#include "emulate.h"
#include "mode_switch.h"
#include "port.h"
#include "segment.h"

#define REGISTER_FORM 0xC0

/* AL OP imm8, with the processor's own flags. */
#define ON_AL(instruction, immediate)                                                       \
    u32 al = guest.gpr[7], flags;                                                           \
    __asm__(instruction " %b2, %b0\n\tpushfl\n\tpopl %1" : "+q"(al), "=r"(flags) : "q"(immediate) : "cc"); \
    guest.gpr[7] = al;                                                                      \
    guest.eflags = (guest.eflags & ~FLAGS_ARITHMETIC) | (flags & FLAGS_ARITHMETIC)

/* What an instruction here comes to. */
enum { NOT_QUICK, LAST, GO_ON };

static inline int done(u32 length)
{
    guest.eip += length;
    processor.shadow = 0;
    if (processor.strict)
        processor.strict--;
    return GO_ON;
}

static int control_register(const u8 *code)
{
    u32 modrm = code[2], *reg = reg32(modrm & 7);
    if (modrm & 0x38)
        return NOT_QUICK;
    if (code[1] == 0x20) {
        *reg = processor.cr0;
        return done(3);
    }
    if (code[1] != 0x22 || (*reg | processor.cr0) & (CR0_PG | CR0_NW))
        return NOT_QUICK;
    done(3);
    set_cr0(*reg);
    return LAST;
}

static int move_to_segment(u32 modrm)
{
    u32 number = modrm >> 3 & 7;
    if (modrm < REGISTER_FORM || number >= SEGMENTS || number == CS || protected_view())
        return NOT_QUICK;
    load_segment(number, *reg32(modrm & 7));
    done(2);
    processor.shadow = number == SS;
    return GO_ON;
}

static int far_jump(const u8 *code, u32 wide)
{
    u32 offset = wide ? *(const u32 *)(code + 1) : *(const u16 *)(code + 1);
    if (protected_view() || offset > processor.segment[CS].limit)
        return NOT_QUICK;
    done(0);
    load_code(*(const u16 *)(code + (wide ? 5 : 3)), offset);
    return LAST;
}

/* XOR of a register with itself. */
static int clear_register(u32 modrm, u32 wide)
{
    if (modrm < REGISTER_FORM || (modrm >> 3 & 7) != (modrm & 7))
        return NOT_QUICK;
    u32 *reg = reg32(modrm & 7);
    if (wide)
        *reg = 0;
    else
        *(u16 *)reg = 0;
    guest.eflags = (guest.eflags & ~FLAGS_ARITHMETIC) | FLAG_ZF | FLAG_PF;
    return done(2 + wide);
}

static int move_immediate(const u8 *code, u32 wide)
{
    u32 *reg = reg32(code[0] & 7);
    if (wide)
        *reg = *(const u32 *)(code + 1);
    else
        *(u16 *)reg = *(const u16 *)(code + 1);
    return done(3 + 3 * wide);
}

static int one(void)
{
    const struct segment *cs = &processor.segment[CS];
    if (guest.eip > cs->limit || cs->limit - guest.eip < MAX_LENGTH)
        return NOT_QUICK;
    const u8 *code = (const u8 *)(cs->base + guest.eip);
    u32 wide = code[0] == 0x66;
    code += wide;
    switch (code[0]) {
    case 0x0F:
        return wide ? NOT_QUICK : control_register(code);
    case 0x0C: {
        ON_AL("orb", code[1]);
        return done(2 + wide);
    }
    case 0x24: {
        ON_AL("andb", code[1]);
        return done(2 + wide);
    }
    case 0x31: case 0x33:
        return clear_register(code[1], wide);
    case 0x8E:
        return wide ? NOT_QUICK : move_to_segment(code[1]);
    case 0xB8: case 0xB9: case 0xBA: case 0xBB: case 0xBC: case 0xBD: case 0xBE: case 0xBF:
        return move_immediate(code, wide);
    case 0xEA:
        return far_jump(code, wide);
    default:
        return NOT_QUICK;
    }
}

int emulate_quickly(void)
{
    if (guest.eflags & FLAG_TF || processor.segment[CS].access & ACCESS_BIG || processor.fetch_paged)
        return 0;
    int outcome = one(), any = outcome;
    while (outcome == GO_ON && !(guest.eflags & FLAG_IF))
        outcome = one();
    return any;
}

/* Reads of CR0 and EOIs touch neither segments nor flags. */
int emulate_in_place(void)
{
    if (guest.eflags & FLAG_TF || guest.eip > 0x10000 - MAX_LENGTH)
        return 0;
    const u8 *code = (const u8 *)(guest.cs * 16 + guest.eip);
    if (code[0] == 0x0F && code[1] == 0x20 && (code[2] & 0x38) == 0) {
        *reg32(code[2] & 7) = processor.cr0;
        guest.eip += 3;
    } else if (code[0] == 0xE6 && port_is_pic(code[1], 1)) {
        pic_write(code[1], (u8)guest.gpr[7]);
        guest.eip += 2;
    } else {
        return 0;
    }
    processor.shadow = 0;
    guest.eflags &= ~FLAG_RF;           /* the fault set it; the instruction is done (SDM volume 3, 17.3.1.1) */
    return 1;
}
