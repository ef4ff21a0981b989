/* The C side of each interrupt; called by the stubs in fixed_entries.S and stubs.S. */
#ifndef HANDLERS_H
#define HANDLERS_H

struct int_regs;
typedef void int_handler(struct int_regs *r);

int_handler int02_nmi, int05_print_screen, int08_timer_irq, int09_keyboard_irq, int0e_floppy_irq, int11_equipment, int12_memory_size,
    int13_disk, int14_serial, int15_system, int16_keyboard, int17_printer, int18_no_boot, int19_boot, int1a_time,
    int40_floppy, int70_rtc_irq, int74_mouse_irq, int75_fpu_irq, int76_ide_irq, int77_ide_irq, stray_irq;

#endif
