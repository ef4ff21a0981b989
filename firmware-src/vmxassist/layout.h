/* Numbers that C, assembly and the linker script share. */
#ifndef LAYOUT_H
#define LAYOUT_H

#define MONITOR_BASE    0xD0000
#define MONITOR_LIMIT   0xE0000
#define MONITOR_MAGIC   0x17101966

/* Selectors of the monitor's own GDT. Data is level 3 so that it stays loaded in relocated code. */
#define SEL_CODE        0x08
#define SEL_STACK       0x10
#define SEL_USER_CODE   0x1B
#define SEL_USER_DATA   0x23
#define SEL_TSS         0x28

/* struct guest: what PUSHA, the trap stub and a trap from virtual-8086 mode leave on the stack. */
#define GUEST_VECTOR    32
#define GUEST_EIP       40
#define GUEST_CS        44
#define GUEST_EFLAGS    48
#define GUEST_SIZE      76

#define EFLAGS_VM_BIT   0x20000
#define FIRST_IRQ       0x20
#define VECTORS         0x30

#endif
