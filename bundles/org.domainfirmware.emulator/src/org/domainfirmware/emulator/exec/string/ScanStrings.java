package org.domainfirmware.emulator.exec.string;

import static org.domainfirmware.emulator.memory.PhysicalMemory.INTS;
import static org.domainfirmware.emulator.memory.PhysicalMemory.SHORTS;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.sem.Arithmetic;

/** SCAS. */
final class ScanStrings extends StringOp {
    private final boolean whileEqual;

    ScanStrings(Instruction in, Cpu c, int size) {
        super(in, c, size);
        whileEqual = in.repeat != 0xF2;
    }

    @Override
    void step(Cpu c) {
        Arithmetic.cmp(c.s, size, accumulator(c), read(c, c.s.es, di(c)));
        moveDi(c, delta(c));
    }

    @Override
    boolean ends(Cpu c, boolean repeatWhileEqual) {
        return c.s.zf() != repeatWhileEqual;
    }

    /** Runs over the elements that let it go on; the flags are those of the last of them. */
    @Override
    int bulk(Cpu c, int count) {
        int di = di(c);
        int n = clip(c, c.s.es, di, count, false);
        int at = c.mem.readRunAt(c.s.es.base + di);
        if (n < 2 || at < 0) {
            return 0;
        }
        byte[] store = c.memory.store();
        int key = accumulator(c);
        int delta = delta(c);
        int passed = 0;
        int last = 0;
        while (passed < n) {
            int value = element(store, at + passed * delta);
            if (value == key != whileEqual) {
                break;
            }
            last = value;
            passed++;
        }
        if (passed == 0) {
            return 0;
        }
        Arithmetic.cmp(c.s, size, key, last);
        moveDi(c, passed * delta);
        return passed;
    }

    private int element(byte[] store, int at) {
        return switch (size) {
            case 1 -> store[at] & 0xFF;
            case 2 -> (short) SHORTS.get(store, at) & 0xFFFF;
            default -> (int) INTS.get(store, at);
        };
    }
}
