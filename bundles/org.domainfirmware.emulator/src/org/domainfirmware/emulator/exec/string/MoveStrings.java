package org.domainfirmware.emulator.exec.string;

import static org.domainfirmware.emulator.memory.PhysicalMemory.INTS;
import static org.domainfirmware.emulator.memory.PhysicalMemory.SHORTS;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.memory.MmioHandler;

/** MOVS. */
final class MoveStrings extends StringOp {
    MoveStrings(Instruction in, Cpu c, int size) {
        super(in, c, size);
    }

    @Override
    void step(Cpu c) {
        int value = read(c, source, si(c));
        write(c, c.s.es, di(c), value);
        int delta = delta(c);
        moveSi(c, delta);
        moveDi(c, delta);
    }

    @Override
    int bulk(Cpu c, int count) {
        int si = si(c);
        int di = di(c);
        int n = clip(c, c.s.es, di, clip(c, source, si, count, false), true);
        if (n < 2) {
            return 0;
        }
        int from = c.mem.readRunAt(source.base + si);
        int to = c.mem.writeRunAt(c.s.es.base + di);
        int bytes = n * size;
        if (from >= 0 && to >= 0) {
            if (forward(c)) {
                copy(c.memory.store(), from, to, bytes);
            } else {
                copyDown(c.memory.store(), from + size, to + size, bytes);
            }
        } else if (!forward(c) || !device(c, from, to, source.base + si, c.s.es.base + di, n)) {
            return 0;
        }
        moveSi(c, n * delta(c));
        moveDi(c, n * delta(c));
        return n;
    }

    /** Element by element where the runs overlap, so that a pattern spreads as it does on the machine. */
    private void copy(byte[] store, int from, int to, int bytes) {
        if (to <= from || to >= from + bytes) {
            System.arraycopy(store, from, store, to, bytes);
            return;
        }
        switch (size) {
            case 1 -> {
                for (int i = 0; i < bytes; i++) {
                    store[to + i] = store[from + i];
                }
            }
            case 2 -> {
                for (int i = 0; i < bytes; i += 2) {
                    SHORTS.set(store, to + i, (short) SHORTS.get(store, from + i));
                }
            }
            default -> {
                for (int i = 0; i < bytes; i += 4) {
                    INTS.set(store, to + i, (int) INTS.get(store, from + i));
                }
            }
        }
    }

    /** The same from the top down; {@code from} and {@code to} are the ends of the runs. */
    private void copyDown(byte[] store, int from, int to, int bytes) {
        if (to >= from || to <= from - bytes) {
            System.arraycopy(store, from - bytes, store, to - bytes, bytes);
            return;
        }
        for (int i = size; i <= bytes; i += size) {
            switch (size) {
                case 1 -> store[to - i] = store[from - i];
                case 2 -> SHORTS.set(store, to - i, (short) SHORTS.get(store, from - i));
                default -> INTS.set(store, to - i, (int) INTS.get(store, from - i));
            }
        }
    }

    /** Between memory and a device's aperture, or within apertures. */
    private boolean device(Cpu c, int from, int to, int fromLinear, int toLinear, int n) {
        MmioHandler reader = from >= 0 ? null : c.linear.runHandler(fromLinear, false);
        MmioHandler writer = to >= 0 ? null : c.linear.runHandler(toLinear, true);
        if (reader != null && to >= 0) {
            reader.readRun(c.linear.physical(fromLinear, false), size, c.memory.store(), to, n);
            return true;
        }
        if (writer != null && from >= 0) {
            writer.writeRun(c.linear.physical(toLinear, true), size, c.memory.store(), from, n);
            return true;
        }
        if (reader != null && writer != null) {
            within(reader, c.linear.physical(fromLinear, false), writer, c.linear.physical(toLinear, true), n);
            return true;
        }
        return false;
    }

    /** Element by element: in planar VGA a copy within the aperture goes through the latches. */
    private void within(MmioHandler reader, int from, MmioHandler writer, int to, int n) {
        for (int i = 0; i < n; i++) {
            writer.write(to + i * size, size, reader.read(from + i * size, size));
        }
    }
}
