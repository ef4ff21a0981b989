package org.domainfirmware.emulator.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.cpu.state.Flag;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** TF, RF, DR0-DR7, shadows and the debugger's breakpoints. Expected behaviour: SDM volume 3, chapter 17, and 6.8.3. */
class DebugFacilitiesTest {
    private static final int HANDLER = 0x6000;
    private static final int NOP = 0x90;
    private static final int HLT = 0xF4;
    private static final int IRET = 0xCF;
    private static final int INC_AX = 0x40;

    private BarePc pc;

    @BeforeEach
    void newMachine() {
        pc = new BarePc(CpuModel.PPRO);
    }

    private void code(int... bytes) {
        byte[] code = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            code[i] = (byte) bytes[i];
        }
        pc.start(0, 0x7C00, code);
    }

    /** The handler of a vector: INC BX, IRET. */
    private void countInBx(int vector) {
        pc.memory.write(4 * vector, 2, HANDLER);
        pc.memory.write(4 * vector + 2, 2, 0);
        pc.memory.write(HANDLER, 1, 0x43);
        pc.memory.write(HANDLER + 1, 1, IRET);
    }

    private int gpr(int register) {
        return pc.cpu.s.gpr[register] & 0xFFFF;
    }

    private void runToHalt() {
        assertEquals(Stop.DEAD, pc.executor.run(1000));
    }

    @Test
    void trapFlagTrapsAfterEachInstructionThatBeganWithIt() {
        // pushf; pop ax; or ah,1; push ax; popf; nop; nop; push 2; popf; nop; hlt
        code(0x9C, 0x58, 0x80, 0xCC, 0x01, 0x50, 0x9D, NOP, NOP, 0x6A, 0x02, 0x9D, NOP, HLT);
        countInBx(1);
        runToHalt();
        // NOP, NOP, PUSH and the POPF that clears it.
        assertEquals(4, gpr(Reg.EBX));
        assertEquals(1 << 14, pc.cpu.s.dr[6] & 1 << 14, "DR6.BS");
    }

    @Test
    void moveToStackSegmentHoldsTheTrapOff() {
        // mov cx,ss; push 0x102; popf; mov ss,cx; nop; push 2; popf; hlt
        code(0x8C, 0xD1, 0x68, 0x02, 0x01, 0x9D, 0x8E, 0xD1, NOP, 0x6A, 0x02, 0x9D, HLT);
        countInBx(1);
        runToHalt();
        // NOP, PUSH, POPF; none behind MOV SS.
        assertEquals(3, gpr(Reg.EBX));
    }

    @Test
    void stiOpensTheDoorOneInstructionLater() {
        // out 40h,al asks for interrupt 10; sti; inc ax; inc ax; hlt with interrupts off again
        code(0xE6, 0x40, 0xFB, INC_AX, INC_AX, 0xFA, HLT);
        pc.memory.write(4 * 10, 2, HANDLER);
        pc.memory.write(4 * 10 + 2, 2, 0);
        // mov dx,ax; iret
        pc.memory.write(HANDLER, 2, 0xC289);
        pc.memory.write(HANDLER + 2, 1, IRET);
        runToHalt();
        assertEquals(1, gpr(Reg.EDX), "AX when the handler ran");
        assertEquals(2, gpr(Reg.EAX));
    }

    @Test
    void executionBreakpointOfTheGuestFaultsBeforeItsInstructionOnce() {
        // inc ax; inc ax; inc ax; hlt; breakpoint on the second. The handler sets RF in a 32-bit frame: real mode has
        // none, so it disables DR7 instead: xor ecx,ecx; mov dr7,ecx; inc bx; iret
        code(INC_AX, INC_AX, INC_AX, HLT);
        pc.memory.write(4, 2, HANDLER);
        pc.memory.write(6, 2, 0);
        int[] handler = {0x66, 0x31, 0xC9, 0x0F, 0x23, 0xF9, 0x43, 0x89, 0xC2, IRET};
        for (int i = 0; i < handler.length; i++) {
            pc.memory.write(HANDLER + i, 1, handler[i]);
        }
        pc.cpu.s.dr[0] = 0x7C01;
        pc.cpu.s.dr[7] = 0x402;
        runToHalt();
        assertEquals(1, gpr(Reg.EBX));
        assertEquals(1, gpr(Reg.EDX), "AX when it faulted");
        assertEquals(3, gpr(Reg.EAX));
        assertEquals(1, pc.cpu.s.dr[6] & 0xF);
    }

    @Test
    void dataBreakpointTrapsBehindTheWrite() {
        // mov [500h],al; inc ax; mov al,[500h]; hlt; DR1 watches writes of one byte
        code(0xA2, 0x00, 0x05, INC_AX, 0xA0, 0x00, 0x05, HLT);
        pc.memory.write(4, 2, HANDLER);
        pc.memory.write(6, 2, 0);
        // inc bx; mov dx,ax; iret
        int[] handler = {0x43, 0x89, 0xC2, IRET};
        for (int i = 0; i < handler.length; i++) {
            pc.memory.write(HANDLER + i, 1, handler[i]);
        }
        pc.cpu.s.gpr[Reg.EAX] = 7;
        pc.cpu.s.dr[1] = 0x500;
        pc.cpu.s.dr[7] = 0x400 | 1 << 3 | 1 << 20;
        runToHalt();
        assertEquals(1, gpr(Reg.EBX));
        assertEquals(7, gpr(Reg.EDX));
        assertEquals(2, pc.cpu.s.dr[6] & 0xF);
    }

    @Test
    void debuggerStopsBeforeAnInstructionAndGoesOnFromThere() {
        code(INC_AX, INC_AX, INC_AX, 0xEB, 0xFB);
        pc.executor.breakpoints(new Breakpoints() {
            @Override
            public boolean mayStopAt(int linear, int storeOffset) {
                return linear == 0x7C02;
            }

            @Override
            public boolean stopBeforeInstruction() {
                return true;
            }
        });
        assertEquals(Stop.BREAKPOINT, pc.executor.run(1000));
        assertEquals(0x7C02, pc.cpu.s.eip);
        assertEquals(2, gpr(Reg.EAX));
        assertEquals(2, pc.events.clock().instructions());
        pc.executor.passBreakpointHere();
        assertEquals(Stop.BREAKPOINT, pc.executor.run(1000));
        // inc, jmp back to 7C00, inc, inc.
        assertEquals(0x7C02, pc.cpu.s.eip);
        assertEquals(5, gpr(Reg.EAX));
        pc.executor.breakpoints(Breakpoints.NONE);
        assertEquals(Stop.COUNT, pc.executor.run(1000));
    }

    @Test
    void anotherThreadStopsARepeatOfFourGigabytes() throws InterruptedException {
        // mov ecx,-1; a32 rep lodsb; jmp back
        code(0x66, 0xB9, 0xFF, 0xFF, 0xFF, 0xFF, 0x67, 0xF3, 0xAC, 0xEB, 0xF5);
        for (var segment : pc.cpu.s.seg) {
            segment.limit = -1;
            segment.refresh();
        }
        Thread stopper = new Thread(() -> pc.executor.requestStop());
        stopper.start();
        assertEquals(Stop.REQUEST, pc.executor.run(Long.MAX_VALUE));
        stopper.join();
    }

    @Test
    void repeatIsRestartableAtAFault() {
        // mov di,FFFCh; mov cx,8; rep stosw: the third word does not fit a segment of FFFEh bytes
        code(0xBF, 0xFA, 0xFF, 0xB9, 0x08, 0x00, 0xF3, 0xAB, HLT);
        pc.cpu.s.es.limit = 0xFFFD;
        pc.cpu.s.es.refresh();
        pc.memory.write(4 * 13, 2, HANDLER);
        pc.memory.write(4 * 13 + 2, 2, 0);
        pc.memory.write(HANDLER, 1, HLT);
        pc.cpu.s.es.base = 0x20000;
        runToHalt();
        assertEquals(0xFFFE, gpr(Reg.EDI));
        assertEquals(6, gpr(Reg.ECX));
        assertEquals(0x7C06, pc.memory.read(0x7FFA, 2), "the return address is the instruction's own");
    }

    @Test
    void flagsOfTheGuestAreThoseItHadWhenHaltWakes() {
        code(0xFB, HLT, INC_AX, 0xFA, HLT);
        countInBx(8);
        pc.startTimer();
        assertEquals(Stop.REQUEST, pc.executor.run(1000));
        assertEquals(1, gpr(Reg.EAX));
        assertEquals(1, gpr(Reg.EBX));
        assertEquals(0, pc.cpu.s.systemFlags & Flag.IF);
    }
}
