#include "layout.h"
OUTPUT_FORMAT("elf32-i386")
ENTRY(_start)
SECTIONS
{
    . = MONITOR_BASE;
    .text : { *(.header) *(.text .text.*) }
    .rodata : { *(.rodata .rodata.*) }
    .data : { *(.data .data.*) }
    . = ALIGN(4);
    image_end = .;
    .bss : { bss_start = .; *(.bss .bss.* COMMON) . = ALIGN(4); bss_end = .; }
    monitor_used = . - MONITOR_BASE;
    ASSERT(. <= MONITOR_LIMIT, "vmxassist does not fit into D0000-DFFFF")
    /DISCARD/ : { *(.comment) *(.note*) *(.eh_frame*) }
}
