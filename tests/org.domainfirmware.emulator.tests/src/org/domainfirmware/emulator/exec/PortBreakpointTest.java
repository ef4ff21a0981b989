package org.domainfirmware.emulator.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.domainfirmware.emulator.cpu.state.Cr;
import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** DR0-DR3 on ports: R/W 10b with CR4.DE. Expected behaviour: SDM volume 3, 17.2.4 and 17.3.1.2. */
class PortBreakpointTest {
    private static final int HANDLER = 0x6000;
    private static final int HLT = 0xF4;
    /** Local enable of DR2, its R/W field 10b; its length in the two bits above. */
    private static final int DR2_PORT = 0x400 | 1 << 4 | 2 << 24;
    private static final int WORD = 1 << 26;

    private BarePc pc;

    @BeforeEach
    void newMachine() {
        pc = new BarePc(CpuModel.PPRO);
        pc.memory.write(4, 4, HANDLER);
        // inc bx; mov si,ax; iret
        pc.memory.write(HANDLER, 4, 0xCFC68943);
    }

    private void run(int dr2, int dr7, boolean extensions, int... bytes) {
        byte[] code = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            code[i] = (byte) bytes[i];
        }
        pc.start(0, 0x7C00, code);
        pc.cpu.s.dr[2] = dr2;
        pc.cpu.s.dr[7] = dr7;
        pc.cpu.s.cr4 |= extensions ? Cr.CR4_DE : 0;
        assertEquals(Stop.DEAD, pc.executor.run(1000));
    }

    private int traps() {
        return pc.cpu.s.gpr[Reg.EBX] & 0xFFFF;
    }

    @Test
    void anOutTrapsBehindItself() {
        // mov ax,7; out 40h,al; inc ax; hlt
        run(0x40, DR2_PORT, true, 0xB8, 7, 0, 0xE6, 0x40, 0x40, HLT);
        assertEquals(1, traps());
        assertEquals(7, pc.cpu.s.gpr[Reg.ESI] & 0xFFFF, "AX in the handler");
        assertEquals(4, pc.cpu.s.dr[6] & 0xF);
        assertEquals(0x7C05, pc.memory.read(0x8000 - 6, 2), "the return address is behind OUT");
    }

    @Test
    void anInTrapsAndOtherPortsDoNot() {
        // in al,40h; in al,41h; out 42h,al; mov dx,41h; in al,dx; hlt
        run(0x41, DR2_PORT, true, 0xE4, 0x40, 0xE4, 0x41, 0xE6, 0x42, 0xBA, 0x41, 0, 0xEC, HLT);
        assertEquals(2, traps());
    }

    @Test
    void aWideAccessTouchesThePortInside() {
        // in ax,40h covers 41h; in ax,42h does not
        run(0x41, DR2_PORT, true, 0xE5, 0x40, 0xE5, 0x42, HLT);
        assertEquals(1, traps());
    }

    @Test
    void aLengthOfTwoCoversAnAlignedPair() {
        // in al,40h; in al,41h; in al,42h; DR2 holds 41h, whose pair begins at 40h
        run(0x41, DR2_PORT | WORD, true, 0xE4, 0x40, 0xE4, 0x41, 0xE4, 0x42, HLT);
        assertEquals(2, traps());
    }

    @Test
    void eachIterationOfARepeatTraps() {
        // mov dx,40h; mov cx,3; rep outsb; hlt
        run(0x40, DR2_PORT, true, 0xBA, 0x40, 0, 0xB9, 3, 0, 0xF3, 0x6E, HLT);
        assertEquals(3, traps());
    }

    @Test
    void withoutTheExtensionsThereIsNone() {
        run(0x40, DR2_PORT, false, 0xE6, 0x40, HLT);
        assertEquals(0, traps());
    }

    @Test
    void theExtensionsCountFromTheInstructionThatSetsThem() {
        // out 40h,al; mov eax,8; mov cr4,eax; out 40h,al; xor eax,eax; mov cr4,eax; out 40h,al; hlt
        run(0x40, DR2_PORT, false, 0xE6, 0x40, 0x66, 0xB8, 8, 0, 0, 0, 0x0F, 0x22, 0xE0, 0xE6, 0x40, 0x66, 0x31, 0xC0, 0x0F, 0x22,
                0xE0, 0xE6, 0x40, HLT);
        assertEquals(1, traps());
        assertEquals(8, pc.cpu.s.gpr[Reg.ESI] & 0xFFFF);
    }

    @Test
    void memoryAtTheSameNumberIsNotMeant() {
        // mov [40h],al; mov al,[40h]; hlt
        run(0x40, DR2_PORT, true, 0xA2, 0x40, 0, 0xA0, 0x40, 0, HLT);
        assertEquals(0, traps());
    }
}
