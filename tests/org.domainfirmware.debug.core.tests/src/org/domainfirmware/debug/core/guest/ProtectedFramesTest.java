package org.domainfirmware.debug.core.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Interrupt and exception frames of 32-bit code. What is expected follows from the program's labels. */
class ProtectedFramesTest {
    private static final String SOURCE = "void enter(void);\nvoid main(void) { enter(); }";
    /** Protected mode with a flat GDT, a handler of INT 30h and one of general protection with the usual stub. */
    private static final String ASSEMBLY = """
            .globl enter, handler30, handler13, common, inner, asked, faulting, caught, in32, v86int, v86back
            enter:    cli
                      lgdtl gdtr
                      lidtl idtr
                      movl %cr0, %eax
                      orb $1, %al
                      movl %eax, %cr0
                      ljmpl $8, $in32
                      .code32
            in32:     movl $0x10, %eax
                      movl %eax, %ds
                      movl %eax, %ss
                      movl $0x7c00, %esp
                      movl $idt + 8*0x30, %edi
                      movl $handler30, %eax
                      call gate
                      movl $idt + 8*13, %edi
                      movl $handler13, %eax
                      call gate
                      int $0x30
            asked:    movl $0xfff8, %ecx
            faulting: movl %ecx, %fs
                      movw $0x18, %ax
                      ltr %ax
                      pushl $0
                      pushl $0
                      pushl $0x50
                      pushl $0
                      pushl $0
                      pushl $0x6f00
                      pushl $0x20002
                      pushl $0
                      pushl $v86
                      iret
                      .code16
            v86:      callw v86inner
            v86back:  jmp .
            v86inner: nop
            v86int:   int $0x21
                      .code32
            gate:     movw %ax, (%edi)
                      movw $8, 2(%edi)
                      movw $0x8e00, 4(%edi)
                      shrl $16, %eax
                      movw %ax, 6(%edi)
                      ret
            handler30: pushl $0
                      pushl $0x30
                      jmp common
            handler13: pushl $13
            common:   pushal
                      call inner
            caught:   popal
                      xorl %ecx, %ecx               # so that the faulting load works the next time
                      addl $8, %esp
                      iret
            inner:    pushl $0x1234
                      popl %eax
                      ret
                      .balign 8
            gdt:      .quad 0, 0x00cf9a000000ffff, 0x00cf92000000ffff
                      .word 103, tss, 0x8900, 0
            gdtr:     .word 31
                      .long gdt
            idtr:     .word 8*0x31 - 1
                      .long idt
            tss:      .long 0, 0x7a00, 0x10
                      .fill 23, 4, 0
            idt:      .fill 8*0x31, 1, 0
                      .code16
            """;

    @TempDir
    Path folder;

    private static int at(TestGuest guest, String label) {
        return (int) guest.symbols.files().get(2).symbol(label).orElseThrow().value();
    }

    private static void check(List<GuestFrame> frames, int index, String by, int linear, int esp) {
        assertEquals(by, frames.get(index).enteredBy(), frames.toString());
        GuestFrame interrupted = frames.get(index + 1);
        assertEquals(linear, interrupted.linear(), frames.toString());
        assertEquals(8, interrupted.registers().cs().selector());
        assertEquals(esp, interrupted.registers().sp(), frames.toString());
    }

    @Test
    void anInterruptIsFollowedFromItsGateAndThroughItsStub() throws Exception {
        GuestProgram program = GuestProgram.build(folder, SOURCE, ASSEMBLY, "-O0");
        try (TestGuest guest = new TestGuest(program)) {
            guest.runToAddress(at(guest, "handler30"));
            check(guest.frames(), 0, "INT 30h", at(guest, "asked"), 0x7C00);
            guest.runToAddress(at(guest, "inner"));
            List<GuestFrame> frames = guest.frames();
            assertEquals(at(guest, "caught"), frames.get(1).linear(), frames.toString());
            check(frames, 1, "INT 30h", at(guest, "asked"), 0x7C00);
        }
    }

    @Test
    void anExceptionsErrorCodeIsPassedOver() throws Exception {
        GuestProgram program = GuestProgram.build(folder, SOURCE, ASSEMBLY, "-O0");
        try (TestGuest guest = new TestGuest(program)) {
            guest.runToAddress(at(guest, "handler13"));
            check(guest.frames(), 0, "exception 0Dh (general protection)", at(guest, "faulting"), 0x7C00);
            guest.runToAddress(at(guest, "inner"));
            List<GuestFrame> frames = guest.frames();
            assertEquals(at(guest, "caught"), frames.get(1).linear(), frames.toString());
            check(frames, 1, "exception 0Dh (general protection)", at(guest, "faulting"), 0x7C00);
        }
    }

    @Test
    void aMonitorsExceptionLeadsIntoVirtual8086Mode() throws Exception {
        GuestProgram program = GuestProgram.build(folder, SOURCE, ASSEMBLY, "-O0");
        try (TestGuest guest = new TestGuest(program)) {
            guest.runToAddress(at(guest, "v86int"));
            guest.runToAddress(at(guest, "handler13"));
            List<GuestFrame> frames = guest.frames();
            assertEquals("exception 0Dh (general protection)", frames.get(0).enteredBy(), frames.toString());
            assertEquals(at(guest, "v86int"), frames.get(1).linear(), frames.toString());
            assertEquals(0x6EFE, frames.get(1).registers().sp());
            assertEquals(0x500, frames.get(1).registers().ds().base());
            assertEquals(at(guest, "v86back"), frames.get(2).linear(), frames.toString());
            assertEquals(0x6F00, frames.get(2).registers().sp());
        }
    }
}
