package org.domainfirmware.emulator.cpu.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.domainfirmware.emulator.cpu.fault.Vector;
import org.domainfirmware.emulator.cpu.state.Cr;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How x87 exceptions and the EM, TS, MP and NE bits reach the program (SDM vol. 1, 8.6 to 8.7; vol. 3, 2.5 and 6.15). */
class X87ExceptionTest {

    private static final byte D9 = (byte) 0xD9;
    private static final byte[] FLD1 = {D9, (byte) 0xE8};
    private static final byte[] FWAIT = {(byte) 0x9B};
    private static final byte[] FNSTSW_AX = {(byte) 0xDF, (byte) 0xE0};
    private static final byte[] FNCLEX = {(byte) 0xDB, (byte) 0xE2};
    private static final int CONTROL_WORD = 0x9000;

    private final FlatProcessor processor = new FlatProcessor();
    private int errorPulses;

    @BeforeEach
    void handlers() {
        processor.installHandlers();
        run((byte) 0xDB, (byte) 0xE3);
        processor.cpu.connectFloatingPointError(level -> errorPulses += level ? 1 : 0);
    }

    /** 1/0 with the zero-divide exception unmasked. */
    private void divideByZero() {
        processor.write(CONTROL_WORD, new byte[] {0x7B, 0x03});
        processor.state.gpr[Reg.ESI] = CONTROL_WORD;
        // FLDCW [ESI]; FLD1; FLDZ; FDIVP
        processor.place(D9, (byte) 0x2E, D9, (byte) 0xE8, D9, (byte) 0xEE, (byte) 0xDE, (byte) 0xF9);
        int end = processor.state.eip + 8;
        processor.step(4);
        assertEquals(end, processor.state.eip, "the faulting instruction itself reports nothing");
        assertTrue(processor.cpu.fpu.pendingException());
    }

    /** Runs one instruction; returns its address. */
    private int run(byte... code) {
        processor.place(code);
        int start = processor.state.eip;
        processor.step(1);
        return start;
    }

    private void assertFault(int vector, int at) {
        assertEquals(processor.handlerOf(vector), processor.state.eip, "EIP at the handler");
        assertEquals(at, processor.pushed(3), "pushed EIP");
    }

    private void assertNoFault(int start, byte[] code) {
        assertEquals(start + code.length, processor.state.eip);
    }

    @Test
    void nextWaitingInstructionReportsWithNe() {
        processor.state.cr0 |= Cr.CR0_NE;
        divideByZero();
        assertFault(Vector.MF, run(FLD1));
        assertEquals(0, errorPulses);
    }

    @Test
    void fwaitReportsWithNe() {
        processor.state.cr0 |= Cr.CR0_NE;
        divideByZero();
        assertFault(Vector.MF, run(FWAIT));
    }

    @Test
    void nonWaitingInstructionsPass() {
        processor.state.cr0 |= Cr.CR0_NE;
        divideByZero();
        assertNoFault(run(FNSTSW_AX), FNSTSW_AX);
        assertEquals(0xB084, processor.state.gpr[Reg.EAX] & 0xFFFF);
        assertNoFault(run(FNCLEX), FNCLEX);
        assertFalse(processor.cpu.fpu.pendingException());
        assertNoFault(run(FWAIT), FWAIT);
    }

    @Test
    void withoutNeTheBoardIsTold() {
        divideByZero();
        int start = run(FWAIT);
        assertEquals(start, processor.state.eip, "FWAIT waits for the interrupt");
        assertTrue(errorPulses > 0);
    }

    @Test
    void emMakesEscapesUnavailable() {
        processor.state.cr0 |= Cr.CR0_EM;
        assertFault(Vector.NM, run(FLD1));
    }

    @Test
    void emLeavesFwaitAlone() {
        processor.state.cr0 |= Cr.CR0_EM;
        assertNoFault(run(FWAIT), FWAIT);
    }

    @Test
    void tsMakesEscapesUnavailable() {
        processor.state.cr0 |= Cr.CR0_TS;
        assertFault(Vector.NM, run(FLD1));
    }

    @Test
    void tsStopsFwaitOnlyWithMp() {
        processor.state.cr0 |= Cr.CR0_TS;
        assertNoFault(run(FWAIT), FWAIT);
        processor.state.cr0 |= Cr.CR0_MP;
        assertFault(Vector.NM, run(FWAIT));
    }
}
