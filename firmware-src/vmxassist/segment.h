/* Loads of segment registers, in real mode and from the guest's descriptor tables. */
#ifndef SEGMENT_H
#define SEGMENT_H
#include "guest.h"

struct descriptor {
    u32 low, high, address;
};

/* Fetches the descriptor of a selector that is not null; raises `vector` where it lies outside its table. */
struct descriptor fetch_descriptor(u32 selector, u32 vector);
u32 descriptor_base(const struct descriptor *d);
u32 descriptor_limit(const struct descriptor *d);
void segment_from(struct segment *s, u32 selector, const struct descriptor *d);

/* MOV, POP, LxS: any segment register but CS. */
void load_segment(u32 number, u32 selector);
/* CS and EIP of a far transfer, direct or by a return. Level 0 in protected mode. */
void load_code(u32 selector, u32 offset);
void load_ldtr(u32 selector);
void load_tr(u32 selector);

#endif
