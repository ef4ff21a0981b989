package org.domainfirmware.emulator.exec.op;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.isa.Instruction;

/**
 * A register or memory operand of 1, 2 or 4 bytes for the instructions that have no class of their own
 * for every shape. Values are zero extended.
 */
public final class Rm {
    public final int size;
    private final boolean memory;
    private final Address at;
    private final int reg;
    private final int shift;

    private Rm(int size, boolean memory, Address at, int number) {
        this.size = size;
        this.memory = memory;
        this.at = at;
        reg = size == 1 ? Operands.byteRegister(number) : number;
        shift = size == 1 ? Operands.byteShift(number) : 0;
    }

    /** The r/m operand. */
    public static Rm of(Instruction in, Cpu c, int size) {
        return new Rm(size, in.memory, in.memory ? Address.of(in, c.s) : null, in.rm());
    }

    /** A register. */
    public static Rm register(int number, int size) {
        return new Rm(size, false, null, number);
    }

    public boolean isMemory() {
        return memory;
    }

    /** The address, when it is memory. */
    public Address address() {
        return at;
    }

    public int read(Cpu c) {
        int[] g = c.s.gpr;
        if (memory) {
            int offset = at.offset(g);
            return switch (size) {
                case 1 -> c.mem.read8(at.segment, offset);
                case 2 -> c.mem.read16(at.segment, offset);
                default -> c.mem.read32(at.segment, offset);
            };
        }
        return register(g);
    }

    private int register(int[] g) {
        return switch (size) {
            case 1 -> g[reg] >>> shift & 0xFF;
            case 2 -> g[reg] & 0xFFFF;
            default -> g[reg];
        };
    }

    private void setRegister(int[] g, int value) {
        switch (size) {
            case 1 -> g[reg] = g[reg] & ~(0xFF << shift) | (value & 0xFF) << shift;
            case 2 -> g[reg] = g[reg] & 0xFFFF0000 | value & 0xFFFF;
            default -> g[reg] = value;
        }
    }

    public void write(Cpu c, int value) {
        int[] g = c.s.gpr;
        if (!memory) {
            setRegister(g, value);
            return;
        }
        int offset = at.offset(g);
        switch (size) {
            case 1 -> c.mem.write8(at.segment, offset, value);
            case 2 -> c.mem.write16(at.segment, offset, value);
            default -> c.mem.write32(at.segment, offset, value);
        }
    }

    /** Reads what {@link #modified} will write: faults now if that would fault. */
    public int modify(Cpu c) {
        int[] g = c.s.gpr;
        if (!memory) {
            return register(g);
        }
        int offset = at.offset(g);
        return switch (size) {
            case 1 -> c.mem.rmw8(at.segment, offset);
            case 2 -> c.mem.rmw16(at.segment, offset);
            default -> c.mem.rmw32(at.segment, offset);
        };
    }

    /** Writes to where {@link #modify} has read; nothing may come between. */
    public void modified(Cpu c, int value) {
        if (!memory) {
            setRegister(c.s.gpr, value);
            return;
        }
        switch (size) {
            case 1 -> c.mem.rmwWrite8(value);
            case 2 -> c.mem.rmwWrite16(value);
            default -> c.mem.rmwWrite32(value);
        }
    }
}
