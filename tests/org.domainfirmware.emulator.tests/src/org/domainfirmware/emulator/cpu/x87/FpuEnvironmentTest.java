package org.domainfirmware.emulator.cpu.x87;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** The four environment layouts of SDM vol. 1, figures 8-9 to 8-12, pending exceptions, FNSTSW AX, models. */
class FpuEnvironmentTest {

    private static final int PROTECTED_32 = FpuMemory.FORMAT_32 | FpuMemory.FORMAT_PROTECTED;

    private final byte[] bytes = new byte[108];
    private final ByteBuffer image = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    private final ArrayFpuMemory memory = new ArrayFpuMemory(bytes);
    private int ax;
    private final Fpu fpu = new Fpu(true, new FpuHost() {
        @Override
        public int conditionFlags() {
            return 0;
        }

        @Override
        public void setConditionFlags(int flags) {
            throw new AssertionError("no comparison here");
        }

        @Override
        public void setAx(int value) {
            ax = value;
        }
    });

    private void store(int format) {
        fpu.execute(0xD9, 0xE8, null);
        fpu.recordInstruction(0x1234, 0x5678, 0xDB, 0x2D);
        fpu.recordOperand(0x9ABC, 0xDEF0);
        memory.setFormat(format);
        fpu.execute(0xD9, 0x36, memory);
    }

    @Test
    void protected32() {
        store(PROTECTED_32);
        int[] expected = {0xFFFF037F, 0xFFFF3800, 0xFFFF3FFF, 0x5678, 0x032D1234, 0xDEF0, 0xFFFF9ABC};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], image.getInt(4 * i), "dword " + i);
        }
        assertEquals(0, image.getInt(28));
    }

    @Test
    void real32() {
        store(FpuMemory.FORMAT_32);
        // code at 12340h + 5678h = 179B8h, operand at 9ABC0h + DEF0h = A8AB0h
        int[] expected = {0xFFFF037F, 0xFFFF3800, 0xFFFF3FFF, 0xFFFF79B8, 0x0000132D, 0xFFFF8AB0, 0x0000A000};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], image.getInt(4 * i), "dword " + i);
        }
    }

    @Test
    void protected16() {
        store(FpuMemory.FORMAT_PROTECTED);
        int[] expected = {0x037F, 0x3800, 0x3FFF, 0x5678, 0x1234, 0xDEF0, 0x9ABC, 0};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], image.getShort(2 * i) & 0xFFFF, "word " + i);
        }
    }

    @Test
    void real16() {
        store(0);
        int[] expected = {0x037F, 0x3800, 0x3FFF, 0x79B8, 0x132D, 0x8AB0, 0xA000, 0};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], image.getShort(2 * i) & 0xFFFF, "word " + i);
        }
    }

    @Test
    void everyLayoutRestoresWhatItSaved() {
        for (int format = 0; format < 4; format++) {
            fpu.execute(0xDB, 0xE3, null);
            fpu.execute(0xD9, 0xEB, null);
            fpu.execute(0xD9, 0xE8, null);
            fpu.recordInstruction(0, 0x12345, 0xD9, 0xE8);
            fpu.recordOperand(0, 0xABCDE);
            memory.setFormat(format);
            fpu.execute(0xDD, 0x36, memory);
            byte[] saved = bytes.clone();
            assertEquals(0xFFFF, fpu.tagWord(), "FNSAVE initialises");
            fpu.execute(0xDD, 0x26, memory);
            assertEquals(0x4000, fpu.signExponent(1));
            fpu.execute(0xDD, 0x36, memory);
            assertArrayEquals(saved, bytes, "layout " + format);
        }
    }

    @Test
    void unmaskedExceptionWaitsForTheNextInstruction() {
        image.putShort(0, (short) 0x37B);
        fpu.execute(0xD9, 0x2F, memory);
        fpu.execute(0xD9, 0xE8, null);
        fpu.execute(0xD9, 0xEE, null);
        assertFalse(fpu.pendingException());
        fpu.execute(0xD8, 0xF9, null);
        assertTrue(fpu.pendingException(), "1/0 with ZE unmasked");
        fpu.execute(0xDF, 0xE0, null);
        assertEquals(0xB084, ax);
        fpu.execute(0xDB, 0xE2, null);
        assertFalse(fpu.pendingException());
    }

    @Test
    void resetDiffersFromFninit() {
        fpu.reset();
        assertEquals(0x0040, fpu.controlWord());
        assertEquals(0x5555, fpu.tagWord());
        assertEquals(0, fpu.statusWord());
        fpu.execute(0xDB, 0xE3, null);
        assertEquals(0x037F, fpu.controlWord());
        assertEquals(0xFFFF, fpu.tagWord());
    }

    @Test
    void modelsDifferInConditionalMoves() {
        Fpu older = new Fpu(false, null);
        assertFalse(older.isDefined(0xDA, 0xC0));
        assertFalse(older.isDefined(0xDB, 0xF1));
        assertFalse(older.isDefined(0xDF, 0xE9));
        assertTrue(fpu.isDefined(0xDA, 0xC0));
        assertTrue(fpu.isDefined(0xDB, 0xF1));
        assertTrue(older.isDefined(0xDA, 0xE9), "FUCOMPP");
        assertFalse(fpu.isDefined(0xDB, 0x08), "FISTTP came with SSE3");
    }

    @Test
    void controlInstructionsDoNotWait() {
        assertFalse(Fpu.isWaiting(0xDB, 0xE3), "FNINIT");
        assertFalse(Fpu.isWaiting(0xD9, 0x36), "FNSTENV");
        assertFalse(Fpu.isWaiting(0xDF, 0xE0), "FNSTSW AX");
        assertTrue(Fpu.isWaiting(0xD9, 0x2E), "FLDCW");
        assertTrue(Fpu.isWaiting(0xD9, 0xD0), "FNOP");
        assertFalse(Fpu.changesPointers(0xD9, 0x2E), "FLDCW");
        assertTrue(Fpu.changesPointers(0xD9, 0x06), "FLD");
    }
}
