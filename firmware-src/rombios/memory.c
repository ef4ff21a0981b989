/* Memory sizes, from the CMOS bytes that the machine (or the domain builder) fills in. */
#include "memory.h"
#include "cmos.h"
#include "log.h"
#include "post.h"

u32 ram_below_4g;
u64 ram_above_4g;

void memory_sizing(void)
{
    u32 units = cmos_read16(CMOS_ABOVE_16M);
    if (units)
        ram_below_4g = (16u << 20) + (units << 16);
    else
        ram_below_4g = (1u << 20) + ((u32)cmos_read16(CMOS_EXTENDED_KIB) << 10);
    ram_above_4g = ((u64)cmos_read16(CMOS_ABOVE_4G) | (u64)cmos_read(CMOS_ABOVE_4G + 2) << 16) << 16;
    LOG("memory: %d KiB below 4 GiB, %d MiB above", ram_below_4g >> 10, (u32)(ram_above_4g >> 20));
}
