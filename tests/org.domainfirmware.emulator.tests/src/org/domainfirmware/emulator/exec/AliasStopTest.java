package org.domainfirmware.emulator.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.junit.jupiter.api.Test;

/** A block is shared by all linear addresses of its bytes; a breakpoint at one of them cuts it there, whoever made it. */
class AliasStopTest {
    private static final int CODE = 0x7C00;

    @Test
    void aGuestBreakpointAtOneAliasIsMetInABlockMadeAtAnother() {
        BarePc pc = new BarePc(CpuModel.PPRO);
        // The page at 9000h is that of 7000h. 7C00h: inc ax; inc ax; inc ax; jmp [500h]
        pc.memory.mapRead(0x9000, 0x1000, 0x7000);
        pc.start(0, CODE, new byte[] {0x40, 0x40, 0x40, (byte) 0xFF, 0x26, 0x00, 0x05});
        pc.memory.write(0x500, 2, CODE);
        pc.memory.write(4, 4, 0x6000);
        pc.memory.write(0x6000, 1, 0xF4);
        // The breakpoint is at the second INC, by the other address.
        pc.cpu.s.dr[0] = 0x9C01;
        pc.cpu.s.dr[7] = 0x402;
        assertEquals(Stop.COUNT, pc.executor.run(8));
        assertEquals(6, pc.cpu.s.gpr[Reg.EAX], "at 7C00h nothing stops");
        pc.memory.write(0x500, 2, 0x9C00);
        assertEquals(Stop.DEAD, pc.executor.run(100));
        assertEquals(10, pc.cpu.s.gpr[Reg.EAX], "three more at 7C00h, one at 9C00h");
        assertEquals(0x9C01, pc.memory.read(0x8000 - 6, 2));
    }
}
