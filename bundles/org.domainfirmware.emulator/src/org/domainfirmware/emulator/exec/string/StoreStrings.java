package org.domainfirmware.emulator.exec.string;

import static org.domainfirmware.emulator.memory.PhysicalMemory.INTS;
import static org.domainfirmware.emulator.memory.PhysicalMemory.SHORTS;

import java.util.Arrays;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.memory.MmioHandler;

/** STOS. */
final class StoreStrings extends StringOp {
    /** A page full of the element, for runs into a device's aperture. */
    private byte[] pattern;

    StoreStrings(Instruction in, Cpu c, int size) {
        super(in, c, size);
    }

    @Override
    void step(Cpu c) {
        write(c, c.s.es, di(c), accumulator(c));
        moveDi(c, delta(c));
    }

    @Override
    int bulk(Cpu c, int count) {
        int di = di(c);
        int n = clip(c, c.s.es, di, count, true);
        if (n < 2) {
            return 0;
        }
        int lin = c.s.es.base + di;
        int to = c.mem.writeRunAt(lin);
        if (to >= 0) {
            fill(c.memory.store(), to - below(c, n), n, accumulator(c));
        } else if (!forward(c)) {
            return 0;
        } else {
            MmioHandler writer = c.linear.runHandler(lin, true);
            if (writer == null) {
                return 0;
            }
            if (pattern == null) {
                pattern = new byte[0x1000];
            }
            fill(pattern, 0, n, accumulator(c));
            writer.writeRun(c.linear.physical(lin, true), size, pattern, 0, n);
        }
        moveDi(c, n * delta(c));
        return n;
    }

    private void fill(byte[] to, int at, int n, int value) {
        switch (size) {
            case 1 -> Arrays.fill(to, at, at + n, (byte) value);
            case 2 -> {
                for (int i = 0; i < n; i++) {
                    SHORTS.set(to, at + 2 * i, (short) value);
                }
            }
            default -> {
                for (int i = 0; i < n; i++) {
                    INTS.set(to, at + 4 * i, value);
                }
            }
        }
    }
}
