/* MOVS, CMPS, STOS, LODS, SCAS, INS, OUTS. What lies in one piece within limits and without a wrap of the offset
 * is done by the processor's own REP, with linear addresses. */
#include "emulate.h"
#include "memory.h"
#include "port.h"
#include "thunk.h"

#define MOST_AT_ONCE 0x4000u            /* interrupts wait for so many elements */

struct string {
    u32 size, mask, count;
    u32 uses_source, uses_destination, writes, is_port, compares;
};

static struct string describe(const struct instruction *i)
{
    u32 op = i->opcode & 0xFE;
    struct string s = { .size = width(i), .mask = address_mask(i) };
    s.uses_source = op == 0xA4 || op == 0xA6 || op == 0xAC || op == 0x6E;
    s.uses_destination = op == 0xA4 || op == 0xA6 || op == 0xAA || op == 0xAE || op == 0x6C;
    s.writes = op == 0xA4 || op == 0xAA || op == 0x6C;
    s.is_port = op == 0x6C || op == 0x6E;
    s.compares = op == 0xA6 || op == 0xAE;
    s.count = i->repeat ? *reg32(ECX) & s.mask : 1;
    return s;
}

static u32 least(u32 a, u32 b)
{
    return a < b ? a : b;
}

/* Elements from the offset on that lie in one piece; at least the first, which check_access() judges. */
static u32 in_one_piece(const struct string *s, u32 segment, u32 offset)
{
    const struct segment *g = &processor.segment[segment];
    if ((g->access & (ACCESS_CODE | ACCESS_DOWN)) == ACCESS_DOWN)
        return 1;
    u32 elements = offset / s->size;
    if (!(guest.eflags & FLAG_DF)) {
        u32 last = least(g->limit, s->mask);
        elements = offset > last ? 0 : (last - offset) / s->size + ((last - offset) % s->size == s->size - 1);
        return elements ? elements : 1;
    }
    return elements + 1;
}

/* Elements of this step, with the linear addresses in the thunk. */
static u32 prepare(const struct instruction *i, const struct string *s)
{
    u32 n = least(s->count, MOST_AT_ONCE);
    if (s->uses_source) {
        u32 offset = *reg32(ESI) & s->mask, segment = segment_or(i, DS);
        thunk.esi = check_access(segment, offset, s->size, 0);
        n = least(n, in_one_piece(s, segment, offset));
    }
    if (s->uses_destination) {
        u32 offset = *reg32(EDI) & s->mask;
        thunk.edi = check_access(ES, offset, s->size, (int)s->writes);
        n = least(n, in_one_piece(s, ES, offset));
    }
    return n;
}

static void advance(u32 reg, const struct string *s, u32 elements)
{
    u32 distance = elements * s->size;
    u32 moved = *reg32(reg) + (guest.eflags & FLAG_DF ? -distance : distance);
    *reg32(reg) = (*reg32(reg) & ~s->mask) | (moved & s->mask);
}

static u32 on_processor(const struct instruction *i, const struct string *s, u32 n)
{
    thunk_begin();
    if (i->operand_size == 2)
        thunk_byte(0x66);
    if (i->repeat)
        thunk_byte(i->repeat);
    thunk_byte((u8)i->opcode);
    thunk.ecx = n;
    thunk_execute();
    thunk_store_flags();
    if (!s->uses_destination && !s->is_port)
        *reg32(EAX) = thunk.eax;        /* LODS */
    return i->repeat ? n - thunk.ecx : 1;
}

/* One element to or from an interrupt controller's port. */
static u32 on_port(const struct instruction *i, const struct string *s)
{
    u16 port = (u16)*reg32(EDX);
    if (i->opcode & 2)
        port_write(port, s->size, read_linear(thunk.esi, s->size));
    else
        write_linear(thunk.edi, s->size, port_read(port, s->size));
    return 1;
}

static void execute(const struct instruction *i)
{
    struct string s = describe(i);
    if (!s.count)
        return;
    thunk_load();
    u32 n = prepare(i, &s), done;
    if (s.is_port && port_is_pic((u16)*reg32(EDX), s.size))
        done = on_port(i, &s);
    else
        done = on_processor(i, &s, n);
    if (s.uses_source)
        advance(ESI, &s, done);
    if (s.uses_destination)
        advance(EDI, &s, done);
    if (!i->repeat)
        return;
    u32 left = s.count - done;
    *reg32(ECX) = (*reg32(ECX) & ~s.mask) | left;
    int zero = (guest.eflags & FLAG_ZF) != 0;
    int ended = s.compares && zero != (i->repeat == 0xF3);
    if (left && !ended)
        guest.eip -= i->length;         /* again, with interrupts in between */
}

int emulate_string(const struct instruction *i)
{
    u32 op = i->opcode;
    if (!((op >= 0x6C && op <= 0x6F) || (op >= 0xA4 && op <= 0xA7) || (op >= 0xAA && op <= 0xAF)))
        return 0;
    execute(i);
    return 1;
}
