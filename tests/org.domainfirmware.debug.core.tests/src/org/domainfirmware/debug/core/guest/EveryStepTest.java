package org.domainfirmware.debug.core.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At every instruction the unwound return addresses are those that watching each CALL, RET, INT and IRET gives. */
class EveryStepTest {
    private static final String SOURCE = "void services(void);\nvoid main(void) { services(); }";
    /**
     * Services of the BIOS with what is hard to follow: handlers of the program's own inside them, on other stacks, with other calls
     * inside; protected mode of both sizes with calls inside; a callback that leaves its arguments on the stack.
     */
    private static final String SERVICES = """
            .globl services, mouse_wait, finished
            services: pushal
                    movw $0x0e41, %ax
                    int $0x10
                    movb $0x0f, %ah
                    int $0x10
                    movb $0x03, %ah
                    movw $0x0000, %bx
                    int $0x10
                    movw $0x1301, %ax
                    movw $0x0007, %bx
                    movw $4, %cx
                    movw $0x0a00, %dx
                    movw $text, %bp
                    int $0x10
                    movw $0x4f00, %ax
                    movw $0x9000, %di
                    int $0x10
                    movw $0x0003, %ax
                    int $0x10
                    int $0x11
                    int $0x12
                    movw $0x0200, %ax
                    movw $0, %dx
                    int $0x14
                    movb $0x01, %ah
                    int $0x16
                    movb $0x02, %ah
                    int $0x17
                    movb $0x00, %ah
                    int $0x1a
                    movb $0x02, %ah
                    int $0x1a
                    movw $0xb101, %ax
                    int $0x1a
                    movw $0xc000, %ax
                    int $0x15
                    push %cs
                    pop %es
                    movb $0x88, %ah
                    int $0x15
                    xorl %ebx, %ebx
                    movl $0xe820, %eax
                    movl $20, %ecx
                    movl $0x534d4150, %edx
                    movw $0x9000, %di
                    int $0x15
                    movb $0x87, %ah
                    movw $4, %cx
                    movw $blocks, %si
                    int $0x15
                    movw $0x0201, %ax
                    movw $0x9000, %bx
                    movw $0x0001, %cx
                    movw $0x0000, %dx
                    int $0x13
                    movb $0x08, %ah
                    movb $0x00, %dl
                    int $0x13
                    push %cs
                    pop %es
                    # own handlers
                    cli
                    movl 4*0x1c, %eax
                    movw $tick, 4*0x1c
                    movw $0, 4*0x1c+2
                    sti
            1:      hlt
                    cmpb $2, ticks
                    jb 1b
                    cli
                    movl %eax, 4*0x1c
                    movl 4*0x13, %eax
                    movl %eax, old13
                    movw $hook13, 4*0x13
                    movw $0, 4*0x13+2
                    movw $0x0100, %ax
                    movw $0x0000, %dx
                    int $0x13
                    movl old13, %eax
                    movl %eax, 4*0x13
                    # the mouse
                    movw $0xc205, %ax
                    movb $3, %bh
                    int $0x15
                    movw $0xc207, %ax
                    movw $moved, %bx
                    int $0x15
                    movw $0xc200, %ax
                    movb $1, %bh
                    int $0x15
                    sti
            mouse_wait: hlt
                    cmpb $0, moves
                    je mouse_wait
                    cli
                    # protected mode
                    lgdtw descr
                    movl %cr0, %eax
                    orb $1, %al
                    movl %eax, %cr0
                    ljmpw $8, $in16
            in16:   callw near16
                    ljmpl $0x10, $in32
                    .code32
            in32:   movw $0x18, %ax
                    movw %ax, %ss
                    call near32
                    ljmpl $8, $out16
                    .code16
            out16:  movw $0x20, %ax
                    movw %ax, %ss
                    movl %cr0, %eax
                    andb $0xfe, %al
                    movl %eax, %cr0
                    ljmpw $0, $real
            real:   movw $0, %ax
                    movw %ax, %ss
                    callw near16
            finished: popal
                    retl
            near16: pushw %ax
                    pushw %bx
                    callw inner
                    popw %bx
                    popw %ax
                    ret
            inner:  enterw $6, $0
                    pushw $7
                    leavew
                    ret
                    .code32
            near32: enter $8, $0
                    pushl $5
                    pushal
                    call inner32
                    popal
                    leave
                    ret
            inner32: pushl %ebx
                    addl $-8, %esp
                    movl %eax, (%esp)
                    addl $8, %esp
                    popl %ebx
                    ret $0
                    .code16
            tick:   pushw %ds
                    pushal
                    pushw $0
                    popw %ds
                    incb ticks
                    movw %ss, saved
                    movw %sp, saved+2
                    movw $0x5000, %ax
                    movw %ax, %ss
                    movw $0x1000, %sp
                    movb $0x01, %ah
                    int $0x16
                    movb $0x03, %ah
                    movb $0, %bh
                    int $0x10
                    movw $0x0100, %ax
                    movw $0, %dx
                    int $0x13
                    movw saved, %ss
                    movw saved+2, %sp
                    popal
                    popw %ds
                    iretw
            hook13: pushfw
                    lcallw *%cs:old13
                    callw inner
                    lretw $2
            moved:  pushw %bp
                    movw %sp, %bp
                    pushw %ax
                    movb $0x01, %ah
                    int $0x16
                    incb %cs:moves
                    popw %ax
                    popw %bp
                    lretw
            text:   .ascii "text"
            ticks:  .byte 0
            moves:  .byte 0
            saved:  .long 0
            old13:  .long 0
                    .balign 8
            gdt:    .quad 0, 0x00009b000000ffff, 0x00cf9b000000ffff, 0x00cf93000000ffff, 0x000093000000ffff
            descr:  .word 39
                    .long gdt
            blocks: .quad 0, 0, 0x000093007c00ffff, 0x000093009000ffff, 0, 0
            """;

    @TempDir
    Path folder;

    @Test
    void fromResetToTheBootSector() throws Exception {
        GuestProgram program = GuestProgram.build(folder, SOURCE, SERVICES, "-O0");
        try (TestGuest guest = new TestGuest(program)) {
            StepComparison steps = new StepComparison(guest, guest.symbols);
            steps.run(1_000_000, 0x7C00);
            check("reset to boot sector", steps, 2000);
        }
    }

    @Test
    void servicesHandlersAndModes() throws Exception {
        services("services", true, "-O0");
    }

    /** As of a boot loader or system that nobody has symbols of. */
    @Test
    void ofForeignCodeThatCallsTheFirmware() throws Exception {
        services("services called by foreign code", false, "-Os");
    }

    private void services(String what, boolean known, String... options) throws Exception {
        GuestProgram program = GuestProgram.build(folder, SOURCE, SERVICES, options);
        try (TestGuest guest = new TestGuest(program)) {
            guest.runToAddress(0x7C00);
            StepComparison steps = new StepComparison(guest, known ? guest.symbols : GuestSymbols.of(guest.symbols.files().subList(0, 2)));
            int wait = (int) guest.symbols.files().get(2).symbol("mouse_wait").orElseThrow().value();
            steps.run(200_000, wait);
            guest.port.mouse(5, 3, 0, 1).join();
            steps.run(100_000, (int) guest.symbols.files().get(2).symbol("finished").orElseThrow().value());
            check(what, steps, 1500);
        }
    }

    private static void check(String what, StepComparison steps, int least) {
        System.out.println(what + ": " + steps);
        assertTrue(steps.compared() >= least, "only " + steps.compared() + " instructions compared");
        assertEquals("", steps.wrong());
    }
}
