package org.domainfirmware.emulator.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real-mode far calls, whose block goes on at the target: whatever happens to that target is noticed in time. */
class FarCallTest {
    private static final int CODE = 0x7C00;
    private static final int HANDLER = 0x6000;

    private BarePc pc;

    @BeforeEach
    void newMachine() {
        pc = new BarePc(CpuModel.PPRO);
    }

    private void put(int at, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            pc.memory.write(at + i, 1, bytes[i]);
        }
    }

    private void code(int... bytes) {
        pc.start(0, CODE, new byte[0]);
        put(CODE, bytes);
    }

    private int gpr(int register) {
        return pc.cpu.s.gpr[register] & 0xFFFF;
    }

    @Test
    void callsAndReturnsWithTheSegmentOfEach() {
        // call 0900h:0010h; mov dx,cs; hlt. There: mov bx,cs; call 0910h:0008h; retf. There: mov cx,cs; retf
        code(0x9A, 0x10, 0x00, 0x00, 0x09, 0x8C, 0xCA, 0xF4);
        put(0x9010, 0x8C, 0xCB, 0x9A, 0x08, 0x00, 0x10, 0x09, 0xCB);
        put(0x9108, 0x8C, 0xC9, 0xCB);
        assertEquals(Stop.DEAD, pc.executor.run(1000));
        assertEquals(0x0900, gpr(Reg.EBX));
        assertEquals(0x0910, gpr(Reg.ECX));
        assertEquals(0, gpr(Reg.EDX));
        assertEquals(0x8000, gpr(Reg.ESP));
        assertEquals(8, pc.events.clock().instructions());
        assertEquals(CODE + 8, pc.cpu.s.eip);
    }

    @Test
    void aBreakpointBehindTheTargetStopsThere() {
        // call 0900h:0; hlt. There: inc ax; inc ax; retf
        code(0x9A, 0x00, 0x00, 0x00, 0x09, 0xF4);
        put(0x9000, 0x40, 0x40, 0xCB);
        pc.executor.run(3);
        assertEquals(2, gpr(Reg.EAX));
        pc.start(0, CODE, new byte[0]);
        pc.executor.breakpoints(new Breakpoints() {
            @Override
            public boolean mayStopAt(int linear, int storeOffset) {
                return linear == 0x9001;
            }

            @Override
            public boolean stopBeforeInstruction() {
                return true;
            }
        });
        assertEquals(Stop.BREAKPOINT, pc.executor.run(1000));
        assertEquals(3, gpr(Reg.EAX));
        assertEquals(0x0900, pc.cpu.s.cs.selector);
        assertEquals(1, pc.cpu.s.eip);
        assertEquals(5, pc.events.clock().instructions());
    }

    @Test
    void theFrameMayBeTheCodeAtTheTarget() {
        // mov sp,504h; call 0:500h pushes the bytes 08 7C 00 00: or [si],bh; add [bx+si],al becomes with what follows
        // 508h: 500: 08 7C 00 (or [si+0],bh); 503: 00 C0 (add al,al); 505: hlt
        code(0xBC, 0x04, 0x05, 0x9A, 0x00, 0x05, 0x00, 0x00);
        put(0x500, 0x40, 0x40, 0x40, 0x40, 0xC0, 0xF4);
        pc.cpu.s.gpr[Reg.EAX] = 5;
        pc.cpu.s.gpr[Reg.EBX] = 0x4100;
        pc.cpu.s.gpr[Reg.ESI] = 0x600;
        assertEquals(Stop.DEAD, pc.executor.run(1000));
        assertEquals(10, gpr(Reg.EAX));
        assertEquals(0x41, pc.memory.read(0x600, 1));
        assertEquals(5, pc.events.clock().instructions());
    }

    @Test
    void codeAtTheTargetThatChangesRunsAsChanged() {
        // mov cx,10; l: call 0900h:0; inc byte [9002h]; loop l; hlt. There: add ax,1 <- 1 to 10; retf
        code(0xB9, 10, 0, 0x9A, 0x00, 0x00, 0x00, 0x09, 0xFE, 0x06, 0x02, 0x90, 0xE2, 0xF5, 0xF4);
        put(0x9000, 0x81, 0xC0, 0x01, 0x00, 0xCB);
        assertEquals(Stop.DEAD, pc.executor.run(1000));
        assertEquals(55, gpr(Reg.EAX));
    }

    @Test
    void memoryPlacedAtTheTargetLaterIsWhatRuns() {
        // call 0900h:0; jmp back. There: inc ax; retf, and in the page placed there later: inc bx; retf
        code(0x9A, 0x00, 0x00, 0x00, 0x09, 0xEB, 0xF9);
        put(0x9000, 0x40, 0xCB);
        put(0x20000, 0x43, 0xCB);
        pc.executor.run(8);
        assertEquals(2, gpr(Reg.EAX));
        pc.memory.mapRead(0x9000, 0x1000, 0x20000);
        pc.executor.run(16);
        assertEquals(2, gpr(Reg.EAX));
        assertEquals(2, gpr(Reg.EBX));
    }

    @Test
    void anInstructionBeyondTheLimitAtTheTargetFaultsThere() {
        // call 0:7FFEh, where MOV AX,imm16 reaches beyond the limit of 7FFFh: #GP with its own address
        code(0x9A, 0xFE, 0x7F, 0x00, 0x00);
        put(0x7FFE, 0xB8, 0x34, 0x12);
        pc.cpu.s.cs.limit = 0x7FFF;
        pc.cpu.s.cs.refresh();
        pc.cpu.s.gpr[Reg.ESP] = 0x5000;
        pc.memory.write(4 * 13, 4, HANDLER);
        put(HANDLER, 0xF4);
        assertEquals(Stop.DEAD, pc.executor.run(1000));
        assertEquals(0x7FFE, pc.memory.read(0x5000 - 4 - 6, 2));
        assertEquals(0, gpr(Reg.EAX));
    }

    @Test
    void aFaultAtTheTargetHasTheAddressThere() {
        // call 0900h:0. There: inc ax; div bl (by zero)
        code(0x9A, 0x00, 0x00, 0x00, 0x09);
        put(0x9000, 0x40, 0xF6, 0xF3);
        pc.memory.write(0, 4, HANDLER);
        put(HANDLER, 0xF4);
        assertEquals(Stop.DEAD, pc.executor.run(1000));
        assertEquals(1, gpr(Reg.EAX));
        assertEquals(0x0001, pc.memory.read(0x8000 - 4 - 6, 2), "IP");
        assertEquals(0x0900, pc.memory.read(0x8000 - 4 - 4, 2), "CS");
    }
}
