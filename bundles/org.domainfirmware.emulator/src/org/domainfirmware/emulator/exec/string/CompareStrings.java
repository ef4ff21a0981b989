package org.domainfirmware.emulator.exec.string;

import java.util.Arrays;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.sem.Arithmetic;

/** CMPS. */
final class CompareStrings extends StringOp {
    private final boolean whileEqual;

    CompareStrings(Instruction in, Cpu c, int size) {
        super(in, c, size);
        whileEqual = in.repeat != 0xF2;
    }

    @Override
    void step(Cpu c) {
        int a = read(c, source, si(c));
        int b = read(c, c.s.es, di(c));
        Arithmetic.cmp(c.s, size, a, b);
        int delta = delta(c);
        moveSi(c, delta);
        moveDi(c, delta);
    }

    @Override
    boolean ends(Cpu c, boolean repeatWhileEqual) {
        return c.s.zf() != repeatWhileEqual;
    }

    /** Runs over equal elements; the one that differs (or the last) is then compared by a step. */
    @Override
    int bulk(Cpu c, int count) {
        if (!whileEqual) {
            return 0;
        }
        int si = si(c);
        int di = di(c);
        int n = clip(c, c.s.es, di, clip(c, source, si, count, false), false);
        int a = c.mem.readRunAt(source.base + si);
        int b = c.mem.readRunAt(c.s.es.base + di);
        if (n < 2 || a < 0 || b < 0) {
            return 0;
        }
        byte[] store = c.memory.store();
        int equal = forward(c) ? equalUp(store, a, b, n) : equalDown(store, a, b, n);
        if (equal == 0) {
            return 0;
        }
        moveSi(c, equal * delta(c));
        moveDi(c, equal * delta(c));
        Arithmetic.cmp(c.s, size, 0, 0);
        return equal;
    }

    private int equalUp(byte[] store, int a, int b, int n) {
        int differs = Arrays.mismatch(store, a, a + n * size, store, b, b + n * size);
        return differs < 0 ? n - 1 : differs / size;
    }

    private int equalDown(byte[] store, int a, int b, int n) {
        int i = 0;
        while (i < n - 1 && Arrays.equals(store, a - i * size, a - i * size + size, store, b - i * size, b - i * size + size)) {
            i++;
        }
        return i;
    }
}
