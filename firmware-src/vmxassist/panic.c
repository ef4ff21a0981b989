/* The end: what happened, the guest's registers and the instruction, then a shutdown of the processor. */
#include "console.h"
#include "emulate.h"
#include "monitor.h"
#include "trap.h"

NORETURN void panic_no_partition(void);
NORETURN void panic_no_return(void);

static const char *const mode_names[] = { "real", "real to protected", "protected", "protected to real" };
static const char *const segment_names[] = { "ES", "CS", "SS", "DS", "FS", "GS" };
static const char *const register_names[] = { "EAX", "ECX", "EDX", "EBX", "ESP", "EBP", "ESI", "EDI" };

static void field(const char *name, u32 value)
{
    print(name);
    print("=");
    print_hex(value, 8);
    print(" ");
}

static void print_segment(const char *name, const struct segment *s)
{
    print(name);
    print("=");
    print_hex(s->selector, 4);
    print(" base=");
    print_hex(s->base, 8);
    print(" limit=");
    print_hex(s->limit, 8);
    print(" access=");
    print_hex(s->access, 5);
    print("\n");
}

static void print_code(void)
{
    u32 at = processor.segment[CS].base + guest.eip;
    print("code:");
    for (u32 n = 0; n < 16; n++) {
        print(" ");
        print_hex(*(volatile u8 *)(at + n), 2);
    }
    print("\n");
}

static NORETURN void shut_down(void)
{
    static const struct PACKED { u16 limit; u32 base; } none = { 0, 0 };
    for (;;)
        __asm__ volatile("lidt %0\n\tint3" : : "m"(none));
}

void panic(const char *why)
{
    undo_instruction();
    console_take_screen();
    print("vmxassist: ");
    print(why);
    print("\n");
    for (u32 n = 0; n < 8; n++) {
        field(register_names[n], *reg32(n));
        if (n == 3)
            print("\n");
    }
    print("\n");
    field("EIP", guest.eip);
    field("EFLAGS", guest.eflags);
    field("vector", guest.vector);
    field("error", guest.error);
    print("\n");
    field("CR0", processor.cr0);
    field("CR3", processor.cr3);
    field("CR4", processor.cr4);
    print("mode: ");
    print(mode_names[processor.mode]);
    print("\n");
    for (u32 n = 0; n < SEGMENTS; n++)
        print_segment(segment_names[n], &processor.segment[n]);
    field("GDT", processor.gdt.base);
    field("limit", processor.gdt.limit);
    field("IDT", processor.idt.base);
    field("limit", processor.idt.limit);
    print("\n");
    print_code();
    shut_down();
}

void panic_in_monitor(const struct monitor_frame *frame)
{
    print("vmxassist: exception ");
    print_hex(frame->vector, 2);
    print(" in the monitor at ");
    print_hex(frame->eip, 8);
    print(" error ");
    print_hex(frame->error, 8);
    print("\n");
    panic("an exception in the monitor itself");
}

void panic_no_partition(void)
{
    panic("clearing CR0.PE did not switch worlds: this is no partition of a hypervisor that knows vmxassist");
}

void panic_no_return(void)
{
    panic("setting CR0.PE did not switch worlds");
}
