/* The guest's segments as VM entry wants them (SDM volume 3C, 26.3.1.2). Real mode leaves segments that
 * no descriptor could have: selectors with requested privilege, limits such as 10FFEFh. */
#include "entry_state.h"
#include "guest.h"

/* G must be set for a limit above 1 MiB, which is whole pages then, and clear for one of part of a page. */
static void fit_granularity(struct segment *s)
{
    if (s->limit & 0xFFF00000) {
        s->limit |= 0xFFF;
        s->access |= ACCESS_GRANULAR;
    } else if ((s->limit & 0xFFF) != 0xFFF) {
        s->access &= ~ACCESS_GRANULAR;
    }
}

static void data(struct segment *s)
{
    if (s->access & ACCESS_NULL)
        return;
    s->access |= ACCESS_ACCESSED | ACCESS_S | ACCESS_PRESENT;
    int conforming = (s->access & (ACCESS_CODE | ACCESS_DOWN)) == (ACCESS_CODE | ACCESS_DOWN);
    if (!conforming && (s->access & ACCESS_DPL) >> 5 < (s->selector & 3))
        s->access |= ACCESS_DPL;        /* level 0 may use it all the same */
    fit_granularity(s);
}

void make_valid_for_entry(void)
{
    struct segment *cs = &processor.segment[CS], *ss = &processor.segment[SS];
    cs->selector &= 0xFFFC;
    cs->access |= ACCESS_ACCESSED | ACCESS_S | ACCESS_PRESENT;
    if (!(cs->access & ACCESS_CODE))
        cs->access |= ACCESS_CODE | ACCESS_WRITABLE;    /* real mode's CS, entered before its reload */
    fit_granularity(cs);
    if (!(ss->access & ACCESS_NULL)) {
        ss->selector &= 0xFFFC;
        ss->access = (ss->access & ~(ACCESS_DPL | ACCESS_CODE)) | ACCESS_WRITABLE;
    }
    data(ss);
    data(&processor.segment[DS]);
    data(&processor.segment[ES]);
    data(&processor.segment[FS]);
    data(&processor.segment[GS]);
    processor.tr.selector &= 0xFFFB;
    processor.tr.access |= ACCESS_PRESENT | 2;          /* busy */
    fit_granularity(&processor.tr);
    if (!(processor.ldtr.access & ACCESS_PRESENT))
        processor.ldtr.access = ACCESS_NULL;
}
