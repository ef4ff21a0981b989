/*
 * The first bytes of the image: the ISA option ROM header (IBM PC/AT Technical Reference, "ROM Scan") and the PCI data
 * structure (PCI Local Bus Specification 2.1, section 6.3.1). ../tools/seal_rom.c fills in size and checksum.
 */
	.code16
	.section .header, "ax"
	.globl rom_start
rom_start:
	.byte 0x55, 0xaa
	.byte 0                         /* length in 512-byte units */
	jmp init_entry                  /* offset 3: the ROM scan makes a far call here */
	.org 0x18
	.word pci_data - rom_start
	.word 0                         /* no PnP header */
	.byte 0                         /* makes the checksum right */
	.org 0x1e
	.ascii "IBM VGA compatible"     /* where programs look for it to recognize a VGA */
	.byte 0
	.balign 4
pci_data:
	.ascii "PCIR"
	.word 0x1234, 0x1111            /* QEMU and Bochs standard VGA */
	.word 0                         /* no vital product data */
	.word 0x18                      /* length of this structure */
	.byte 0                         /* its revision */
	.byte 0x00, 0x00, 0x03          /* class code 030000h: VGA-compatible display controller */
	.word 0                         /* length in 512-byte units, as at offset 2 */
	.word 0x0001                    /* revision of the code */
	.byte 0                         /* code for the PC-AT */
	.byte 0x80                      /* the last image */
	.word 0
