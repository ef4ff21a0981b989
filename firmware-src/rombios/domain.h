/* The memory map that a domain builder leaves for the firmware. */
#ifndef DOMAIN_H
#define DOMAIN_H

/* Copies the map into e820_map if there is one; returns whether there was. */
int domain_e820_copy(void);

#endif
