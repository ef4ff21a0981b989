package org.domainfirmware.emulator.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.junit.jupiter.api.Test;

/** Code that writes code: the change takes effect at the next instruction, as on processors from the Pentium on. */
class SelfModifyingCodeTest {
    private final BarePc pc = new BarePc(CpuModel.PPRO);

    private void run(int... bytes) {
        byte[] code = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            code[i] = (byte) bytes[i];
        }
        pc.start(0, 0x7C00, code);
        assertEquals(Stop.DEAD, pc.executor.run(100_000));
    }

    @Test
    void aLoopCountsThroughItsOwnImmediate() {
        // mov cx,100; l: inc word [7C08h]; mov ax,0 <- at 7C07; add bx,ax; loop l; hlt
        run(0xB9, 100, 0, 0xFF, 0x06, 0x08, 0x7C, 0xB8, 0, 0, 0x01, 0xC3, 0xE2, 0xF5, 0xF4);
        assertEquals(100, pc.cpu.s.gpr[Reg.EAX] & 0xFFFF);
        assertEquals(5050, pc.cpu.s.gpr[Reg.EBX] & 0xFFFF);
    }

    @Test
    void theVeryNextInstructionMayBeReplacedByOneOfAnotherKind() {
        // mov byte [7C05h],0F4h; inc ax <- becomes hlt; inc ax; hlt
        run(0xC6, 0x06, 0x05, 0x7C, 0xF4, 0x40, 0x40, 0xF4);
        assertEquals(0, pc.cpu.s.gpr[Reg.EAX] & 0xFFFF);
        assertEquals(0x7C06, pc.cpu.s.eip);
    }

    @Test
    void aReplacementMayChangeTheLength() {
        // l: call s; cmp byte [7C12h],48h; mov byte [7C12h],48h; jne l; hlt; s: inc ax; ret -> dec ax; ret; twice
        run(0xE8, 0x0F, 0x00, 0x80, 0x3E, 0x12, 0x7C, 0x05, 0xC7, 0x06, 0x12, 0x7C, 0x05, 0x10, 0x75, 0xF0, 0xF4, 0x90,
                0x40, 0xC3, 0x00, 0xC3);
        // First INC AX; then ADD AX,0010h (05 10 00) and RET.
        assertEquals(0x11, pc.cpu.s.gpr[Reg.EAX] & 0xFFFF);
    }

    @Test
    void codeCopiedOverCodeRunsAsCopied() {
        // Runs s (inc ax; ret), copies t (inc bx; ret) over it by rep movsb, runs it again.
        // mov si,7C12h; mov di,7C10h; call di; mov cx,2; rep movsb; call 7C10h; hlt; nop; s; t
        run(0xBE, 0x12, 0x7C, 0xBF, 0x10, 0x7C, 0xFF, 0xD7, 0xB1, 0x02, 0xF3, 0xA4, 0xE8, 0x01, 0x00, 0xF4,
                0x40, 0xC3, 0x43, 0xC3);
        assertEquals(1, pc.cpu.s.gpr[Reg.EAX] & 0xFFFF);
        assertEquals(1, pc.cpu.s.gpr[Reg.EBX] & 0xFFFF);
    }

    @Test
    void anInstructionInTwoPagesChangesInTheSecond() {
        // mov cx,10; l: call 7FFEh; inc byte [8000h]; loop l; hlt. At 7FFEh: add ax,1 <- 1 to 10; ret
        pc.memory.write(0x7FFE, 4, 0x0001C081);
        pc.memory.write(0x8002, 1, 0xC3);
        pc.cpu.s.ss.setReal(0x2000);
        run(0xB9, 10, 0, 0xE8, 0xF8, 0x03, 0xFE, 0x06, 0x00, 0x80, 0xE2, 0xF7, 0xF4);
        // The immediate is at 8000h: 81 C0 lies before the boundary. Its high byte is 0 and stays so.
        assertEquals(55, pc.cpu.s.gpr[Reg.EAX] & 0xFFFF);
    }

    @Test
    void anAliasOfThePageSharesTheBlocksAndTheirEnd() {
        // The page at 9000h is mapped to that of 7000h; code at 9C00h patches 7C08h, which is itself.
        pc.memory.mapRead(0x9000, 0x1000, 0x7000);
        pc.memory.mapWrite(0x9000, 0x1000, 0x7000);
        byte[] code = {(byte) 0xB9, 100, 0, (byte) 0xFF, 0x06, 0x08, 0x7C, (byte) 0xB8, 0, 0, 0x01, (byte) 0xC3,
            (byte) 0xE2, (byte) 0xF5, (byte) 0xF4};
        pc.start(0, 0x7C00, code);
        pc.cpu.s.eip = 0x9C00;
        assertEquals(Stop.DEAD, pc.executor.run(100_000));
        assertEquals(5050, pc.cpu.s.gpr[Reg.EBX] & 0xFFFF);
    }
}
