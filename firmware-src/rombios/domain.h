/* What a domain builder leaves for the firmware: the memory map, the monitor of real mode. */
#ifndef DOMAIN_H
#define DOMAIN_H

/* Copies the map into e820_map if there is one; returns whether there was. */
int domain_e820_copy(void);

/* Where a domain's VM86 monitor lies; no option ROM may go there. */
#define MONITOR_SEG     0xD000
#define MONITOR_END_SEG 0xE000
int domain_has_monitor(void);

#endif
