/* Segment loads (SDM volume 3, 3.4 and 5.6). A real-mode load leaves limit and rights alone, which is what unreal mode is. */
#include "segment.h"
#include "memory.h"
#include "raise.h"

#define NULL_SELECTOR(s) (((s) & 0xFFFC) == 0)
#define TYPE_MASK 0xFu
#define TYPE_LDT  2u
#define TYPE_TSS16 1u
#define TYPE_TSS32 9u
#define BUSY      2u

struct descriptor fetch_descriptor(u32 selector, u32 vector)
{
    u32 base = processor.gdt.base, limit = processor.gdt.limit;
    if (selector & 4) {
        base = processor.ldtr.base;
        limit = processor.ldtr.access & ACCESS_NULL ? 0 : processor.ldtr.limit;
    }
    if ((selector | 7) > limit)
        raise_fault(vector, selector & 0xFFFC);
    u32 address = base + (selector & 0xFFF8);
    return (struct descriptor){ read_linear(address, 4), read_linear(address + 4, 4), address };
}

u32 descriptor_base(const struct descriptor *d)
{
    return d->low >> 16 | (d->high & 0xFF) << 16 | (d->high & 0xFF000000);
}

u32 descriptor_limit(const struct descriptor *d)
{
    u32 limit = (d->low & 0xFFFF) | (d->high & 0xF0000);
    return d->high & 0x800000 ? limit << 12 | 0xFFF : limit;
}

void segment_from(struct segment *s, u32 selector, const struct descriptor *d)
{
    s->selector = selector & 0xFFFF;
    s->base = descriptor_base(d);
    s->limit = descriptor_limit(d);
    s->access = d->high >> 8 & 0xF0FF;
}

static void mark(struct descriptor *d, u32 bit)
{
    if (!(d->high & bit << 8)) {
        d->high |= bit << 8;
        write_linear(d->address + 5, 1, d->high >> 8);
    }
}

static void load_real(struct segment *s, u32 selector)
{
    s->selector = selector;
    s->base = selector << 4;
    if (s->access & ACCESS_NULL) {
        s->access = ACCESS_REAL;
        s->limit = 0xFFFF;
    }
}

static void check_stack(u32 selector, u32 access)
{
    u32 wrong = (access ^ (ACCESS_S | ACCESS_WRITABLE))
            & (ACCESS_S | ACCESS_WRITABLE | ACCESS_CODE | ACCESS_DPL);
    if (wrong || selector & 3)
        raise_fault(VECTOR_GP, selector & 0xFFFC);
}

static void check_data(u32 selector, u32 access)
{
    int unreadable = (access & (ACCESS_CODE | ACCESS_WRITABLE)) == ACCESS_CODE;
    int conforming = (access & (ACCESS_CODE | ACCESS_DOWN)) == (ACCESS_CODE | ACCESS_DOWN);
    if (!(access & ACCESS_S) || unreadable || (!conforming && (selector & 3) > (access & ACCESS_DPL) >> 5))
        raise_fault(VECTOR_GP, selector & 0xFFFC);
}

void load_segment(u32 number, u32 selector)
{
    struct segment *s = &processor.segment[number];
    selector &= 0xFFFF;
    if (!protected_view()) {
        load_real(s, selector);
        return;
    }
    if (NULL_SELECTOR(selector)) {
        if (number == SS)
            raise_fault(VECTOR_GP, 0);
        s->selector = selector;
        s->access = ACCESS_NULL;
        return;
    }
    struct descriptor d = fetch_descriptor(selector, VECTOR_GP);
    u32 access = d.high >> 8;
    if (number == SS)
        check_stack(selector, access);
    else
        check_data(selector, access);
    if (!(access & ACCESS_PRESENT))
        raise_fault(number == SS ? VECTOR_SS : VECTOR_NP, selector & 0xFFFC);
    mark(&d, ACCESS_ACCESSED);
    segment_from(s, selector, &d);
}

static void load_real_code(u32 selector, u32 offset)
{
    struct segment *cs = &processor.segment[CS];
    if (offset > cs->limit)
        raise_fault(VECTOR_GP, 0);
    cs->selector = selector;
    cs->base = selector << 4;
    cs->access = (cs->access & (ACCESS_BIG | ACCESS_GRANULAR)) | ACCESS_REAL;
    guest.eip = offset;
    if (processor.mode == MODE_PROTECTED_TO_REAL)
        processor.mode = MODE_REAL;
}

void load_code(u32 selector, u32 offset)
{
    selector &= 0xFFFF;
    if (!protected_view()) {
        load_real_code(selector, offset);
        return;
    }
    if (NULL_SELECTOR(selector))
        raise_fault(VECTOR_GP, 0);
    struct descriptor d = fetch_descriptor(selector, VECTOR_GP);
    u32 access = d.high >> 8;
    int conforming = (access & ACCESS_DOWN) != 0;
    if (!(access & ACCESS_S) || !(access & ACCESS_CODE) || access & ACCESS_DPL || (!conforming && selector & 3))
        raise_fault(VECTOR_GP, selector & 0xFFFC);
    if (!(access & ACCESS_PRESENT))
        raise_fault(VECTOR_NP, selector & 0xFFFC);
    if (offset > descriptor_limit(&d))
        raise_fault(VECTOR_GP, 0);
    mark(&d, ACCESS_ACCESSED);
    segment_from(&processor.segment[CS], selector & 0xFFFC, &d);
    guest.eip = offset;
    processor.mode = MODE_PROTECTED;
}

void load_ldtr(u32 selector)
{
    selector &= 0xFFFF;
    if (NULL_SELECTOR(selector)) {
        processor.ldtr.selector = selector;
        processor.ldtr.access = ACCESS_NULL;
        return;
    }
    struct descriptor d = fetch_descriptor(selector, VECTOR_GP);
    if (selector & 4 || (d.high >> 8 & (ACCESS_S | TYPE_MASK)) != TYPE_LDT)
        raise_fault(VECTOR_GP, selector & 0xFFFC);
    if (!(d.high >> 8 & ACCESS_PRESENT))
        raise_fault(VECTOR_NP, selector & 0xFFFC);
    segment_from(&processor.ldtr, selector, &d);
}

void load_tr(u32 selector)
{
    selector &= 0xFFFF;
    if (NULL_SELECTOR(selector))
        raise_fault(VECTOR_GP, 0);
    struct descriptor d = fetch_descriptor(selector, VECTOR_GP);
    u32 type = d.high >> 8 & (ACCESS_S | TYPE_MASK);
    if (selector & 4 || (type != TYPE_TSS16 && type != TYPE_TSS32))
        raise_fault(VECTOR_GP, selector & 0xFFFC);
    if (!(d.high >> 8 & ACCESS_PRESENT))
        raise_fault(VECTOR_NP, selector & 0xFFFC);
    mark(&d, BUSY);
    segment_from(&processor.tr, selector, &d);
}
