package org.domainfirmware.emulator.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DEC and the JNE behind it run as one op; they stay two instructions to everybody who looks. */
class LoopEndTest {
    private static final int CODE = 0x7C00;

    private final BarePc pc = new BarePc(CpuModel.PPRO);

    private void code(int... bytes) {
        byte[] code = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            code[i] = (byte) bytes[i];
        }
        pc.start(0, CODE, code);
    }

    private int gpr(int register) {
        return pc.cpu.s.gpr[register];
    }

    /** Without and with an operand size prefix before DEC. */
    @ParameterizedTest
    @ValueSource(ints = {0x90, 0x66})
    void countsAndKeepsTheOtherHalf(int prefix) {
        // l: inc ax; nop or 66h; dec cx; jne l; hlt
        code(0x40, prefix, 0x49, 0x75, 0xFB, 0xF4);
        pc.cpu.s.gpr[Reg.ECX] = prefix == 0x66 ? 300 : 0x5555_0000 | 300;
        assertEquals(Stop.DEAD, pc.executor.run(10_000));
        assertEquals(300, gpr(Reg.EAX));
        assertEquals(prefix == 0x66 ? 0 : 0x5555_0000, gpr(Reg.ECX));
        assertEquals(300L * (prefix == 0x66 ? 3 : 4) + 1, pc.events.clock().instructions());
    }

    @Test
    void aBudgetMayEndBetweenThem() {
        // l: dec cx; jne l
        code(0x49, 0x75, 0xFD, 0xF4);
        pc.cpu.s.gpr[Reg.ECX] = 5;
        for (int n = 1; n <= 8; n++) {
            assertEquals(Stop.COUNT, pc.executor.run(n));
            assertEquals(n % 2 == 0 ? CODE : CODE + 1, pc.cpu.s.eip, "after " + n);
            assertEquals(5 - (n + 1) / 2, gpr(Reg.ECX), "after " + n);
        }
    }

    @Test
    void aJumpOutOfTheSegmentFaultsAtTheJump() {
        // dec cx; jne 7C82h, beyond the limit
        code(0x49, 0x75, 0x7F, 0xF4);
        pc.cpu.s.cs.limit = CODE + 0x20;
        pc.cpu.s.cs.refresh();
        pc.cpu.s.gpr[Reg.ECX] = 5;
        pc.memory.write(4 * 13, 4, 0x6000);
        pc.memory.write(0x6000, 1, 0xF4);
        assertEquals(Stop.DEAD, pc.executor.run(1000));
        assertEquals(4, gpr(Reg.ECX));
        assertEquals(CODE + 1, pc.memory.read(0x8000 - 6, 2), "IP of the jump");
        assertEquals(3, pc.events.clock().instructions());
    }

    @Test
    void aJumpThatIsChangedGoesWhereItSaysNow() {
        // mov cx,3; l: inc ax; m: inc bx; mov byte [7C0Ch],F7h; dec cx; jne l, by then m; hlt
        code(0xB9, 3, 0, 0x40, 0x43, 0xC6, 0x06, 0x0C, 0x7C, 0xF7, 0x49, 0x75, 0xF6, 0xF4);
        assertEquals(Stop.DEAD, pc.executor.run(1000));
        assertEquals(1, gpr(Reg.EAX));
        assertEquals(3, gpr(Reg.EBX));
    }
}
