/* E820 hand-off of the domain builder: the layout of a Linux zero page at 0x90000, the number of
 * entries at 0x901E8 (a byte), 20-byte entries from 0x902D0.
 *
 * There is no signature, so the map is believed only if all of this holds: 1 to 32 entries; types
 * 1 to 5; sorted, not overlapping, none empty; the first one is RAM at 0; some RAM starts at 1 MiB
 * or contains it; and no RAM below 4 GiB ends above what CMOS reports (with 1 MiB of tolerance).
 * RAM contents of a cold or warm start without a builder fail that, or describe the same machine. */
#include "domain.h"
#include "e820.h"
#include "farmem.h"
#include "log.h"
#include "memory.h"

#define ZERO_PAGE_SEG 0x9000
#define MONITOR_MAGIC_AT 8
#define MONITOR_MAGIC    0x17101966

static int believable(u32 count)
{
    u64 last_end = 0;
    int ram_at_1m = 0;
    if (count < 1 || count > E820_MAX)
        return 0;
    for (u32 i = 0; i < count; i++) {
        const struct e820_entry *e = &e820_map[i];
        u64 end = e->base + e->size;
        if (!e->size || end < e->base || e->base < last_end || e->type < 1 || e->type > 5)
            return 0;
        if (i == 0 && (e->base != 0 || e->type != E820_RAM))
            return 0;
        if (e->type == E820_RAM) {
            if (e->base <= 0x100000 && end > 0x100000)
                ram_at_1m = 1;
            if (e->base < 0x100000000ull && end > (u64)ram_below_4g + 0x100000)
                return 0;
        }
        last_end = end;
    }
    return ram_at_1m;
}

int domain_e820_copy(void)
{
    u32 count = peek8(ZERO_PAGE_SEG, 0x1E8);
    if (count < 1 || count > E820_MAX)
        return 0;
    far_copy(data_segment(), data_offset(e820_map), ZERO_PAGE_SEG, 0x2D0, (u16)(count * sizeof(e820_map[0])));
    if (believable(count)) {
        e820_count = count;
        return 1;
    }
    return 0;
}

int domain_has_monitor(void)
{
    return peek32(MONITOR_SEG, MONITOR_MAGIC_AT) == MONITOR_MAGIC;
}
