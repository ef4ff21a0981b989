/* The four states: real, real-to-protected until CS is reloaded, protected (the monitor is away),
 * protected-to-real until the far jump. */
#include "mode_switch.h"
#include "guarded.h"
#include "monitor.h"
#include "raise.h"

/* For so many instructions after a change of mode, segments that native code cannot have are emulated to the
 * letter; systems reload them at once. Later only those without which nothing works. */
#define STRICT_INSTRUCTIONS 2000u

/* Real CR0 bits: the guest's, but without paging and alignment checks, which virtual-8086 mode would make. */
void apply_cr0(void)
{
    u32 value = processor.cr0 & (CR0_MP | CR0_EM | CR0_TS | CR0_ET | CR0_NE | CR0_NW | CR0_CD);
    __asm__ volatile("movl %0, %%cr0" : : "r"(value) : "memory");
}

static void enter_window_paged(void)
{
    /* Behind page tables nothing can be emulated here. The descriptor caches of real mode make a valid
     * guest state when the requested privilege levels are 0. */
    if ((processor.segment[CS].selector | processor.segment[SS].selector) & 3)
        panic("PG and PE set at once, with bits 0 or 1 of CS or SS set");
    processor.mode = MODE_PROTECTED;
}

void set_cr0(u32 value)
{
    u32 old = processor.cr0;
    if ((value & CR0_PG && !(value & CR0_PE)) || (value & CR0_NW && !(value & CR0_CD)))
        raise_fault(VECTOR_GP, 0);
    value |= CR0_ET;
    processor.cr0 = value;
    if (~old & value & CR0_PE) {
        processor.mode = processor.mode == MODE_PROTECTED_TO_REAL ? MODE_PROTECTED : MODE_REAL_TO_PROTECTED;
    } else if (old & ~value & CR0_PE) {
        processor.mode = processor.mode == MODE_REAL_TO_PROTECTED ? MODE_REAL : MODE_PROTECTED_TO_REAL;
        processor.strict = STRICT_INSTRUCTIONS;
    }
    if (value & CR0_PG && processor.mode == MODE_REAL_TO_PROTECTED)
        enter_window_paged();
    apply_cr0();
}

void set_cr4(u32 value)
{
    if (guarded_write_cr4(value | CR4_VME))
        raise_fault(VECTOR_GP, 0);
    processor.cr4 = value;
}
