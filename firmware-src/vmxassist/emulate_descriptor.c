/* SLDT, STR, LLDT, LTR, VERR, VERW, LAR, LSL, ARPL: of protected mode alone, so only between MOV CR0 and the
 * reload of CS; #UD in real mode (SDM volume 2). */
#include "emulate.h"
#include "memory.h"
#include "raise.h"
#include "segment.h"

/* The descriptor of a selector if there is one, without faults. */
static int find(u32 selector, struct descriptor *d)
{
    u32 limit = selector & 4 ? (processor.ldtr.access & ACCESS_NULL ? 0 : processor.ldtr.limit) : processor.gdt.limit;
    if ((selector & 0xFFFC) == 0 || (selector | 7) > limit)
        return 0;
    *d = fetch_descriptor(selector, VECTOR_GP);
    return 1;
}

/* Whether level 0 sees it with this RPL. */
static int visible(u32 selector, const struct descriptor *d)
{
    u32 access = d->high >> 8;
    int conforming = (access & (ACCESS_S | ACCESS_CODE | ACCESS_DOWN)) == (ACCESS_S | ACCESS_CODE | ACCESS_DOWN);
    return conforming || (selector & 3) <= (access & ACCESS_DPL) >> 5;
}

static void set_zero(int zero)
{
    guest.eflags = (guest.eflags & ~FLAG_ZF) | (zero ? FLAG_ZF : 0);
}

static int verify(u32 selector, int write)
{
    struct descriptor d;
    if (!find(selector, &d) || !visible(selector, &d) || !(d.high >> 8 & ACCESS_S))
        return 0;
    u32 type = d.high >> 8 & (ACCESS_CODE | ACCESS_WRITABLE);
    return write ? type == ACCESS_WRITABLE : type != ACCESS_CODE;
}

/* System types LAR knows; LSL those with a limit. */
static int has_facts(u32 access, int for_limit)
{
    u32 with_limit = 1u << 1 | 1u << 2 | 1u << 3 | 1u << 9 | 1u << 11;
    u32 gates = 1u << 4 | 1u << 5 | 1u << 12;
    if (access & ACCESS_S)
        return 1;
    return (with_limit | (for_limit ? 0 : gates)) >> (access & 0xF) & 1;
}

static void load_fact(const struct instruction *i, int limit)
{
    struct descriptor d;
    u32 selector = read_operand(i, 2);
    int known = find(selector, &d) && visible(selector, &d) && has_facts(d.high >> 8, limit);
    set_zero(known);
    if (known)
        write_reg(i->reg, i->operand_size, limit ? descriptor_limit(&d) : d.high & 0xF0FF00);
}

static int group6(const struct instruction *i)
{
    switch (i->reg) {
    case 0:
        write_operand(i, i->mod == 3 ? i->operand_size : 2, processor.ldtr.selector);
        return 1;
    case 1:
        write_operand(i, i->mod == 3 ? i->operand_size : 2, processor.tr.selector);
        return 1;
    case 2:
        load_ldtr(read_operand(i, 2));
        return 1;
    case 3:
        load_tr(read_operand(i, 2));
        return 1;
    case 4: case 5:
        set_zero(verify(read_operand(i, 2), i->reg == 5));
        return 1;
    default:
        raise_fault(VECTOR_UD, 0);
    }
}

static void adjust_rpl(const struct instruction *i)
{
    u32 value = read_operand(i, 2), wanted = read_reg(i->reg, 2) & 3;
    int raise = (value & 3) < wanted;
    if (raise)
        write_operand(i, 2, (value & ~3u) | wanted);
    set_zero(raise);
}

int emulate_descriptor(const struct instruction *i)
{
    u32 op = i->opcode;
    if (op != TWO_BYTE && op != TWO_BYTE + 2 && op != TWO_BYTE + 3 && op != 0x63)
        return 0;
    if (!protected_view())
        raise_fault(VECTOR_UD, 0);
    if (op == TWO_BYTE)
        return group6(i);
    if (op == 0x63)
        adjust_rpl(i);
    else
        load_fact(i, op == TWO_BYTE + 3);
    return 1;
}
