/*
 * The first bytes of the image. The ROM scan looks for 55 AA on 2 KiB boundaries of C8000-EFFFF, adds up the bytes, and
 * makes a far call to offset 3 (IBM PC/AT Technical Reference, "ROM Scan"). ../tools/seal_rom.c fills in the lengths and
 * the checksums.
 */
	.code16
	.section .header, "ax"
	.globl rom_start
rom_start:
	.byte 0x55, 0xaa
	.byte 0                         /* length in 512-byte units */
	jmp init_entry
	.org 0x18
	.word pci_data - rom_start
	.word pnp_header - rom_start
	.byte 0                         /* makes the checksum right */

/* PCI Local Bus Specification 2.1, section 6.3.1. Matters when the ROM lies behind a PCI device's expansion ROM register:
 * the BIOS then compares vendor and device. Without such a device the structure and the word at 18h may go. */
	.balign 4, 0
pci_data:
	.ascii "PCIR"
	.word 0xffff, 0xffff            /* vendor and device: put yours here; FFFFh is no one's */
	.word 0                         /* no vital product data */
	.word 0x18                      /* length of this structure */
	.byte 0                         /* its revision */
	.byte 0x00, 0x80, 0x02          /* class code 028000h: network controller, other */
	.word 0                         /* length in 512-byte units */
	.word 0x0001                    /* revision of the code */
	.byte 0                         /* code for the PC-AT */
	.byte 0x80                      /* the last image */
	.word 0

/* PnP BIOS Specification 1.0A, section 3.2. It makes the ROM a boot device: the BIOS lists the product's name among
 * the devices to boot from, and calls the bootstrap entry vector when its turn comes. */
	.set PNP_SIZE, 32
	.set INDICATORS, 0x14           /* 04h: a device to boot from, 10h: the ROM is needed only to boot */
	.balign 16, 0
pnp_header:
	.ascii "$PnP"
	.byte 0x01                      /* revision of the structure */
	.byte PNP_SIZE / 16
	.word 0                         /* no further header */
	.byte 0
	.byte 0                         /* makes this structure's bytes add up to 0 */
	.long 0                         /* device identifier */
	.word manufacturer - rom_start
	.word product - rom_start
	.byte 0x02, 0x80, 0x00          /* base type, subtype, interface: network controller, other */
	.byte INDICATORS
	.word 0                         /* boot connection vector: for disks, which hook INT 13h */
	.word 0                         /* disconnect vector */
	.word boot_entry - rom_start    /* bootstrap entry vector */
	.word 0
	.word 0                         /* static resource information vector */
	.if . - pnp_header - PNP_SIZE
	.error "the Plug and Play header has another size"
	.endif

manufacturer:
	.asciz "Your company"
product:
	.asciz "Option ROM template"
	.section .note.GNU-stack,"",@progbits
