/* Ports as the guest may use them: all its own, but the interrupt controllers' vector bases. */
#ifndef PORT_H
#define PORT_H
#include "types.h"

u32 port_read(u16 port, u32 size);
void port_write(u16 port, u32 size, u32 value);
/* Whether one of the ports is an interrupt controller's. */
int port_is_pic(u16 port, u32 size);

void pic_write(u16 port, u8 value);
/* The guest's vector of an interrupt line. */
u32 pic_vector(u32 line);
/* Vector bases for the context: 0 where the guest gave none since real mode began. */
u8 pic_given_base(u32 controller);
void pic_enter_real_mode(void);

#endif
