package org.domainfirmware.emulator.exec.string;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.state.Reg;

/** LODS. */
final class LoadStrings extends StringOp {
    LoadStrings(Instruction in, Cpu c, int size) {
        super(in, c, size);
    }

    @Override
    void step(Cpu c) {
        load(c, read(c, source, si(c)));
        moveSi(c, delta(c));
    }

    private void load(Cpu c, int value) {
        int[] g = c.s.gpr;
        g[Reg.EAX] = switch (size) {
            case 1 -> g[Reg.EAX] & ~0xFF | value;
            case 2 -> g[Reg.EAX] & ~0xFFFF | value;
            default -> value;
        };
    }

    @Override
    int bulk(Cpu c, int count) {
        int n = clip(c, source, si(c), count, false);
        if (n < 2 || c.mem.readRunAt(source.base + si(c)) < 0) {
            return 0;
        }
        // Only the last element is seen.
        load(c, read(c, source, si(c) + (n - 1) * delta(c)));
        moveSi(c, n * delta(c));
        return n;
    }
}
