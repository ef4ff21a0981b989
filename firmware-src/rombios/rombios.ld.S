/* Linker script, through the C preprocessor. Addresses are offsets: in F000h for what is in the ROM,
 * in the extended BIOS data area's segment for variables. */
#include "layout.h"
OUTPUT_FORMAT("elf32-i386")
OUTPUT_ARCH(i386)
ENTRY(reset_vector)

MEMORY
{
    code_below_E05B (rx) : ORIGIN = 0, LENGTH = 0xE05B
    fixed_entries (rx)   : ORIGIN = 0xE05B, LENGTH = 0x1FA5
    ebda_data (rw)       : ORIGIN = 0, LENGTH = EBDA_SIZE - EBDA_STACK
}

#define AT_ADDRESS(off) . = 0x##off - 0xE05B; KEEP(*(.fixed_##off))

SECTIONS
{
    .tables : { KEEP(*(SORT_BY_ALIGNMENT(.tables*))) } > code_below_E05B
    .text : { *(.text .text.*) } > code_below_E05B
    .rodata : { *(.rodata .rodata.*) } > code_below_E05B
    .data : { *(.data .data.*) } > code_below_E05B
    rom_used = .;

    .fixed :
    {
        AT_ADDRESS(E05B)
        AT_ADDRESS(E2C3)
        AT_ADDRESS(E3FE)
        AT_ADDRESS(E401)
        AT_ADDRESS(E6F2)
        AT_ADDRESS(E6F5)
        AT_ADDRESS(E729)
        AT_ADDRESS(E739)
        AT_ADDRESS(E82E)
        AT_ADDRESS(E987)
        AT_ADDRESS(EC59)
        AT_ADDRESS(EF57)
        AT_ADDRESS(EFC7)
        AT_ADDRESS(EFD2)
        AT_ADDRESS(F045)
        AT_ADDRESS(F065)
        AT_ADDRESS(F0A4)
        AT_ADDRESS(F841)
        AT_ADDRESS(F84D)
        AT_ADDRESS(F859)
        AT_ADDRESS(FA6E)
        AT_ADDRESS(FE6E)
        AT_ADDRESS(FEA5)
        AT_ADDRESS(FEF3)
        AT_ADDRESS(FF53)
        AT_ADDRESS(FF54)
        AT_ADDRESS(FFF0)
        . = 0x1FA5;
    } > fixed_entries

    .bss (NOLOAD) : { *(.ebda_head) *(.bss .bss.* COMMON) } > ebda_data
    ebda_data_end = .;
    initial_stack = EBDA_SIZE;

    /DISCARD/ : { *(.note*) *(.comment) *(.eh_frame*) }
}
ASSERT(SIZEOF(.data) == 0, "a variable has an initial value: set it in POST, or make it const ROM")
