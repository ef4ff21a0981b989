; The BIOS32 service directory and the 32-bit entry of PCI BIOS 2.1.
%include "harness.inc"
%include "protected_call.inc"

%macro DIRECTORY 2              ; EAX, EBX
        mov dword [p_eax], %1
        mov dword [p_ebx], %2
        mov dword [p_ds], FLAT_DATA
        PCALL FLAT_CODE, directory
%endmacro
%macro PCI 1-5 0, 0, 0, 0       ; AX, EBX, ECX, EDX, EDI; ESI is 0
        mov dword [p_eax], %1
        mov dword [p_ebx], %2
        mov dword [p_ecx], %3
        mov dword [p_edx], %4
        mov dword [p_edi], %5
        mov dword [p_ds], BIOS_DATA
        PCALL BIOS_CODE, pci
%endmacro

main:   mov ax, 0xF000
        mov es, ax
        xor di, di
.find:  cmp dword [es:di], '_32_'
        je .found
        add di, 16
        jnz .find
        mov dword [value], 0
        jmp .judge
.found: mov eax, [es:di + 4]
        mov [directory], eax
        movzx cx, byte [es:di + 9]
        shl cx, 4
        xor al, al
.sum:   add al, [es:di]
        inc di
        loop .sum
        test al, al
        sete [value]
.judge: push word 0
        pop es
        EXPECT value, 0xFF, 1, "_32_ found, with a checksum of zero"
        test byte [value], 1
        jz near done

        DIRECTORY 0x49435024, 0         ; $PCI
        EXPECT r_eax, 0xFF, 0, "directory $PCI: AL"
        mov eax, [r_edx]
        mov [pci], eax
        mov eax, [r_ebx]
        mov [gdt + BIOS_CODE + 2], ax
        mov [gdt + BIOS_DATA + 2], ax
        shr eax, 16
        mov [gdt + BIOS_CODE + 4], al
        mov [gdt + BIOS_DATA + 4], al
        EXPECT r_ebx, 0xFFF00000, 0, "directory $PCI: base below 1 MiB"
        mov eax, [r_edx]
        cmp eax, [r_ecx]
        setb [value]
        EXPECT value, 0xFF, 1, "directory $PCI: entry within the length"
        DIRECTORY 0x58585858, 0
        EXPECT r_eax, 0xFF, 0x80, "directory, unknown service: AL"
        DIRECTORY 0x49435024, 1
        EXPECT r_eax, 0xFF, 0x81, "directory, unknown function: AL"

        PCI 0xB101
        SUCCEEDS "B101 "
        EXPECT r_eax, 0xFF01, 0x0001, "B101 AX"
        EXPECT r_edx, -1, 0x20494350, "B101 signature"
        EXPECT r_ebx, 0xFFFF, 0x0210, "B101 version"
        PCI 0xB102, 0xFFFF, 0x1237, 0x8086
        SUCCEEDS "B102 host bridge: "
        EXPECT r_ebx, 0xFFFF, 0, "B102 host bridge: BX"
        PCI 0xB102, 0, 0x4711, 0x8086
        FAILS "B102 not there: ", 0x86
        PCI 0xB102, 0, 0x1237, 0xFFFF
        FAILS "B102 vendor FFFF: ", 0x83
        PCI 0xB103, 0, 0x060100
        SUCCEEDS "B103 ISA bridge: "
        EXPECT r_ebx, 0xFFFF, 0x0008, "B103 ISA bridge: BX"
        PCI 0xB103, 0, 0x123456
        EXPECT r_eax, 0xFF00, 0x8600, "B103 not there: AH"
        PCI 0xB108, 0, 0, 0, 0
        EXPECT r_ecx, 0xFF, 0x86, "B108"
        PCI 0xB109, 0, 0, 0, 2
        EXPECT r_ecx, 0xFFFF, 0x1237, "B109"
        PCI 0xB10A, 0, 0, 0, 0
        EXPECT r_ecx, -1, 0x12378086, "B10A"
        EXPECT r_eax, 0xFF00, 0, "B10A AH"
        PCI 0xB109, 0, 0, 0, 1
        FAILS "B109 odd register: ", 0x87
        PCI 0xB10A, 0, 0, 0, 2
        EXPECT r_eax, 0xFF00, 0x8700, "B10A odd register: AH"
        PCI 0xB108, 0, 0, 0, 0x100
        EXPECT r_eax, 0xFF00, 0x8700, "B108 register 100h: AH"
        PCI 0xB10B, 0x0009, 0x00, 0, 0x43       ; timing of the second channel: decoding off and on
        SUCCEEDS "B10B "
        PCI 0xB108, 0x0009, 0, 0, 0x43
        EXPECT r_ecx, 0xFF, 0x00, "B10B wrote what B108 reads: off"
        PCI 0xB10B, 0x0009, 0x80, 0, 0x43
        PCI 0xB108, 0x0009, 0, 0, 0x43
        EXPECT r_ecx, 0xFF, 0x80, "B10B wrote what B108 reads: on"
        PCI 0xB10C, 0x0009, 0x8000, 0, 0x40
        SUCCEEDS "B10C "
        PCI 0xB109, 0x0009, 0, 0, 0x40
        EXPECT r_ecx, 0x8000, 0x8000, "B10C wrote what B109 reads"
        PCI 0xB10D, 0x0009, 0x0000C001, 0, 0x20
        SUCCEEDS "B10D "
        PCI 0xB10A, 0x0009, 0, 0, 0x20
        EXPECT r_ecx, -1, 0x0000C001, "B10D wrote what B10A reads"
        PCI 0xB1FF
        FAILS "B1FF ", 0x81
        jmp done

        align 4
directory dd 0
pci     dd 0
%include "harness_end.inc"
