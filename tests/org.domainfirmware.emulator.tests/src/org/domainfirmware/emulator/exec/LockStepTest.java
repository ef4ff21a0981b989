package org.domainfirmware.emulator.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.domainfirmware.emulator.cpu.isa.Decoder;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.isa.Opcode;
import org.domainfirmware.emulator.cpu.isa.OpcodeTable;
import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.junit.jupiter.api.Test;

/**
 * The same program whole blocks at a time, one instruction at a time, and in random portions: equal states at
 * equal instruction counts, whatever interrupts, faults, self-modification and repeats there are.
 */
class LockStepTest {
    /** What programs are made of: valid instructions without far transfers, with many of them, or any bytes. */
    private enum Kind { SENSIBLE, FAR, WILD }

    private static final int PROGRAMS = 300;
    private static final int PORTION = 997;
    private static final int PORTIONS = 20;

    /** Random but mostly sensible code: valid instructions of all forms in a row, then a jump back. */
    private static byte[] program(Random random, Kind kind) {
        byte[] image = new byte[0x600];
        Decoder decoder = new Decoder(CpuModel.PPRO);
        var rows = OpcodeTable.table().rows();
        int at = 0;
        while (at < image.length - 0x30) {
            if (kind == Kind.FAR && random.nextInt(4) == 0) {
                at = farTransfer(random, image, at);
                continue;
            }
            if (random.nextInt(20) == 0) {
                // DEC of a register, JNE somewhere near: one op of a block, two instructions.
                byte[] loop = {(byte) (0x48 + random.nextInt(8)), 0x75, (byte) (random.nextInt(30) - 20)};
                System.arraycopy(loop, 0, image, at, loop.length);
                at += loop.length;
                continue;
            }
            byte[] code = new byte[20];
            random.nextBytes(code);
            int n = 0;
            if (random.nextInt(5) == 0) {
                code[n++] = new byte[] {0x66, 0x67, 0x26, 0x2E, 0x36, 0x64, (byte) 0xF2, (byte) 0xF3}[random.nextInt(8)];
            }
            Opcode row = rows.get(random.nextInt(rows.size()));
            if (row.code() >= 0x100) {
                code[n++] = 0x0F;
            }
            code[n] = (byte) row.code();
            Instruction in = decoder.decode(i -> code[i], false);
            if (kind == Kind.WILD || in.fault == Instruction.NO_FAULT && !in.is(Opcode.Property.FAR)) {
                System.arraycopy(code, 0, image, at, in.length);
                at += in.length;
            }
        }
        image[at] = (byte) 0xE9;
        image[at + 1] = (byte) -(at + 3);
        image[at + 2] = (byte) (-(at + 3) >> 8);
        return image;
    }

    /** RETF, or CALL or JMP to somewhere in the program by one of the segments that reach it. */
    private static int farTransfer(Random random, byte[] image, int at) {
        if (random.nextInt(3) == 0) {
            image[at] = (byte) 0xCB;
            return at + 1;
        }
        int target = 0x7C00 + random.nextInt(image.length - 0x30);
        int selector = random.nextInt(0x7C0);
        int offset = target - (selector << 4);
        byte[] code = {(byte) (random.nextInt(4) == 0 ? 0xEA : 0x9A), (byte) offset, (byte) (offset >> 8), (byte) selector,
            (byte) (selector >> 8)};
        System.arraycopy(code, 0, image, at, code.length);
        return at + code.length;
    }

    private static BarePc machine(long seed, Kind kind) {
        Random random = new Random(seed);
        BarePc pc = new BarePc(CpuModel.PPRO);
        random.nextBytes(pc.memory.store());
        byte[] code = program(random, kind);
        for (int vector = 0; vector < 256; vector++) {
            int at = 4 * vector;
            // Handlers return, or run on somewhere in the program.
            int target = random.nextInt(3) == 0 ? 0x7C00 + random.nextInt(0x600) : 0x7000;
            pc.memory.write(at, 2, target);
            pc.memory.write(at + 2, 2, 0);
        }
        pc.memory.write(0x7000, 1, 0xCF);
        for (int i = 0; i < 8; i++) {
            pc.cpu.s.gpr[i] = random.nextInt();
        }
        pc.start(0, 0x7C00, code);
        pc.cpu.s.systemFlags |= 0x200;
        pc.startTimer();
        return pc;
    }

    private interface Way {
        Stop to(BarePc pc, long count);
    }

    private static Stop byInstruction(BarePc pc, long count) {
        Stop stop = Stop.COUNT;
        while (pc.events.clock().instructions() < count && stop == Stop.COUNT) {
            stop = pc.executor.step();
        }
        return stop;
    }

    private void compare(long seed, Kind kind, Way other) {
        BarePc whole = machine(seed, kind);
        BarePc second = machine(seed, kind);
        for (int p = 1; p <= PORTIONS; p++) {
            long count = (long) p * PORTION;
            String before = whole.registers();
            Stop a = whole.executor.run(count);
            Stop b = other.to(second, count);
            long portion = p;
            assertEquals(whole.registers(), second.registers(),
                    () -> "seed " + seed + ", portion " + portion + ", from " + before);
            assertEquals(a, b, () -> "seed " + seed);
            assertEquals(whole.hash(), second.hash(), () -> "seed " + seed + ", memory or hidden state");
            if (a != Stop.COUNT) {
                return;
            }
        }
    }

    @Test
    void singleStepsGiveTheStatesOfWholeBlocks() {
        for (int i = 0; i < PROGRAMS; i++) {
            compare(1000 + i, Kind.SENSIBLE, LockStepTest::byInstruction);
        }
    }

    @Test
    void singleStepsThroughFarCallsGiveTheStatesOfWholeBlocks() {
        for (int i = 0; i < PROGRAMS; i++) {
            compare(7000 + i, Kind.FAR, LockStepTest::byInstruction);
        }
    }

    @Test
    void singleStepsThroughRandomBytesGiveTheSameStates() {
        for (int i = 0; i < PROGRAMS; i++) {
            compare(5000 + i, Kind.WILD, LockStepTest::byInstruction);
        }
    }

    @Test
    void randomPortionsGiveTheSameStates() {
        for (int i = 0; i < PROGRAMS; i++) {
            Random random = new Random(i);
            compare(9000 + i, Kind.SENSIBLE, (pc, count) -> {
                Stop stop = Stop.COUNT;
                while (pc.events.clock().instructions() < count && stop == Stop.COUNT) {
                    stop = pc.executor.run(Math.min(count, pc.events.clock().instructions() + 1 + random.nextInt(40)));
                }
                return stop;
            });
        }
    }
}
