package org.domainfirmware.emulator.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.cpu.state.Flag;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Repeated string instructions up and down, over overlaps, page ends, limits and wraps: many elements at once give what
 * one element at a time gives, and what the manual says. Source: SDM volume 2, REP, and the string instructions.
 */
class RepeatedStringsTest {
    private static final int CODE = 0x7C00;
    private static final int ROUNDS = 80;
    private static final int DATA = 0x20000;

    private static BarePc machine(int opcode, boolean down, long seed) {
        Random random = new Random(seed);
        BarePc pc = new BarePc(CpuModel.PPRO);
        // Few values, so that comparisons run for a while; now and then one that stands out.
        for (int i = 0; i < 0x20000; i++) {
            pc.memory.store()[DATA + i] = (byte) (random.nextInt(500) == 0 ? random.nextInt() : 7);
        }
        boolean wide = random.nextInt(3) == 0;
        int repeat = random.nextBoolean() ? 0xF3 : 0xF2;
        byte[] code = {0x66, (byte) repeat, (byte) opcode, (byte) 0xF4};
        if (!wide) {
            code = new byte[] {(byte) repeat, (byte) opcode, (byte) 0xF4};
        }
        pc.start(0, CODE, code);
        int[] g = pc.cpu.s.gpr;
        g[Reg.EAX] = 0x07070707;
        g[Reg.ECX] = random.nextInt(9000);
        g[Reg.ESI] = random.nextInt(0x10000);
        // Often close to the source, so that the runs overlap.
        g[Reg.EDI] = random.nextBoolean() ? g[Reg.ESI] + random.nextInt(41) - 20 & 0xFFFF : random.nextInt(0x10000);
        pc.cpu.s.ds.setReal(DATA >> 4);
        pc.cpu.s.es.setReal((DATA >> 4) + random.nextInt(3));
        if (random.nextInt(4) == 0) {
            pc.cpu.s.es.limit = 0xFFFF - random.nextInt(0x4000);
            pc.cpu.s.es.refresh();
        }
        pc.cpu.s.systemFlags |= down ? Flag.DF : 0;
        for (int vector = 0; vector < 16; vector++) {
            pc.memory.write(4 * vector, 4, 0x6000);
        }
        pc.memory.write(0x6000, 1, 0xF4);
        return pc;
    }

    /** MOVS, CMPS, STOS, LODS, SCAS of bytes and of words or doublewords. */
    @ParameterizedTest(name = "opcode {0}")
    @ValueSource(ints = {0xA4, 0xA5, 0xA6, 0xA7, 0xAA, 0xAB, 0xAC, 0xAD, 0xAE, 0xAF})
    void manyAtOnceAreAsOneByOne(int opcode) {
        for (int round = 0; round < ROUNDS; round++) {
            boolean down = round % 4 != 0;
            long seed = opcode * 1000L + round;
            BarePc whole = machine(opcode, down, seed);
            BarePc single = machine(opcode, down, seed);
            Stop stop = whole.executor.run(20_000);
            while (single.events.clock().instructions() < 20_000 && single.executor.step() == Stop.COUNT) {
                // One element a step.
            }
            assertEquals(Stop.DEAD, stop, "seed " + seed);
            assertEquals(single.registers(), whole.registers(), "seed " + seed);
            assertEquals(single.hash(), whole.hash(), "seed " + seed + ": memory or hidden state");
        }
    }

    @Test
    void aPatternSpreadsDownwards() {
        // std; rep movsw from 1000h to 0FFEh, 500 words: all become the first.
        BarePc pc = new BarePc(CpuModel.PPRO);
        for (int i = 0; i < 0x2000; i++) {
            pc.memory.store()[0x4000 + i] = (byte) i;
        }
        pc.start(0, CODE, new byte[] {(byte) 0xFD, (byte) 0xF3, (byte) 0xA5, (byte) 0xF4});
        pc.cpu.s.gpr[Reg.ESI] = 0x5800;
        pc.cpu.s.gpr[Reg.EDI] = 0x57FE;
        pc.cpu.s.gpr[Reg.ECX] = 500;
        assertEquals(Stop.DEAD, pc.executor.run(10_000));
        for (int i = 0; i < 500; i++) {
            assertEquals(0x0100, pc.memory.read(0x57FE - 2 * i, 2), "word " + i);
        }
        assertEquals(0x1716, pc.memory.read(0x57FE - 1000, 2), "the word below is untouched");
        assertEquals(0x5800 - 1000, pc.cpu.s.gpr[Reg.ESI]);
        assertEquals(502, pc.events.clock().instructions());
    }

    @Test
    void comparingDownwardsStopsAtTheDifference() {
        // std; repe cmpsb
        BarePc pc = new BarePc(CpuModel.PPRO);
        pc.memory.write(0x4010, 1, 1);
        pc.start(0, CODE, new byte[] {(byte) 0xFD, (byte) 0xF3, (byte) 0xA6, (byte) 0xF4});
        pc.cpu.s.gpr[Reg.ESI] = 0x4100;
        pc.cpu.s.gpr[Reg.EDI] = 0x5100;
        pc.cpu.s.gpr[Reg.ECX] = 0x200;
        assertEquals(Stop.DEAD, pc.executor.run(10_000));
        assertEquals(0x400F, pc.cpu.s.gpr[Reg.ESI]);
        assertEquals(0x200 - 0xF1, pc.cpu.s.gpr[Reg.ECX]);
        assertEquals(false, pc.cpu.s.zf());
    }
}
