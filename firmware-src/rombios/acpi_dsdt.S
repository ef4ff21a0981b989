/* The DSDT, assembled by hand (ACPI 1.0b, chapter 16, "ACPI machine language"):
 * soft off, the PCI bus with its interrupt routing, the devices at legacy addresses. */
#include "acpi_layout.h"

        /* Package lengths count themselves. Two bytes: 4 bits, then 8 bits; three: 4, 8, 8. */
        .macro  LENGTH2 end
        .byte   0x40 | ((\end - .) & 15), (\end - . + 1) >> 4
        .endm
        .macro  LENGTH3 end
        .byte   0x80 | ((\end - .) & 15), ((\end - . + 1) >> 4) & 255, (\end - . + 2) >> 12
        .endm
        .macro  NAME text               /* NameOp */
        .byte   0x08
        .ascii  "\text"
        .endm
        .macro  EISAID a, b, c, d       /* DWordConst of a compressed identifier, high byte first */
        .byte   0x0C, \a, \b, \c, \d
        .endm
        .macro  BUFFER size             /* BufferOp with a byte-sized length */
        .byte   0x11, \size + 3, 0x0A, \size
        .endm
        .macro  IO_RANGE port, count    /* 8.4.1.x: I/O port descriptor, 16-bit decode */
        .byte   0x47, 0x01
        .word   \port, \port
        .byte   1, \count
        .endm
        .macro  IRQ_LINE line           /* IRQ descriptor, edge triggered, active high */
        .byte   0x22
        .word   1 << \line
        .endm
        .macro  END_TAG
        .byte   0x79, 0x00
        .endm

        .section .tables.acpi_dsdt, "a", @progbits
        .balign 16
        .global acpi_dsdt
acpi_dsdt:
        .ascii  "DSDT"
        .long   dsdt_end - acpi_dsdt
        .byte   1, 0                    /* revision, checksum by POST */
        .ascii  "DFWDFWDFWDSDT "
        .long   1
        .ascii  "DFW "
        .long   1

        /* Name (\_S5, Package (4) { 0, 0, 0, 0 }) */
        .byte   0x08, 0x5C
        .ascii  "_S5_"
        .byte   0x12, 0x06, 0x04, 0x00, 0x00, 0x00, 0x00

        /* Scope (\_SB) */
        .byte   0x10
        LENGTH3 sb_end
        .byte   0x5C
        .ascii  "_SB_"

        /* Device (PCI0) */
        .byte   0x5B, 0x82
        LENGTH3 pci0_end
        .ascii  "PCI0"
        NAME    "_HID"
        EISAID  0x41, 0xD0, 0x0A, 0x03  /* PNP0A03 */
        NAME    "_ADR"
        .byte   0x00
        NAME    "_UID"
        .byte   0x00
        NAME    "_CRS"
        .byte   0x11
        LENGTH2 crs_end
        .byte   0x0A, crs_end - crs
crs:    .byte   0x88, 0x0D, 0, 0x02, 0x0C, 0x00  /* word address space: bus numbers */
        .word   0, 0, 0xFF, 0, 0x100
        IO_RANGE 0xCF8, 8
        .byte   0x88, 0x0D, 0, 0x01, 0x0C, 0x03  /* word address space: I/O */
        .word   0, 0, 0xCF7, 0, 0xCF8
        .byte   0x88, 0x0D, 0, 0x01, 0x0C, 0x03
        .word   0, 0xD00, 0xFFFF, 0, 0xF300
        .byte   0x87, 0x17, 0, 0x00, 0x0C, 0x03  /* dword address space: memory */
        .long   0, 0xA0000, 0xBFFFF, 0, 0x20000
        .byte   0x87, 0x17, 0, 0x00, 0x0C, 0x01
        .long   0, 0xE0000000, 0xFEBFFFFF, 0, 0x1EC00000
        END_TAG
crs_end:
        /* _PRT: pin p of slot s is PIRQ (s + p - 1) mod 4, and those are IRQ 10, 11, 10, 11. */
        NAME    "_PRT"
        .byte   0x12
        LENGTH3 prt_end
        .byte   31 * 4
        .set    slot, 1
        .rept   31
        .set    pin, 0
        .rept   4
        .byte   0x12, 0x0C, 0x04        /* Package (4) of 12 bytes */
        .byte   0x0C                    /* slot, any function */
        .word   0xFFFF, slot
        .byte   0x0A, pin
        .byte   0x00                    /* no link device: the next is the interrupt itself */
        .byte   0x0A, 10 + ((slot + pin - 1) & 1)
        .set    pin, pin + 1
        .endr
        .set    slot, slot + 1
        .endr
prt_end:
        /* Device (ISA): function 0 of slot 1 */
        .byte   0x5B, 0x82
        LENGTH3 isa_end
        .ascii  "ISA_"
        NAME    "_ADR"
        .byte   0x0C
        .long   0x00010000

        .byte   0x5B, 0x82              /* Device (RTC) */
        LENGTH2 rtc_end
        .ascii  "RTC_"
        NAME    "_HID"
        EISAID  0x41, 0xD0, 0x0B, 0x00
        NAME    "_CRS"
        BUFFER  13
        IO_RANGE 0x70, 2
        IRQ_LINE 8
        END_TAG
rtc_end:
        .byte   0x5B, 0x82              /* Device (KBD) */
        LENGTH2 kbd_end
        .ascii  "KBD_"
        NAME    "_HID"
        EISAID  0x41, 0xD0, 0x03, 0x03
        NAME    "_CRS"
        BUFFER  21
        IO_RANGE 0x60, 1
        IO_RANGE 0x64, 1
        IRQ_LINE 1
        END_TAG
kbd_end:
        .byte   0x5B, 0x82              /* Device (MOU) */
        LENGTH2 mou_end
        .ascii  "MOU_"
        NAME    "_HID"
        EISAID  0x41, 0xD0, 0x0F, 0x13
        NAME    "_CRS"
        BUFFER  5
        IRQ_LINE 12
        END_TAG
mou_end:
        .byte   0x5B, 0x82              /* Device (COM1) */
        LENGTH2 com1_end
        .ascii  "COM1"
        NAME    "_HID"
        EISAID  0x41, 0xD0, 0x05, 0x01
        NAME    "_UID"
        .byte   0x01
        NAME    "_CRS"
        BUFFER  13
        IO_RANGE 0x3F8, 8
        IRQ_LINE 4
        END_TAG
com1_end:
isa_end:
pci0_end:
sb_end:
dsdt_end:
        .section .note.GNU-stack,"",@progbits
