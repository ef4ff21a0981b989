package org.domainfirmware.emulator.exec.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.exec.op.Address;

/** A far pointer in memory: an offset of operand size, then a selector. */
final class FarPointer {
    private FarPointer() {
    }

    static int offset(Cpu c, Address at, int size) {
        int offset = at.offset(c.s.gpr);
        return size == 2 ? c.mem.read16(at.segment, offset) : c.mem.read32(at.segment, offset);
    }

    static int selector(Cpu c, Address at, int size) {
        return c.mem.read16(at.segment, at.offset(c.s.gpr, size));
    }
}
