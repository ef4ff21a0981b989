/* The two 8259 interrupt controllers. */
#ifndef PIC_H
#define PIC_H
#include "types.h"

void pic_eoi(u8 irq);
void pic_unmask(u8 irq);
void pic_mask(u8 irq);

#endif
