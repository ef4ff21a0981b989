package org.domainfirmware.emulator.cpu.x87;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Random;
import org.domainfirmware.emulator.device.StateCopy;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.junit.jupiter.api.Test;

/** What holds for every encoding, defined by the manual or not, on random states. */
class FpuPropertiesTest {

    private static final long SEED = 0x8087;
    private static final int FIRST_OPCODE = 0xD8;

    private final Random random = new Random(SEED);
    private final byte[] image = new byte[108];
    private final byte[] operand = new byte[108];
    private final ArrayFpuMemory imageMemory = new ArrayFpuMemory(image);
    private final ArrayFpuMemory operandMemory = new ArrayFpuMemory(operand);
    private final Fpu fpu = newFpu();

    private static Fpu newFpu() {
        return new Fpu(true, new FpuHost() {
            @Override
            public int conditionFlags() {
                return CF;
            }

            @Override
            public void setConditionFlags(int flags) {
                assertEquals(0, flags & ~(CF | PF | ZF));
            }

            @Override
            public void setAx(int value) {
                assertEquals(0, value >>> 16);
            }
        });
    }

    /** Operand memory that faults in every access: a not-present page. */
    private static final class FaultingMemory implements FpuMemory {

        private static final class PageFault extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }

        @Override
        public int read16(int displacement) {
            throw new PageFault();
        }

        @Override
        public int read32(int displacement) {
            throw new PageFault();
        }

        @Override
        public long read64(int displacement) {
            throw new PageFault();
        }

        @Override
        public void write16(int displacement, int value) {
            throw new PageFault();
        }

        @Override
        public void write32(int displacement, int value) {
            throw new PageFault();
        }

        @Override
        public void write64(int displacement, long value) {
            throw new PageFault();
        }

        @Override
        public void checkWrite(int length) {
            throw new PageFault();
        }

        @Override
        public int environmentFormat() {
            return 3;
        }
    }

    private void loadRandomState() {
        random.nextBytes(image);
        image[0] |= 0x3F;
        fpu.execute(0xDD, 0x26, imageMemory);
    }

    @Test
    void everyEncodingIsExecutedOrRefused() {
        for (int round = 0; round < 300; round++) {
            for (int opcode = FIRST_OPCODE; opcode < FIRST_OPCODE + 8; opcode++) {
                for (int modrm = 0; modrm < 256; modrm++) {
                    loadRandomState();
                    random.nextBytes(operand);
                    executeOrRefuse(opcode, modrm);
                }
            }
        }
    }

    private void executeOrRefuse(int opcode, int modrm) {
        if (fpu.isDefined(opcode, modrm)) {
            fpu.execute(opcode, modrm, operandMemory);
        } else {
            String message = assertThrows(IllegalArgumentException.class,
                    () -> fpu.execute(opcode, modrm, operandMemory)).getMessage();
            assertTrue(message.contains(String.format("%02X", opcode)), message);
        }
    }

    @Test
    void aFaultingOperandLeavesTheStateAlone() {
        FaultingMemory faulting = new FaultingMemory();
        for (int round = 0; round < 200; round++) {
            for (int opcode = FIRST_OPCODE; opcode < FIRST_OPCODE + 8; opcode++) {
                for (int operation = 0; operation < 8; operation++) {
                    int modrm = operation << 3;
                    if (fpu.isDefined(opcode, modrm)) {
                        loadRandomState();
                        byte[] before = StateCopy.of(fpu);
                        int escape = opcode;
                        assertThrows(FaultingMemory.PageFault.class, () -> fpu.execute(escape, modrm, faulting));
                        assertArrayEquals(before, StateCopy.of(fpu), String.format("%02X /%d", opcode, operation));
                    }
                }
            }
        }
    }

    @Test
    void aStateMovesToAnotherUnit() throws CorruptSnapshot {
        Fpu other = newFpu();
        for (int round = 0; round < 1000; round++) {
            loadRandomState();
            fpu.recordInstruction(random.nextInt(1 << 16), random.nextInt(), 0xD9, random.nextInt(256));
            fpu.recordOperand(random.nextInt(1 << 16), random.nextInt());
            byte[] state = StateCopy.of(fpu);
            StateCopy.restore(other, state);
            assertArrayEquals(state, StateCopy.of(other));
            byte[] first = new byte[108];
            byte[] second = new byte[108];
            fpu.execute(0xDD, 0x36, new ArrayFpuMemory(first));
            other.execute(0xDD, 0x36, new ArrayFpuMemory(second));
            assertArrayEquals(first, second);
        }
    }

    @Test
    void nothingIsAllocated() {
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        exerciseEverything(20);
        long before = threads.getCurrentThreadAllocatedBytes();
        exerciseEverything(200);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        // 200 rounds of some 1,700 encodings: a single object each would be over 5 MB
        assertTrue(allocated < 100_000, "allocated " + allocated + " bytes");
    }

    private void exerciseEverything(int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (int opcode = FIRST_OPCODE; opcode < FIRST_OPCODE + 8; opcode++) {
                for (int modrm = 0; modrm < 256; modrm++) {
                    if (fpu.isDefined(opcode, modrm)) {
                        loadRandomState();
                        fpu.execute(opcode, modrm, operandMemory);
                    }
                }
            }
        }
    }
}
